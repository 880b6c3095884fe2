"""Keeping a warehouse sound: health, integrity, counts, backup, vacuum.

Belongs here: what an operator asks for. Does not: what each run does (loading/, merging/).
"""
