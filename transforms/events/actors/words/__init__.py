"""What single words can be in the names of actors, and tokens that know it.

Belongs here: look-ups of words and phrases. Does not: what stands together (groups/).
"""
