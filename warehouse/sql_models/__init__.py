"""The SQL models of `dbt_like_sql/`: what each is, its templates and tests, and how they are brought up to date.

Belongs here: what dbt does elsewhere. Does not: running all of them at once (models.py).
"""
