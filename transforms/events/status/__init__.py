"""Whether an event took place, is planned, alleged, denied or only thought of, and how much speaks for it.

Belongs here: what one sentence says of that. Does not: when it was (dating/), what other sentences say (context/).
"""
