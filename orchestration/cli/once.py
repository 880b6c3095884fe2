"""Options that can be given once: what is given twice is refused, where the first value would be lost without a word.

Belongs here: telling how often an option was given. Does not: options themselves (options.py, filters.py).
"""

from __future__ import annotations

from collections import Counter

import typer
from typer.core import TyperCommand

from transforms.errors import UserError


class OnceCommand(TyperCommand):
    """A command whose options are given once, unless they take several values or none."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read the arguments.

        Raises:
            UserError: an option that takes one value was given several times.
        """
        _, _, given = self.make_parser(ctx).parse_args(args=list(args))
        for option, n_times in Counter(given).items():
            is_single = option.param_type_name == "option" and not (option.multiple or option.is_flag)  # type: ignore[attr-defined]
            if n_times > 1 and is_single:
                name = max(option.opts, key=len)
                raise UserError(f"{name} is given {n_times} times: give it once")
        return super().parse_args(ctx, args)
