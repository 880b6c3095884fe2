"""How a command reads its options, and shows them: what is given twice is refused, where the first value would be lost without a word; flags take no value.

Belongs here: what all commands do alike. Does not: options themselves (options.py, filters.py).
"""

from __future__ import annotations

from collections import Counter

import typer
from typer.core import TyperCommand, TyperGroup

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

    def format_help(self, ctx: typer.Context, formatter: object) -> None:  # type: ignore[override]
        """Write the help."""
        _without_values(self, ctx)
        super().format_help(ctx, formatter)  # type: ignore[arg-type]


class Commands(TyperGroup):
    """The frame of all commands."""

    def format_help(self, ctx: typer.Context, formatter: object) -> None:  # type: ignore[override]
        """Write the help."""
        _without_values(self, ctx)
        super().format_help(ctx, formatter)  # type: ignore[arg-type]


def _without_values(command: TyperCommand | TyperGroup, ctx: typer.Context) -> None:
    """Let the help name no kind of value behind a flag, as if one were to be written."""
    for parameter in command.get_params(ctx):
        if getattr(parameter, "is_flag", False):
            parameter.metavar = ""
