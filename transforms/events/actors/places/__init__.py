"""The places of a text, and which of several of one name is meant.

Belongs here: names of places and their countries. Does not: where an event was (roles/where.py).
"""
