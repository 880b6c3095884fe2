"""When an event was: which date of its sentence belongs to it, and the interval that this makes.

Belongs here: dates of the same sentence. Does not: dates from other sentences (context/), what an expression means (transforms/temporal).
"""
