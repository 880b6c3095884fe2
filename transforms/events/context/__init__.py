"""What the rest of an article says of an event: repeated news, dates from other sentences, chronicles, digests.

Belongs here: what needs more than one sentence. Does not: one sentence by itself (dating/, status/, roles/).
"""
