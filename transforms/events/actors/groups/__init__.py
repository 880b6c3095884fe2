"""Words that name or describe one actor together: names, noun groups, offices with their holders, appositions.

Belongs here: where such a group begins and ends, and what it is. Does not: who is meant by it in the article (meaning/).
"""
