"""The extractor that asks a language model.

Belongs here: from articles to requests, from answers to grounded rows, counting. Does not: the requests (client.py), what is kept (transforms.events.grounding).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from threading import Lock
from typing import Any, Final

import polars as pl
from openai.types.chat import ChatCompletionMessageParam

from orchestration.llm.client import Endpoint, Reply, RequestError
from orchestration.llm.prompt import instructions, pieces, request
from orchestration.llm.settings import LlmSettings
from transforms.events import Ontology
from transforms.events.grounding import AnswerError, ground, read_answer, read_source
from transforms.readable import UnreadableArticleError
from transforms.schema import EVENT_MENTIONS
from transforms.temporal import TAGGER_VERSION

CODE_VERSION: Final = "1"
MAX_ECHO: Final = 2_000  # characters of a wrong answer that are sent back with what is wrong


@dataclass(slots=True)
class _Counts:
    """What has been used and refused so far, counted from several threads; costs in US dollars of the answers of which they are known."""

    numbers: Counter[str] = field(default_factory=Counter)
    costs: list[float] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def add_reply(self, reply: Reply) -> None:
        with self.lock:
            self.numbers.update(
                requests=1, prompt_tokens=reply.prompt_tokens, completion_tokens=reply.completion_tokens
            )
            if reply.cost is not None:
                self.costs.append(reply.cost)

    def add_events(self, kept: int, refused: Mapping[str, int]) -> None:
        with self.lock:
            self.numbers.update(events_kept=kept, **{f"refused_{reason}": n for reason, n in refused.items()})


class LlmExtractor:
    """Events as a language model reports them, each held to the article's own words; dates by our own tagger."""

    languages: Final = None
    waits: Final = True

    def __init__(self, ontology: Ontology, settings: LlmSettings, *, hypothetical: bool = False) -> None:
        self.ontology = ontology
        self._hypothetical = hypothetical
        self._settings = settings
        self._endpoint = Endpoint(settings)
        self._instructions = instructions(ontology, hypothetical=hypothetical)
        self._counts = _Counts()
        # answers to articles of a batch that also held an unreadable one, so that reading the others again asks nothing
        self._read: dict[tuple[str, str], list[dict[str, Any]]] = {}
        parts = (CODE_VERSION, self._instructions, ontology.version, TAGGER_VERSION, settings.model)
        self.version = sha256("\0".join(parts).encode()).hexdigest()[:16]

    @property
    def usage(self) -> Mapping[str, int | float]:
        """Requests, tokens, events kept and refused by reason, and the cost in US dollars where a price is known, so far."""
        counts = self._counts
        return {**counts.numbers, "cost_usd": round(sum(counts.costs), 6)} if counts.costs else counts.numbers

    def extract(self, articles: pl.DataFrame) -> pl.DataFrame:
        """The grounded events of every article, several requests at once.

        articles: one row per article; needs `article_id`, `text`, `title`, `published_date` and `lang` (each null where unknown but the first two).
        Returns the columns of `EVENT_MENTIONS`, articles in their order, mentions by `trigger_start`.

        Raises:
            EndpointError: the endpoint cannot be used.
            UnreadableArticleError: for some articles it gave no answer of the asked form; those of the others are remembered for the next call.
        """
        columns = articles.select("article_id", "title", "text", "published_date", "lang")
        failed: dict[str, str] = {}
        pool = ThreadPoolExecutor(self._settings.requests_at_once)
        try:
            jobs = [(row[0], pool.submit(self._rows, *row)) for row in columns.iter_rows()]
            rows: list[dict[str, Any]] = []
            for article_id, job in jobs:
                try:
                    rows += job.result()
                except RequestError as error:
                    failed[article_id] = str(error)
        finally:
            pool.shutdown(cancel_futures=True)
        if failed:
            raise UnreadableArticleError(failed)
        self._read.clear()
        return EVENT_MENTIONS.frame([row | {"extractor_version": self.version} for row in rows])

    def _rows(
        self, article_id: str, title: str | None, text: str, published: date | None, lang: str | None
    ) -> list[dict[str, Any]]:
        done = (article_id, sha256(f"{title}\0{published}\0{text}".encode()).hexdigest())
        if done not in self._read:
            source = read_source(article_id, text, title, published, lang)
            events = [event for piece in pieces(text) for event in self._ask(request(title, published, piece))]
            grounded = ground(source, events, self.ontology, hypothetical=self._hypothetical)
            self._counts.add_events(len(grounded.rows), grounded.refused)
            self._read[done] = grounded.rows
        return self._read[done]

    def _ask(self, question: str) -> list[Any]:
        """The events of one answer; an answer of another form is sent back with what is wrong.

        Raises:
            RequestError: no answer has the asked form.
        """
        messages: list[ChatCompletionMessageParam] = [
            {"role": "system", "content": self._instructions},
            {"role": "user", "content": question},
        ]
        problem = ""
        for _ in range(self._settings.repairs + 1):
            reply = self._endpoint.ask(messages)
            self._counts.add_reply(reply)
            try:
                return read_answer(reply.text)
            except AnswerError as error:
                problem = str(error)
                wrong = (
                    f'That is not the asked form ({problem}). Answer again with one JSON object {{"events": [...]}}.'
                )
                answered = reply.text[:MAX_ECHO]
                messages[2:] = [{"role": "assistant", "content": answered}, {"role": "user", "content": wrong}]
        raise RequestError(f"{self._settings.repairs + 1} answers without the asked form; the last one: {problem}")
