"""What `dateline --help` promises."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from orchestration.cli.app import app

COMMANDS = sorted(get_command(app).commands)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str):
    result = CliRunner().invoke(app, [name, "--help"])
    assert result.exit_code == 0
    assert f"Example: dateline {name}" in " ".join(result.output.replace("│", " ").split())


@pytest.mark.parametrize(
    ("command", "default"),
    [
        ("run", "$DATELINE_WAREHOUSE, else ./dateline.duckdb"),
        (
            "run",
            "the sources of sources.toml, else $DATELINE_INBOX, else the bundled sample where the warehouse holds nothing else",
        ),
        ("sources", "$DATELINE_SOURCES, else ./sources.toml"),
        ("types", "$DATELINE_ONTOLOGY, else none"),
        ("timeline", "what the ending of --output says, else text"),
        ("explore", "the first free one from 8765 on"),
    ],
)
def test_the_help_says_what_is_taken_where_nothing_is_given(command: str, default: str):
    result = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "300"})
    assert f"[default: ({default})]" in " ".join(result.output.replace("│", " ").split())


@pytest.mark.parametrize("arguments", [[], *([name] for name in COMMANDS)])
def test_the_help_shows_no_value_behind_what_takes_none(arguments: list[str]):
    result = CliRunner().invoke(app, [*arguments, "--help"])
    assert "--help" in result.output
    assert "<bool>" not in result.output


def test_the_help_names_every_command_and_where_to_start():
    result = CliRunner().invoke(app, ["--help"])
    assert result.exit_code == 0
    assert all(name in result.output for name in COMMANDS)
    assert "dateline run" in result.output


@pytest.mark.parametrize("arguments", [["--help"], ["timeline", "--help"], ["sql", "--help"], ["run", "--help"]])
def test_help_imports_no_heavy_library(arguments: list[str]):
    program = (
        f"import sys; from orchestration.cli import main; sys.argv = ['dateline', *{arguments!r}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'dagster', 'duckdb', 'polars', 'trafilatura', 'dateparser', 'pyarrow', 'feedparser', 'babel', 'altair', 'structlog', 'prometheus_client'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "arguments",
    ["timeline", "sql 'select 1'", "status", "show e1", "metrics", "doctor", "vacuum", "timeline --as-of 2023"],
)
def test_queries_never_import_dagster(arguments: str, tmp_path):
    program = (
        "import shlex, sys; from orchestration.cli import main\n"
        f"sys.argv = ['dateline', *shlex.split({arguments!r}), '--warehouse', {str(tmp_path / 'none.duckdb')!r}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'dagster', 'altair'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
