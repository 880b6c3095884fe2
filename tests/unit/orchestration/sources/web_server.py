"""A real HTTP server on this machine that plays an outlet: feeds, pages and all that goes wrong with them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Play = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Plays what the server has under the path; notes every request with its headers."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.requests.append((self.path, dict(self.headers.items())))
        play = self.server.plays.get(self.path)
        try:
            if play is None:
                self.send(b"not here", status=404)
            else:
                play(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def send(self, body: bytes, status: int = 200, media_type: str = "text/html", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": media_type, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def begin(self, **headers: str) -> None:
        """Status and headers of an answer without a length: it ends when the connection does."""
        self.close_connection = True
        self.send_response(200)
        for name, value in {"Connection": "close", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """What is played under each path, and what was asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.plays: dict[str, Play] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is part of the play."""

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def play(self, path: str, play: Play | bytes | str, media_type: str = "text/html", **headers: str) -> None:
        body = play.encode() if isinstance(play, str) else play
        if isinstance(body, bytes):
            self.plays[path] = lambda handler: handler.send(body, media_type=media_type, **headers)
        else:
            self.plays[path] = body

    def asked(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(asked == path for asked, _ in self.requests)

    def last_headers(self, path: str) -> dict[str, str]:
        return next(headers for asked, headers in reversed(self.requests) if asked == path)


@contextmanager
def running_server() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def page(subject: str = "the harbour", day: str = "2023-03-21", link: str = "") -> str:
    """An article page long enough to be one."""
    paragraphs = "".join(
        f"<p>The committee of {subject} met on Monday for the {nth} time and heard what the engineers had to say about it.</p>"
        for nth in ("first", "second", "third", "fourth")
    )
    return (
        f"<html lang='en'><head><title>Committee meets about {subject}</title>{link}"
        f"<meta property='article:published_time' content='{day}T10:00:00+02:00'></head>"
        f"<body><article><h1>Committee meets about {subject}</h1>{paragraphs}</article></body></html>"
    )


def feed(*items: str) -> str:
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>Harbour Post</title>{''.join(items)}</channel></rss>"
    )


def feed_item(link: str, text: str = "In short.", title: str = "Committee meets") -> str:
    return (
        f"<item><title>{title}</title><link>{link}</link><description>{text}</description>"
        "<pubDate>Tue, 21 Mar 2023 08:00:00 GMT</pubDate></item>"
    )
