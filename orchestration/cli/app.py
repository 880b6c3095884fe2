"""The command's frame: which commands there are, and how errors reach the user."""

from __future__ import annotations

import os
import sys

import typer

from orchestration import __version__
from orchestration.cli import articles, dates, explore, extract, run, show, sources, sql, status, timeline, types, ui
from orchestration.cli.errors import EXIT_FAILED, EXIT_USAGE
from transforms.errors import UserError

app = typer.Typer(
    name="dateline",
    help="News articles in, a queryable history out.",
    epilog="Start with: dateline run   (reads the bundled sample articles into ./dateline.duckdb)",
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)

for command in (
    run.run,
    timeline.timeline,
    explore.explore,
    show.show,
    sql.sql,
    status.status,
    sources.sources,
    extract.extract,
    dates.dates,
    articles.articles,
    types.types,
    ui.ui,
):
    app.command()(command)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", help="Show the version and exit.", callback=_show_version, is_eager=True
    ),
) -> None:
    """News articles in, a queryable history out."""


def main() -> None:
    """Run the command; every error that a user can mend is one line on stderr and exit status 2."""
    try:
        app()
    except UserError as error:
        typer.echo(f"dateline: {error}", err=True)
        sys.exit(EXIT_USAGE)
    except BrokenPipeError:
        # the reader of a pipe has had enough; nothing is wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        typer.echo("dateline: stopped; what was committed stays, and the next run goes on from there", err=True)
        sys.exit(EXIT_FAILED)
