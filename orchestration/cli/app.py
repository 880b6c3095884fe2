"""The command's frame: which commands there are, and how errors reach the user."""

from __future__ import annotations

import errno
import io
import os
import sys

import typer

from orchestration import __version__
from orchestration.cli import (
    articles,
    backfill,
    backup,
    dates,
    doctor,
    explore,
    extract,
    metrics,
    retry,
    run,
    show,
    sources,
    sql,
    status,
    timeline,
    types,
    ui,
    vacuum,
)
from orchestration.cli.errors import EXIT_FAILED, EXIT_USAGE
from orchestration.cli.once import Commands, OnceCommand
from orchestration.logs import FORMATS, LOG_FORMAT_VARIABLE, say_error
from orchestration.stopping import Stopped, asked_to_stop, become_note, end_now, raise_when_asked
from transforms.collector import search_seldom
from transforms.errors import UserError

app = typer.Typer(
    name="dateline",
    cls=Commands,
    help="News articles in, a queryable history out.",
    epilog="Start with: dateline run   (reads the bundled sample articles into ./dateline.duckdb)",
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)

DENIED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP}

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
    retry.retry,
    backfill.backfill,
    doctor.doctor,
    metrics.metrics,
    vacuum.vacuum,
    ui.ui,
):
    app.command(cls=OnceCommand)(command)
app.command("export", cls=OnceCommand)(backup.export_tables)
app.command("import", cls=OnceCommand)(backup.import_tables)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", help="Show the version and exit.", callback=_show_version, is_eager=True
    ),
    log_format: str | None = typer.Option(
        None,
        "--log-format",
        help=f"How progress and errors are told on stderr: {' or '.join(FORMATS)} lines.",
        show_default=f"${LOG_FORMAT_VARIABLE}, else text",
    ),
) -> None:
    """News articles in, a queryable history out."""
    chosen = log_format or os.environ.get(LOG_FORMAT_VARIABLE) or FORMATS[0]
    if chosen not in FORMATS:
        raise UserError(f"--log-format {chosen}: no such format; there are {' and '.join(FORMATS)}")
    os.environ[LOG_FORMAT_VARIABLE] = chosen


def main() -> None:
    """Run the command; every error that a user can mend is one line on stderr and exit status 2."""
    search_seldom()
    raise_when_asked()
    for stream in (sys.stdout, sys.stderr):
        # a terminal that lacks a character shows another, and ends no command
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        _run_app()
    except Stopped as stopped:
        if stopped.run:
            become_note(stopped.run, stopped)
        say_error("command_stopped", "stopped")
        end_now(stopped.status)


def _run_app() -> None:
    try:
        app()
    except SystemExit as ended:
        # typer takes it for a failure where the reader of a pipe has had enough; nothing is wrong
        if not isinstance(ended.__context__, BrokenPipeError):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except UserError as error:
        say_error("command_failed", str(error))
        sys.exit(EXIT_USAGE)
    except OSError as error:
        if error.errno in DENIED and error.filename:
            say_error("command_failed", f"{error.filename}: {error.strerror}; check the path and its permissions")
            sys.exit(EXIT_USAGE)
        if error.errno != errno.ENOSPC:
            raise
        say_error(
            "command_failed", f"no space left on the disk: {error.filename or 'what is printed cannot be written'}"
        )
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(EXIT_FAILED)
    except Exception as error:
        if stopped := asked_to_stop():
            raise stopped from error
        if any(map(_is_undecoded, sys.argv)):
            say_error(
                "command_failed", "an argument is not in the encoding of this terminal: use UTF-8 (LC_ALL=C.UTF-8)"
            )
            sys.exit(EXIT_USAGE)
        raise


def _is_undecoded(argument: str) -> bool:
    """Whether Python could not read the bytes of an argument, and stands surrogates in for them."""
    return any("\udc80" <= character <= "\udcff" for character in argument)
