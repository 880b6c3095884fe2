"""DuckDB and what reads it: connection, loads, SQL models, queries, timelines.

Belongs here: everything that touches the warehouse file. Does not: Dagster, the network, rules about text.
"""
