"""Cut a text into sentences.

Belongs here: where sentences begin and end. Does not: what stands inside them (clauses/sentence.py).
Every step walks the text once, so that hostile texts end in linear time; a sentence is never longer than `MAX_SENTENCE`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from transforms.events.texts.glued_headers import glued_ends
from transforms.events.words.word_table import WordTable
from transforms.vocabulary import word_set

MAX_SENTENCE: Final = 2_000  # characters; what is longer is a table or a list, and is cut at a space
MAX_WRAPPED_LINE: Final = 100  # characters; text wrapped by hand has no longer lines
MIN_WRAPPED_LINE: Final = 45  # characters; a shorter line is a heading or a list item, not a wrapped one
SLACK: Final = 12  # characters by which lines wrapped by hand are shorter than they could be

_TITLES: Final = word_set("sentences", "titles")
_STATES: Final = word_set("sentences", "states")
_ABBREVIATIONS: Final = word_set("sentences", "abbreviations") | _STATES
_STARTERS: Final = word_set("sentences", "starters")
_JOINED: Final = word_set("sentences", "joined")

_BLOCK_BREAK: Final = re.compile(r"(?:\r\n|\n|\r)[ \t\r\n\f\v]*")
# a run of full stops with the quotes, brackets and footnote marks that close behind it
_STOP: Final = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*+(?:[\"'”’»)\]]|\[\d{1,3}\]|\[ID:\w{1,16}\])*+")
_NEXT: Final = re.compile(r"[ \t\u00a0]*+(?:[\"'“‘«(\[`¿¡-]|\u2014)*+[ ]*+([^\W_]*)")
_LAST_WORD: Final = re.compile(r"[^\s(\[\"“‘'`]++$")
_INITIALS: Final = re.compile(r"(?:[a-z]\.)+[a-z]")
_TITLE: Final = "title"
_ABBREVIATION: Final = "abbreviation"
_NUMBER: Final = "no"  # "No. 5", but "No. The"
_SHORT_TITLE: Final = 2  # letters; a longer title in capitals may be the acronym of an organisation
_LOOK_BACK: Final = 24  # characters; longer than any abbreviation
_PLACE_BACK: Final = 48  # characters; longer than most places with the preposition before and the state behind
# a place behind a preposition, and the abbreviation of its state: "in Norfield, Va"
_IN_STATE: Final = re.compile(
    r"\b(?:in|at|from|to|near|outside|of) (?:[A-Z][\w.'’-]* ){0,2}[A-Z][\w'’-]*, ([A-Z][A-Za-z.]+)$"
)
# a heading in capitals that no line break parts from its paragraph; one of its words is too long for an acronym
_CROSS_HEAD: Final = re.compile(
    r"(?=[A-Z0-9'’,&/ -]{0,80}?[A-Z]{5})[A-Z0-9][A-Z0-9'’,&/-]*+(?: [A-Z0-9&][A-Z0-9'’,&/-]*+){1,7}(?= [\"“]?[A-Z](?:[a-z]| [a-z]))"
)
# a word that only begins sentences, though no full stop parts it from the headline before it; the engine finds a pattern fastest that begins with one character
_RUN_ON: Final = re.compile(r" (?=(?:An?|But|He|She|It|The(?:y|re|se)?) [a-z]{2})(?<=[a-z] )")
_SHORTEST_HEADLINE: Final = 20  # characters
_LONGEST_HEADLINE: Final = 160
_QUOTATIONS: Final = (("\u201c", "\u201d"), ("``", "''"))
_NEVER_FIRST: Final = frozenset({",", ";"})  # no line begins with these but one that goes on
_GLUED: Final = re.compile(r"[A-Z][a-z]+\b|[A-Z]{2,}\s|[“\"]")


class Span(NamedTuple):
    """Character offsets of a piece of text, end exclusive."""

    start: int
    end: int


def split_sentences(text: str) -> list[Span]:
    """The sentences of a text in order, without the white space around them; headings and list items are sentences of their own."""
    return [sentence for block in split_blocks(text) for sentence in sentences_of_block(text, block)]


def sentences_of_block(text: str, block: Span) -> list[Span]:
    """Those sentences of a text that stand in one of its blocks."""
    return [
        piece
        for sentence in _sentences(text, block)
        for piece in (_cut_long(text, sentence) if sentence.end - sentence.start > MAX_SENTENCE else (sentence,))
    ]


def split_blocks(text: str) -> Iterator[Span]:
    """Paragraphs, headings and list items: a sentence never runs across their borders."""
    start = 0
    breaks = list(_BLOCK_BREAK.finditer(text))
    for index, gap in enumerate(breaks):
        following = breaks[index + 1].start() if index + 1 < len(breaks) else len(text)
        line_start = breaks[index - 1].end() if index else 0
        if not _is_soft_wrap(text, Span(line_start, gap.start()), gap, following):
            yield from _trimmed(text, start, gap.start())
            start = gap.end()
    yield from _trimmed(text, start, len(text))


def _is_soft_wrap(text: str, line: Span, gap: re.Match[str], following: int) -> bool:
    """Whether a line break only wraps a line: no blank line, both lines of wrapped length, the first one no heading in capitals above small letters.

    Where the first word of the next line would have had its place, the line was broken for another reason.
    """
    if text[gap.end() : gap.end() + 1] in _NEVER_FIRST and gap.group().count("\n") == 1:
        return True  # "Borg, R-La." and on the next line ", called on"
    if gap.group().count("\n") > 1 or not MIN_WRAPPED_LINE <= line.end - line.start <= MAX_WRAPPED_LINE:
        return False
    if following - gap.end() > MAX_WRAPPED_LINE:
        return False
    first_word = text[gap.end() : following].partition(" ")[0]
    if not first_word[:1].islower() and line.end - line.start + len(first_word) + SLACK <= following - gap.end():
        return False
    if text[line.start : line.end].isupper() and not text[gap.end() : following].isupper():
        return False
    return text[gap.end() : gap.end() + 1] not in "-*•–"


def _sentences(text: str, block: Span) -> list[Span]:
    start, sentences = block.start, list[Span]()
    for stop in _STOP.finditer(text, block.start, block.end):
        if stop.start() >= start and _ends_sentence(text, stop, block):
            sentences += _without_headers(text, start, stop.end())
            start = stop.end()
    return sentences + _without_headers(text, start, block.end)


def _without_headers(text: str, start: int, end: int) -> list[Span]:
    """One sentence, and before it the headers of the page that are glued to it."""
    cuts = [start, *glued_ends(text, start, end), end]
    return [span for first, last in pairwise(cuts) for span in _without_heading(text, first, last)]


def _without_heading(text: str, start: int, end: int) -> list[Span]:
    """One sentence, and before it the heading that is glued to it: `A COMMON FATE The bank called for ...`, `Rebels take the town A mother fled`."""
    spans = _trimmed(text, start, end)
    for span in spans:
        heading = _CROSS_HEAD.match(text, span.start, span.end)
        if heading is not None:
            return [Span(*heading.span()), *_trimmed(text, heading.end(), span.end)]
        for gap in _RUN_ON.finditer(
            text, span.start + _SHORTEST_HEADLINE, min(span.end, span.start + _LONGEST_HEADLINE)
        ):
            if _is_run_on(text, span.start, gap.start()):
                return [Span(span.start, gap.start()), Span(gap.end(), span.end)]
    return spans


def _is_run_on(text: str, start: int, end: int) -> bool:
    """Whether a headline ends at an offset: an ordinary word in small letters stands before it, and nothing is quoted there."""
    word = text[max(start, end - _LOOK_BACK) : end].rpartition(" ")[2]
    quoted = any(text.count(mark, start, end) > text.count(close, start, end) for mark, close in _QUOTATIONS)
    return word.islower() and word not in _JOINED and not quoted


def _ends_sentence(text: str, stop: re.Match[str], block: Span) -> bool:
    at, end = stop.span()
    if end >= block.end:
        return True
    if not text[end].isspace():
        return _is_glued_end(text, at, end)
    match = _NEXT.match(text, end, min(block.end, end + 40))
    following = match.group(1) if match else ""
    if following[:1].islower() or text[end : end + 2].lstrip() in _NEVER_FIRST:
        return False
    if text[at] != "." or stop.group()[:2] == "..":
        return True
    return not _is_abbreviation(text, at, block.start, following)


def _is_glued_end(text: str, at: int, end: int) -> bool:
    """Whether a full stop without a space behind it still ends a sentence: `the United States.US Secretary`."""
    before = text[max(0, at - 3) : at]
    return (
        end == at + 1 and len(before) == 3 and before.isalpha() and before.islower() and bool(_GLUED.match(text, end))
    )


def _is_abbreviation(text: str, at: int, block_start: int, following: str) -> bool:
    before = text[max(block_start, at - _LOOK_BACK) : at]
    if not before or before[-1].isspace():
        return False
    word = before.rsplit(None, 1)[-1]
    kind = _KINDS[word]
    if kind == _TITLE and len(word) > _SHORT_TITLE and word.isupper():
        kind = _ABBREVIATION  # "sued by the SEC. Meanwhile"
    if kind != _ABBREVIATION:
        return kind == _TITLE
    return following.lower() not in _STARTERS and not _ends_place(text[max(block_start, at - _PLACE_BACK) : at])


def _ends_place(before: str) -> bool:
    """Whether the abbreviation of a state ends a place, behind which no name goes on without a comma: `in Washington, D.C`."""
    place = _IN_STATE.search(before)
    return place is not None and place.group(1).lower() in _STATES


def _kind(piece: str) -> str:
    """What the word at the end of a piece of text may be before a full stop: a title, another abbreviation, or neither."""
    match = _LAST_WORD.search(piece)
    word = match.group().lower() if match else ""
    if word in _TITLES and word != _NUMBER:
        return _TITLE
    is_short = word == _NUMBER or word in _ABBREVIATIONS or len(word) == 1 and word.isalpha()
    return _ABBREVIATION if is_short or _INITIALS.fullmatch(word) else ""


_KINDS: Final = WordTable(_kind)


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    """A stretch without the white space around it; none where nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if start < end else []


def _cut_long(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while end - start > MAX_SENTENCE:
        space = text.rfind(" ", start + 1, start + MAX_SENTENCE)
        cut = space if space > 0 else start + MAX_SENTENCE
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)
