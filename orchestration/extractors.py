"""Which extractor a run uses.

Belongs here: the engines by name, and making one from the user's settings. Does not: extracting (transforms.events, orchestration.llm).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from orchestration.paths import ontology_path
from orchestration.sources import SourceError
from transforms.errors import UserError
from transforms.events import Extractor, Ontology, OntologyError, RuleExtractor, load_ontology

DEFAULT_ENGINE = "rules"


@dataclass(frozen=True, slots=True)
class ExtractorSettings:
    """What a user may say of the extractor: the engine, own event types, the endpoint and model of the engine llm, events only thought of."""

    engine: str = DEFAULT_ENGINE
    ontology: Path | None = None
    llm_url: str | None = None
    llm_model: str | None = None
    hypothetical: bool = False


def read_ontology(own_types: Path | None = None) -> Ontology:
    """The built-in event types with the user's own, of the named file or that in `DATELINE_ONTOLOGY`.

    Raises:
        SourceError: the user's file cannot be read.
        OntologyError: it does not describe event types.
    """
    own_types = ontology_path(own_types)
    if own_types is None:
        return load_ontology()
    try:
        return load_ontology(own_types.read_text(encoding="utf-8"))
    except OntologyError as error:
        raise OntologyError(f"{own_types}: {error}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(
            f"{own_types}: cannot be read as TOML text ({error}); give the path of an ontology file"
        ) from error


def create_extractor(settings: ExtractorSettings | None = None) -> Extractor:
    """The extractor of the named engine with the built-in event types and the user's own.

    Raises:
        UserError: no such engine, or it lacks a setting or a library.
        SourceError: the user's ontology cannot be read.
        OntologyError: it does not describe event types.
    """
    settings = settings or ExtractorSettings()
    if settings.engine not in ENGINES:
        raise UserError(f"no engine {settings.engine}; there are {', '.join(ENGINES)}")
    return ENGINES[settings.engine](read_ontology(settings.ontology), settings)


def _rules(ontology: Ontology, settings: ExtractorSettings) -> Extractor:
    return RuleExtractor(ontology, hypothetical=settings.hypothetical)


def _llm(ontology: Ontology, settings: ExtractorSettings) -> Extractor:
    try:
        from orchestration.llm import LlmExtractor, read_settings
    except ModuleNotFoundError as error:
        if error.name != "openai":
            raise
        raise UserError("the engine llm needs the client library: pip install 'dateline[llm]'") from None
    client = read_settings(settings.llm_url, settings.llm_model)
    return LlmExtractor(ontology, client, hypothetical=settings.hypothetical)


# a further engine is a function here and a class with the methods of transforms.events.Extractor
ENGINES: dict[str, Callable[[Ontology, ExtractorSettings], Extractor]] = {DEFAULT_ENGINE: _rules, "llm": _llm}
