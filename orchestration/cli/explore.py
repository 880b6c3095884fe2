"""`dateline explore`: the warehouse in the browser."""

from __future__ import annotations

from typing import Annotated

import typer

from orchestration.cli.options import WarehouseOption


def explore(
    warehouse: WarehouseOption = None,
    host: Annotated[
        str, typer.Option(help="Address to listen on; 0.0.0.0 lets others on your network in.")
    ] = "127.0.0.1",
    port: Annotated[
        int | None,
        typer.Option(min=0, max=65535, help="Port to listen on.", show_default="the first free one from 8765 on"),
    ] = None,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the browser.")] = False,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            help="A further name that browsers may know this machine by; may be repeated.", show_default=False
        ),
    ] = None,
) -> None:
    """Explore the warehouse in the browser: timeline with filters, events with their evidence, articles, actors, sources, SQL, a JSON API.

    It only reads; runs can write meanwhile. Example: dateline explore --open
    """
    from orchestration.paths import warehouse_path
    from warehouse.explorer.serve import serve

    serve(warehouse_path(warehouse), host, port, allow_host or (), _say, open_browser=open_browser)


def _say(line: str) -> None:
    typer.echo(line, err=True)
