"""Articles in, event mentions out.

Belongs here: the extractor that works by rules, over frames; rows from candidates. Does not: the rules (the other modules of this package).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from hashlib import sha256
from importlib.resources import files
from itertools import islice
from types import MappingProxyType
from typing import Any, Final, Protocol

import polars as pl

from transforms.collector import without_collector
from transforms.events.candidate import Candidate
from transforms.events.context.judge import judge
from transforms.events.context.stories import date_stories
from transforms.events.identity import mention_id
from transforms.events.ontology import Ontology, load_ontology
from transforms.events.reading import Article, Given, read_articles, read_candidates
from transforms.events.roles.where import find_country, find_place
from transforms.events.status.confidence import MIN_CONFIDENCE
from transforms.events.status.statuses import Status
from transforms.events.texts.glued_headers import n_headers
from transforms.events.triggers.patterns import Lexicon, compile_lexicon
from transforms.readable import Readable, read_apart
from transforms.schema import EVENT_MENTIONS
from transforms.temporal import TAGGER_VERSION, DateExpression, Precision, expressions_of

CODE_VERSION: Final = "2"
_NOT_WRITTEN: Final = frozenset({Status.HYPOTHETICAL})
_LANGUAGES: Final = frozenset({"en"})
ARTICLES_TOGETHER: Final = 32  # that go through each step of reading together


class Extractor(Protocol):
    """Whatever finds the events of articles; `version` changes whenever its results may."""

    version: str

    @property
    def languages(self) -> frozenset[str] | None:
        """The languages in which it finds events; None for all."""
        ...

    @property
    def waits(self) -> bool:
        """Whether it mostly waits for a server: its batches then stay small and in one process."""
        ...

    @property
    def usage(self) -> Mapping[str, int | float]:
        """What it has used so far, as counts by name; empty for an engine that costs nothing."""
        ...

    def extract(self, articles: pl.DataFrame) -> pl.DataFrame:
        """`ARTICLES` columns in (at least article_id, title, text, published_date, lang), `EVENT_MENTIONS` rows out.

        A further column `transforms.temporal.FOUND` may hold the date expressions of each article, so that they need not be found again.

        Raises:
            UnreadableArticleError: the articles it names cannot be read, now or ever; the others can.
        """
        ...


class RuleExtractor:
    """Finds events by the ontology's triggers and English grammar; articles in other languages give no mention.

    `hypothetical`: whether events that are only thought of (`would attack`, `if he resigns`) are written out too.
    """

    languages: Final[frozenset[str]] = _LANGUAGES
    waits: Final = False
    usage: Final[Mapping[str, int | float]] = MappingProxyType({})

    def __init__(self, ontology: Ontology | None = None, *, hypothetical: bool = False) -> None:
        self.ontology = ontology or load_ontology()
        self.version = _version(self.ontology)
        self._left_out = frozenset[Status]() if hypothetical else _NOT_WRITTEN

    @cached_property
    def _lexicon(self) -> Lexicon:
        """The triggers, compiled when the first article is read: that takes a second, and who only wants to know whether there is an extractor needs none."""
        return compile_lexicon(self.ontology)

    def __reduce__(self) -> tuple[Any, ...]:
        """How another process makes the same: compiled triggers cannot be handed over, and are ten times as large as the ontology."""
        return partial(RuleExtractor, hypothetical=not self._left_out), (self.ontology,)

    def extract(self, articles: pl.DataFrame) -> pl.DataFrame:
        """The event mentions of every article, each read by itself.

        articles: one row per article; needs `article_id`, `text`, `title`, `published_date` and `lang` (each null where unknown but the first two);
        takes the date expressions of `FOUND` where they are given.
        Returns the columns of `EVENT_MENTIONS`, articles in their order, mentions by `trigger_start`.
        """
        columns = articles.select("article_id", "title", "text", "published_date", "lang")
        with without_collector():
            read = zip(columns.iter_rows(), expressions_of(articles), strict=True)
            lots = iter(lambda: list(islice(read, ARTICLES_TOGETHER)), [])
            rows = [row for lot in lots for row in self._rows(lot)]
        return pl.DataFrame(rows, schema=EVENT_MENTIONS.polars_schema, orient="row")

    def _rows(
        self, lot: Sequence[tuple[tuple[Any, ...], Sequence[DateExpression] | None]]
    ) -> Iterator[tuple[Any, ...]]:
        ids, given = list[str](), list[Given]()
        for (article_id, title, text, published, lang), expressions in lot:
            if not lang or lang in _LANGUAGES:
                ids.append(article_id)
                given.append(Given(text, title, published, expressions))
        read = [
            (article_id, *one)
            for article_id, one in zip(ids, read_articles(given, self._lexicon), strict=True)
            if one is not None
        ]
        found = [read_candidates(article, told, self.ontology) for _, article, told in read]
        for (article_id, article, _), candidates in zip(read, found, strict=True):
            headers = n_headers(article.text, article.sentences)
            date_stories(candidates, article.text, article.sentences, article.expressions)
            judged = judge(candidates, article.sayings, article.published, article.title, headers, article.text)
            for item in self._kept(judged):
                yield _row(article_id, article, item, self.version)

    def _kept(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The candidates that are written out, in the order of the text."""
        kept = [item for item in candidates if item.status not in self._left_out and item.score >= MIN_CONFIDENCE]
        return sorted(kept, key=lambda item: (item.sentence.starts[item.hit.start], item.hit.event_type))


def extract_readable(extractor: Extractor, articles: pl.DataFrame) -> Readable:
    """The event mentions of the articles that the extractor can read, and why it cannot read the others.

    articles: as the extractor wants them. `rows` of the result has the columns of `EVENT_MENTIONS`.

    Raises:
        UserError: what stopped the extractor is for the user to mend, not an article's fault.
    """
    return read_apart(EVENT_MENTIONS, extractor.extract, articles)


def _version(ontology: Ontology) -> str:
    data = sorted(
        (file for file in (files("transforms") / "data").iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    )
    parts = [CODE_VERSION, ontology.version, TAGGER_VERSION, *(file.read_text(encoding="utf-8") for file in data)]
    return sha256("\0".join(parts).encode()).hexdigest()[:16]


def _row(article_id: str, article: Article, item: Candidate, version: str) -> tuple[Any, ...]:
    sentence, hit, dating = item.sentence, item.hit, item.dating
    start, end = sentence.starts[hit.start], sentence.ends[hit.end - 1]
    interval = dating.interval if dating else None
    words = dating.expression if dating else None
    place = find_place(article.places, sentence, hit, item.roles)
    return (
        mention_id(article_id, start, end, hit.event_type),
        article_id,
        hit.event_type,
        item.status.value,
        interval.start if interval else None,
        interval.end if interval else None,
        (interval.precision if interval else Precision.UNKNOWN).value,
        interval.edtf if interval else None,
        dating.basis.value if dating else None,
        words.text if words else None,
        words.start if words else None,
        words.end if words else None,
        dating.reason if dating else None,
        [{"name": actor.name, "role": role, "kind": actor.kind, "state": actor.state} for actor, role in item.roles],
        place.name if place else None,
        find_country(place, hit, item.roles),
        place.latitude if place else None,
        place.longitude if place else None,
        article.text[start:end],
        start,
        end,
        sentence.span.start,
        sentence.span.end,
        item.attributed_to,
        item.score,
        version,
    )
