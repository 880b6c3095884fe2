"""What a run notes and writes besides the events: rows, versions, duplicates, refused inputs, sources, runs.

Belongs here: steps of idempotent writing. Does not: articles into rows (transforms/articles).
"""
