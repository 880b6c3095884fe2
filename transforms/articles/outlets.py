"""Which sources are one outlet, learnt from the hosts of all articles: a feed's title belongs to the host that its links lead to.

Belongs here: hosts and names -> the name that counts. Does not: what a single article says of its source (formats/, pages/), reading the stored ones (warehouse).
The answer depends on the set of what is given, not on its order.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from transforms.accents import plain
from transforms.vocabulary import word_set

LEAST_LABEL: Final = 3
"""Shorter names of hosts are found in names of others by chance."""
_HOST: Final = re.compile(r"(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]+")
_SEPARATOR: Final = re.compile(r"\s+[-–—·•:>~/]+\s+|\s*[|»]+\s*|:\s+")
_SHARED_HOSTS: Final = word_set("outlets", "shared_hosts")
_COMMON_WORDS: Final = word_set("outlets", "common_words")
_ARTICLES: Final = word_set("outlets", "articles")


class Claim(NamedTuple):
    """What articles say of where they come from: the host of their address ("" for none), and their source."""

    host: str
    source: str


def outlets_of(claims: Iterable[Claim]) -> dict[Claim, str]:
    """The outlet that counts for each claim of all articles.

    A source that is only a host is the outlet that the site is known to be. Names that name the site itself ("The Daily Herald", "Daily Herald - World") or
    are all that the site is called are one; other names on the same site stay apart, as an aggregator has them.
    """
    given = sorted(set(claims))
    sites = {claim: _site_of(claim) for claim in given}
    names: dict[str, set[str]] = defaultdict(set)
    for claim in given:
        if sites[claim] and not _is_host(claim.source):
            names[sites[claim]].add(claim.source)
    n_sites = Counter(chain.from_iterable(names.values()))
    for site, name in _named_like(given, set(sites.values()) - {""}):
        names[site].add(name)
    own = {site: _own_names(site, sorted(named), n_sites) for site, named in sorted(names.items())}
    owners: dict[str, set[str]] = defaultdict(set)
    for site, parts in own.items():
        for name in parts:
            owners[name].add(site)
    known_as = {site: min(parts.values(), key=_shortness) for site, parts in own.items() if parts}
    return {claim: _outlet(claim, sites[claim], owners[claim.source], known_as) for claim in given}


def _outlet(claim: Claim, site: str, owners: set[str], known_as: Mapping[str, str]) -> str:
    if _is_host(claim.source):
        return known_as.get(site, site or claim.source)
    if site in owners:
        return known_as[site]
    return known_as[min(owners)] if len(owners) == 1 else claim.source


def _named_like(claims: Iterable[Claim], sites: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The sites that alone are called just like a source that is found without their address, and its name."""
    labels: dict[str, list[str]] = defaultdict(list)
    for site in sites:
        labels[_label(site)].append(site)
    for claim in claims:
        called = labels.get(_plain(claim.source).replace(" ", ""), ())
        if len(called) == 1:
            yield called[0], claim.source


def _own_names(site: str, names: Sequence[str], n_sites: Mapping[str, int]) -> dict[str, str]:
    """The names by which a site calls itself, each with the part that names it; the shortest part is what counts."""
    label = _label(site)
    naming = {name: part for name in names for part in reversed(_parts(name)) if _names_site(part, label)}
    if naming:
        return naming
    # what stands on many sites is the name of a collection
    return _common(names) if all(n_sites[name] == 1 for name in names) else {}


def _shortness(part: str) -> tuple[int, str]:
    return len(part), part


def _common(names: Sequence[str]) -> dict[str, str]:
    """The names with the part that stands in all of them; of a single one all of it."""
    if len(names) == 1:
        return {names[0]: names[0]}
    shared = set.intersection(*({_plain(part) for part in _parts(name)} for name in names)) - {""}
    if not shared:
        return {}
    longest = max(shared, key=lambda words: (len(words), words))
    return {name: next(part for part in _parts(name) if _plain(part) == longest) for name in names}


def _parts(name: str) -> list[str]:
    """The parts of a title such as "World news | The Herald", and all of it where it has no more."""
    return [part for part in _SEPARATOR.split(name) if part.strip()] or [name]


def _names_site(part: str, label: str) -> bool:
    """Whether the first or the last words of a name, or their first letters, are what the site's address is called by."""
    if len(label) < LEAST_LABEL or label in _COMMON_WORDS:
        return False
    words = _plain(part).split()
    starts = ("".join(words[:n]) for n in range(1, len(words) + 1))
    ends = ("".join(words[n:]) for n in range(len(words)))
    return label in (*starts, *ends, "".join(word[0] for word in words))


def _plain(name: str) -> str:
    words = re.findall(r"\w+", plain(name).casefold().replace("'", "").replace("’", ""))
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def _label(site: str) -> str:
    """What a site is called by: `dailyherald` of `dailyherald.co.uk`."""
    label = re.sub(r"[^\w]|_", "", site.partition(".")[0])
    shorter = label.removeprefix("the")
    return shorter if len(shorter) >= LEAST_LABEL else label


def _is_host(source: str) -> bool:
    return _HOST.fullmatch(source) is not None


def _site_of(claim: Claim) -> str:
    """The site of the source where that is a host, else of the address."""
    return site_of(claim.source if _is_host(claim.source) else claim.host)


@cache
def site_of(host: str) -> str:
    """The site that a host belongs to (`dailyherald.co.uk` of `m.dailyherald.co.uk`); empty for numbers and machines without a domain."""
    from courlan import extract_domain  # slow to import: only when there are hosts

    if not _HOST.fullmatch(host):
        return ""
    site = extract_domain(f"https://{host}/") or ".".join(host.split(".")[-2:])
    labels = host.split(".")
    below = next((n for n in range(1, len(labels)) if ".".join(labels[n:]) in _SHARED_HOSTS), None)
    own = "" if below is None else ".".join(labels[below - 1 :]).removeprefix("www.")
    return max(site, own, key=len)
