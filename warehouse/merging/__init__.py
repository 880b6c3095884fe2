"""Merging with what is stored: which events new reports touch, and what is written of them.

Belongs here: the SQL around `transforms.merge`. Does not: whether two reports tell one event (transforms/merge).
"""
