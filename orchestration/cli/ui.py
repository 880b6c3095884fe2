"""`dateline ui`: Dagster's own web interface on the asset graph."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from typing import Annotated

import typer

from orchestration.cli.options import WarehouseOption
from transforms.errors import UserError


def ui(
    warehouse: WarehouseOption = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 3000,
) -> None:
    """Open the Dagster UI: the asset graph, runs, the schedule and the inbox sensor.

    Example: dateline ui --port 3001
    """
    from orchestration.paths import prepare_dagster_home, warehouse_path

    if find_spec("dagster_webserver") is None:
        raise UserError("the Dagster UI is not installed; install it with: pip install 'dateline[ui]'")
    prepare_dagster_home(warehouse_path(warehouse))
    arguments = ["dev", "--module-name", "orchestration.definitions", "--host", host, "--port", str(port)]
    os.execv(sys.executable, [sys.executable, "-m", "dagster", *arguments])
