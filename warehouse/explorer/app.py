"""The web application: routes, threads, and what an error becomes.

Belongs here: HTTP. Does not: addresses and what they answer (pages/, api.py), headers and host names (security.py).
"""

from __future__ import annotations

import gc
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Final

from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from transforms.errors import UserError
from warehouse.errors import NoWarehouseError, WarehouseBusyError
from warehouse.explorer.api import ADDRESSES, Address, File, description
from warehouse.explorer.errors import GoneError, IsDayError, MovedError, NotFoundError
from warehouse.explorer.html import compile_templates, static_files
from warehouse.explorer.pages import PAGES, Page
from warehouse.explorer.pages.frame import problem_page
from warehouse.explorer.pages.sql import sql_page
from warehouse.explorer.pages.timeline import refused_timeline_page
from warehouse.explorer.params import SqlParams, read_params
from warehouse.explorer.security import KnownHosts, SafeHeaders
from warehouse.explorer.store import Store

# Pages are work for the processor: more threads than these only get in each other's way.
PAGE_THREADS: Final = 2
# The reader's own SQL may take long; it must not keep pages waiting.
SQL_THREADS: Final = 2
RETRY_SECONDS: Final = 3
# The header of a file that a limit cut; its name says so too.
MORE_ROWS: Final = "Dateline-More-Rows"
FOREVER: Final = "public, max-age=31536000, immutable"

TITLES: Final = {
    400: "That cannot be asked",
    404: "Nothing here",
    405: "The explorer only reads",
    410: "This event is gone",
    500: "Something went wrong",
    503: "No answer right now",
}

_log = logging.getLogger(__name__)
Endpoint = Callable[[Request], Awaitable[Response]]


def create_app(warehouse: Path, hosts: Collection[str] = ()) -> ASGIApp:
    """The explorer of one warehouse file, which may not exist yet.

    hosts: names besides `localhost` and addresses in numbers that requests may be sent to.
    """
    store = Store(warehouse)
    limits = {"/sql": CapacityLimiter(SQL_THREADS), "/api/sql": CapacityLimiter(SQL_THREADS)}
    usual = CapacityLimiter(PAGE_THREADS)
    routes = [
        *(Route(page.path, _page(store, page, limits.get(page.path, usual))) for page in PAGES),
        Route("/api/openapi.json", _openapi),
        *(Route(address.path, _address(store, address, limits.get(address.path, usual))) for address in ADDRESSES),
        Route("/static/{name}", _static),
    ]
    app = Starlette(
        routes=routes,
        exception_handlers={HTTPException: _http_problem(store), Exception: _failure(store)},
        lifespan=_lifespan(store),
    )
    # around everything, so that pages about failures are as safe as others
    return SafeHeaders(KnownHosts(app, hosts))


def _lifespan(store: Store) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        Thread(target=_warm, args=(store,), name="explorer-warm", daemon=True).start()
        yield
        await to_thread.run_sync(store.close)

    return lifespan


def _warm(store: Store) -> None:
    """Load the list of events and the templates before somebody asks; problems are for who asks."""
    compile_templates()
    with suppress(UserError):
        store.catalogue()
    # what is there by now stays: looking through all of it for garbage held every page up for a tenth of a second
    gc.collect()
    gc.freeze()


def _page(store: Store, page: Page, limiter: CapacityLimiter) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        return await to_thread.run_sync(_html, store, page, request, limiter=limiter)

    return endpoint


def _html(store: Store, page: Page, request: Request) -> Response:
    given = request.query_params.multi_items()
    try:
        return HTMLResponse(page.made(store, read_params(page.params, given), **request.path_params))
    except MovedError as moved:
        return _moved(request, moved)
    except IsDayError as asked:
        return RedirectResponse(f"/?from={asked.day}&to={asked.day}")
    except UserError as error:
        return _html_problem(store, page, given, error)


def _html_problem(store: Store, page: Page, given: list[tuple[str, str]], error: UserError) -> Response:
    status = _status(error)
    if status == 400 and page.path == "/":
        with suppress(UserError):
            return HTMLResponse(refused_timeline_page(store, given, error), status)
    if status == 400 and page.path == "/sql":
        with suppress(UserError):
            return HTMLResponse(sql_page(store, read_params(SqlParams, given), error), status)
    return _problem_response(store, status, error)


def _problem_response(store: Store, status: int, error: UserError | str) -> Response:
    busy = isinstance(error, WarehouseBusyError)
    title = "A run is writing" if busy else TITLES.get(status, "Something went wrong")
    if isinstance(error, NoWarehouseError):
        title = "No warehouse yet"
    html = problem_page(store, title, error, refresh=RETRY_SECONDS if status == 503 else None)
    return HTMLResponse(html, status, headers=_retry(status))


def _address(store: Store, address: Address, limiter: CapacityLimiter) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        return await to_thread.run_sync(_json, store, address, request, limiter=limiter)

    return endpoint


def _json(store: Store, address: Address, request: Request) -> Response:
    try:
        params = read_params(address.params, request.query_params.multi_items())
        answer = address.answered(store, params, **request.path_params)
    except MovedError as moved:
        return _moved(request, moved)
    except IsDayError as asked:
        return RedirectResponse(f"/api/events?from={asked.day}&to={asked.day}")
    except UserError as error:
        status = _status(error)
        return JSONResponse({"error": str(error)}, status, headers=_retry(status))
    if isinstance(answer, File):
        named = {"Content-Disposition": f'attachment; filename="{answer.name}"'}
        cut = {MORE_ROWS: "true"} if answer.has_more else {}
        return Response(answer.content, media_type=answer.media_type, headers=named | cut)
    return Response(answer.model_dump_json(), media_type="application/json")


def _moved(request: Request, moved: MovedError) -> Response:
    path = request.url.path.rpartition("/")[0] + f"/{moved.event_id}"
    return RedirectResponse(f"{path}?{request.url.query}" if request.url.query else path, 308)


def _status(error: UserError) -> int:
    if isinstance(error, NoWarehouseError | WarehouseBusyError):
        return 503
    if isinstance(error, GoneError):
        return 410
    return 404 if isinstance(error, NotFoundError) else 400


def _retry(status: int) -> dict[str, str]:
    return {"Retry-After": str(RETRY_SECONDS)} if status == 503 else {}


async def _openapi(request: Request) -> Response:
    return JSONResponse(description())


async def _static(request: Request) -> Response:
    file = static_files().get(request.path_params["name"])
    if file is None:
        raise HTTPException(404)
    return Response(file.content, media_type=file.media_type, headers={"Cache-Control": FOREVER})


def _http_problem(store: Store) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        words = {
            404: f"There is no page {request.url.path[:200]}: start from the timeline.",
            405: "Addresses here are read with GET.",
        }
        problem = words.get(error.status_code, str(error.detail))
        return _answer(store, request, error.status_code, problem, dict(error.headers or {}))

    return answer


def _failure(store: Store) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, error: Exception) -> Response:
        _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
        problem = "This is a defect of the explorer; what it printed where it was started says more."
        return _answer(store, request, 500, problem, {})

    return answer


def _answer(store: Store, request: Request, status: int, problem: str, headers: dict[str, str]) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": problem}, status, headers=headers)
    page = _problem_response(store, status, problem)
    page.headers.update(headers)
    return page
