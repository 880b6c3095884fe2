"""The `dateline` command.

Belongs here: arguments, output, exit codes; one module per command. Does not: work (orchestration/steps.py, warehouse, transforms).
Heavy libraries are imported inside the commands, so that `dateline --help` and queries start at once.
"""

from orchestration.cli.app import main

__all__ = ["main"]
