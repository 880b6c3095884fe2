"""Single words: function words, inflected forms, numbers.

Belongs here: what a word can be by itself. Does not: what its neighbours make of it (clauses/).
"""
