"""Fetching bytes from the web, politely and safely.

Belongs here: one address -> one answer. Does not: which addresses (feed.py, web.py), what the bytes mean (transforms.articles).

- `fetch.py`      the way of one address: robots.txt, pause, request, redirects, attempts
- `errors.py`     what can go wrong, and whether asking again can help
- `addresses.py`  which addresses of the internet may be reached; `connect.py` connects to nothing else, and to nothing for longer than allowed
- `body.py`       the answer's bytes, unpacked within limits
- `pace.py`       pauses between requests to one host; `robots.py` what a host allows
"""

from orchestration.sources.fetching.addresses import is_anywhere, is_public
from orchestration.sources.fetching.errors import FetchError, of_declared
from orchestration.sources.fetching.fetch import Answer, Fetcher

__all__ = ["Answer", "FetchError", "Fetcher", "is_anywhere", "is_public", "of_declared"]
