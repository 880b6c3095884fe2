"""The grammar of one sentence: its tokens, verbs and clauses, and which dates and actors stand at which token.

Belongs here: what holds of a sentence whatever events it tells. Does not: the words that name events (triggers/).
"""
