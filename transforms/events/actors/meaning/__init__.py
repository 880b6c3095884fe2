"""Who is meant: full names, short forms, roles and pronouns of one article.

Belongs here: which groups of an article mean the same one. Does not: what a group is by itself (groups/).
"""
