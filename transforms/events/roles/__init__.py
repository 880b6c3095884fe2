"""Who did it and to whom, and where: which actors and places of a sentence have a part in an event.

Belongs here: subjects, objects, agents, owners, and who only stands beside. Does not: who a name means (actors/).
"""
