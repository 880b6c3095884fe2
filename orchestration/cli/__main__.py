"""`python -m orchestration.cli`: the same as `dateline`."""

from orchestration.cli import main

main()
