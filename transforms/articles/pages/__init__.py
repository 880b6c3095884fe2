"""HTML pages: headline, text and publication date out of markup.

Belongs here: what a page says of itself, and what of it is the article. Does not: dates in words (days/).
"""
