"""The words that name events, and the words around them that they need or that speak against them.

Belongs here: from patterns of the ontology to hits. Does not: which actors a hit needs (roles/).
"""
