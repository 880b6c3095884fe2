"""The way of one address: robots.txt, pause, request, redirects, attempts.

Belongs here: one address -> one answer or one FetchError. Does not: which addresses, keeping the bytes.
"""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import MappingProxyType, TracebackType
from typing import Final, Self

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt

from orchestration import __version__
from orchestration.sources.declared import Fetching
from orchestration.sources.fetching.addresses import Policy, is_public
from orchestration.sources.fetching.body import ACCEPTED, read_body
from orchestration.sources.fetching.connect import CheckedTransport, Resolver, resolve, within
from orchestration.sources.fetching.errors import FetchError, of_status
from orchestration.sources.fetching.pace import Pace
from orchestration.sources.fetching.robots import Robots

USER_AGENT: Final = f"Dateline/{__version__}"
LONGEST_WAIT: Final = 30 * 86_400.0  # seconds; a server that asks for more is asked again after so many
NOBODY: Final[Mapping[str, datetime]] = MappingProxyType({})
MOST_DIGITS: Final = 12  # of a number of seconds
ACCEPT: Final = "text/html,application/xhtml+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.8"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered.

    address: where redirects led. content: the unpacked bytes; empty when `is_unchanged` (304). modified: Last-Modified as written.
    """

    address: str
    content: bytes
    media_type: str | None
    etag: str | None
    modified: str | None
    is_unchanged: bool = False


class Fetcher:
    """Fetches addresses for one run; may be used by many threads at once. Close it, or use it as a context manager.

    may_reach: which addresses of the internet may be connected to. left_alone: hosts that asked an earlier run for a wait, by its end.
    """

    def __init__(
        self,
        settings: Fetching,
        may_reach: Policy = is_public,
        resolver: Resolver = resolve,
        left_alone: Mapping[str, datetime] = NOBODY,
    ) -> None:
        self._settings = settings
        self._max_bytes = int(settings.max_megabytes * 2**20)
        self._user_agent = settings.user_agent or USER_AGENT
        self._pace = Pace(settings.seconds_between_requests)
        for host, until in left_alone.items():
            self._pace.leave_alone(host, min((until - datetime.now(UTC)).total_seconds(), LONGEST_WAIT))
        self._robots = Robots(self._user_agent, self._fetch_rules)
        self._client = httpx.Client(
            transport=CheckedTransport(may_reach, 2 * settings.connections, resolver),
            timeout=settings.timeout_seconds,
            headers={"User-Agent": self._user_agent, "Accept": ACCEPT, "Accept-Encoding": ACCEPTED},
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def fetch(self, address: str, etag: str | None = None, modified: str | None = None) -> Answer:
        """What the address answers; `etag` and `modified` are those of the version that is known.

        Raises:
            FetchError: it gave no bytes, after as many attempts as the settings allow.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in conditions.items() if value}
        return self._with_attempts(address, headers, self._max_bytes, ask_robots=True)

    def _fetch_rules(self, address: str, max_bytes: int) -> bytes:
        return self._with_attempts(address, {}, max_bytes, ask_robots=False).content

    def _with_attempts(self, address: str, headers: dict[str, str], max_bytes: int, ask_robots: bool) -> Answer:
        attempts = Retrying(
            stop=stop_after_attempt(self._settings.attempts),
            wait=self._wait,
            retry=retry_if_exception(lambda error: isinstance(error, FetchError) and error.asks_again),
            reraise=True,
        )
        return attempts(self._follow, address, headers, max_bytes, ask_robots)

    def _wait(self, state: RetryCallState) -> float:
        """Twice as long after each attempt, and some more at random, so that many readers do not come back at once."""
        pause: float = self._settings.backoff_seconds * 2.0 ** (state.attempt_number - 1)
        return min(self._settings.max_wait_seconds, pause * random.uniform(1, 1.5))

    def _follow(self, address: str, headers: dict[str, str], max_bytes: int, ask_robots: bool) -> Answer:
        """One attempt, with its redirects; each address on the way is checked as the first one is."""
        url = _checked_url(address)
        seen = {url}
        for _ in range(self._settings.max_redirects + 1):
            pause = self._robots.check(url) if ask_robots else None
            self._pace.wait(url.host, pause)
            answer = self._request(url, headers, max_bytes)
            if isinstance(answer, Answer):
                return answer
            url = answer
            if url in seen:
                raise FetchError("unreachable", f"redirects run in a circle at {url}")
            seen.add(url)
        raise FetchError("unreachable", f"more than {self._settings.max_redirects} redirects")

    def _request(self, url: httpx.URL, headers: dict[str, str], max_bytes: int) -> Answer | httpx.URL:
        begun = time.monotonic()
        try:
            with within(self._settings.deadline_seconds), self._client.stream("GET", url, headers=headers) as response:
                answer = self._read(url, response, max_bytes)
        except httpx.TimeoutException as error:
            raise self._failed(url, self._which_limit(time.monotonic() - begun)) from error
        except httpx.HTTPError as error:
            raise self._failed(url, str(error) or type(error).__name__) from error
        except FetchError as error:
            if error.is_passing:
                self._pace.note(url.host, succeeded=False)
            raise
        except (ValueError, UnicodeError, httpx.InvalidURL, httpx.CookieConflict) as error:
            raise FetchError("unreachable", f"an answer that cannot be understood: {error}"[:200]) from error
        self._pace.note(url.host, succeeded=True)
        return answer

    def _which_limit(self, seconds: float) -> str:
        settings = self._settings
        if seconds >= settings.deadline_seconds:
            return f"no whole answer in {settings.deadline_seconds:g} seconds (deadline_seconds)"
        return f"no answer for {settings.timeout_seconds:g} seconds (timeout_seconds)"

    def _read(self, url: httpx.URL, response: httpx.Response, max_bytes: int) -> Answer | httpx.URL:
        status = response.status_code
        if response.has_redirect_location:
            return _checked_url(str(url.join(response.headers["location"])))
        is_unchanged = status == 304
        if not is_unchanged and not 200 <= status < 300:
            raise self._bad_status(url, response)
        return Answer(
            address=str(url),
            content=b"" if is_unchanged else read_body(response, max_bytes),
            media_type=response.headers.get("content-type"),
            etag=response.headers.get("etag"),
            modified=response.headers.get("last-modified"),
            is_unchanged=is_unchanged,
        )

    def _bad_status(self, url: httpx.URL, response: httpx.Response) -> FetchError:
        seconds = _retry_after(response.headers.get("retry-after", ""))
        if seconds is not None and seconds > self._settings.max_wait_seconds:
            error = self._pace.leave_alone(url.host, seconds)
            told = of_status(response.status_code)
            return FetchError(
                told.reason, f"{told.detail}; {error.detail}", is_passing=True, is_final=True, retry_at=error.retry_at
            )
        if seconds is not None:
            self._pace.hold(url.host, seconds)
        return of_status(response.status_code)

    def _failed(self, url: httpx.URL, words: str) -> FetchError:
        self._pace.note(url.host, succeeded=False)
        return FetchError("unreachable", words[:200], is_passing=True)


def _checked_url(address: str) -> httpx.URL:
    try:
        url = httpx.URL(address.partition("#")[0])
        is_fetched = url.scheme in ("http", "https") and bool(url.host)  # a host may be wrong in itself: http://xn--/
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise FetchError("disallowed", f"no web address: {error}"[:200]) from error
    if not is_fetched:
        raise FetchError("disallowed", f"only http and https addresses are fetched, not {address[:100]}")
    return url


def _retry_after(written: str) -> float | None:
    """Seconds, written as such or as a date (RFC 9110), at most LONGEST_WAIT."""
    if written.strip().isdecimal():
        return min(float(written.strip()[:MOST_DIGITS]), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(0.0, (moment - datetime.now(UTC)).total_seconds()), LONGEST_WAIT)
