"""Serve the explorer: the address, the socket, the browser.

Belongs here: uvicorn. Does not: the application (app.py).
"""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable, Collection
from pathlib import Path

import uvicorn

from transforms.errors import UserError
from warehouse.explorer.app import create_app

FIRST_PORT = 8765
PORTS_TRIED = 20


def serve(
    warehouse: Path,
    host: str,
    port: int | None,
    names: Collection[str],
    say: Callable[[str], None],
    open_browser: bool = False,
) -> None:
    """Serve until interrupted.

    port: None takes the first free one from `FIRST_PORT` on. names: further names that requests may be sent to. say: where the address is told.

    Raises:
        UserError: the port is taken, or the host is no address of this machine.
    """
    listening = _listen(host, [port] if port is not None else range(FIRST_PORT, FIRST_PORT + PORTS_TRIED))
    address = _address(host, listening.getsockname()[1])
    say(f"Exploring {warehouse} at {address} (Ctrl-C stops)")
    if open_browser:
        threading.Timer(0.5, webbrowser.open, [address]).start()
    config = uvicorn.Config(
        create_app(warehouse, {host, *names}), log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=3
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, ports: Collection[int]) -> socket.socket:
    error: OSError | None = None
    for port in ports:
        try:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            return socket.create_server((host, port), family=family, backlog=256)
        except OSError as problem:
            error = problem
    asked = f"{host}:{next(iter(ports))}"
    raise UserError(f"cannot listen on {asked} ({error}): choose another with --port or --host")


def _address(host: str, port: int) -> str:
    shown = {"0.0.0.0": "localhost", "::": "localhost"}.get(host, host)
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"
