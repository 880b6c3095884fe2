"""Pure transformations: text and frames in, frames out.

Belongs here: everything that can be computed from its arguments. Does not: databases, orchestration, network, clock, environment.
"""
