"""The formats of files that hold articles: what each is, and its articles as rows.

Belongs here: text, JSON, tables, feeds, sitemaps, archives. Does not: HTML pages (pages/), bytes into characters (encodings/).
"""
