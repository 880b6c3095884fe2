"""A text cut into sentences, without what surrounds a report on its page.

Belongs here: headers, codes of shares, ends of sentences. Does not: what stands within a sentence (clauses/).
"""
