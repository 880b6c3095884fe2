"""Which extractor a run uses.

Belongs here: making an extractor from the user's settings. Does not: extracting (transforms.events).
"""

from __future__ import annotations

from pathlib import Path

from orchestration.sources import SourceError
from transforms.events import Extractor, Ontology, RuleExtractor, load_ontology


def read_ontology(own_types: Path | None = None) -> Ontology:
    """The built-in event types with the user's own.

    Raises:
        SourceError: the user's file cannot be read.
        OntologyError: it does not describe event types.
    """
    if own_types is None:
        return load_ontology()
    try:
        return load_ontology(own_types.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(
            f"{own_types}: cannot be read as TOML text ({error}); give the path of an ontology file"
        ) from error


def create_extractor(own_types: Path | None = None) -> Extractor:
    """The rule extractor with the built-in event types and the user's own."""
    return RuleExtractor(read_ontology(own_types))
