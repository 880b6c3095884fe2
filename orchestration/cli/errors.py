"""Exit statuses.

Belongs here: what a status means. Does not: messages; they are written where the error is found.
"""

from typing import Final

EXIT_FAILED: Final = 1
EXIT_USAGE: Final = 2
