"""Pages that stand before an article: they ask to sign in, for consent or money, or say that there is no page; many servers send them as a success.

Belongs here: knowing such a page by its words. Does not: finding the text of a page (text.py), the words (data/articles.toml).

They speak to the reader and tell nothing that happened, unlike reports of cookies, passwords and subscriptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from transforms.articles.document import RefusedError
from transforms.articles.vocabulary import vocabulary

MAX_WALL_CHARACTERS: Final = 6_000
"""The longest notices on cookies are shorter than this; so is any article that is told for one."""
LEAST_SHARE_OF_PHRASES: Final = 0.35
"""Share of a wall's characters that are in sentences with one of its phrases."""
LEAST_SHARE_TO_READER: Final = 0.75
"""Share of a wall's characters that are in such sentences, or in others that speak to the reader."""
FIRST_SENTENCES: Final = 4
"""Below a headline that says what the page is, one of these holds a phrase; what follows may be the stories of the day."""

_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s+|\n+")
_SITE_NAME: Final = re.compile(r"\s+[-|–—·•]\s+")


def check_wall(title: str | None, text: str) -> None:
    """Refuse a page with this headline and main text when it is no article but what stands before one.

    Raises:
        RefusedError: `no_article`.
    """
    told = _told_of_wall(title, text)
    if told:
        raise RefusedError("no_article", f"no article: a page that {told}")


def _told_of_wall(title: str | None, text: str) -> str | None:
    """What is told of the kind of page, null for an article."""
    plain = _plain(text)
    by_phrase = _phrases()
    if by_phrase.search(plain) is None:
        return None
    sentences = [sentence for sentence in _SENTENCE_END.split(plain) if sentence]
    no_reports = [sentence for sentence in sentences if not _reports().search(sentence)]
    with_phrase = [sentence for sentence in no_reports if by_phrase.search(sentence)]
    if told := _told_by_title(title):
        return told if set(with_phrase).intersection(sentences[:FIRST_SENTENCES]) else None
    if len(plain) > MAX_WALL_CHARACTERS:
        return None
    to_reader = [sentence for sentence in no_reports if by_phrase.search(sentence) or _reader().search(sentence)]
    n_characters = sum(map(len, sentences))
    is_wall = (
        sum(map(len, with_phrase)) >= LEAST_SHARE_OF_PHRASES * n_characters
        and sum(map(len, to_reader)) >= LEAST_SHARE_TO_READER * n_characters
    )
    return _told_most_often(plain) if is_wall else None


def _told_by_title(title: str | None) -> str | None:
    parts = {part.strip(" .!?…") for part in _SITE_NAME.split(_plain(title or ""))}
    return next((wall.told for wall in vocabulary().walls.kinds if parts & wall.titles), None)


def _told_most_often(plain: str) -> str:
    kinds = vocabulary().walls.kinds
    return max(kinds, key=lambda wall: len(_any_of(wall.phrases).findall(plain))).told


def _plain(text: str) -> str:
    return text.replace("\u2019", "'").lower()


@cache
def _phrases() -> re.Pattern[str]:
    return _any_of(phrase for wall in vocabulary().walls.kinds for phrase in wall.phrases)


@cache
def _reader() -> re.Pattern[str]:
    return _any_of(vocabulary().walls.reader)


@cache
def _reports() -> re.Pattern[str]:
    return _any_of(vocabulary().walls.reports)


@cache
def _compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(phrase).replace(r"\*", r"\w*") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the phrases as whole words."""
    return _compiled(tuple(phrases))
