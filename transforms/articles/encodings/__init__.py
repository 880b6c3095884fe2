"""Bytes into characters, whatever the document says or keeps silent.

Belongs here: marks, declarations, guesses. Does not: what the characters say.
"""
