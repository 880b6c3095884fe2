"""Events in texts: who did what to whom, when, with the words that prove it.

Start reading at extract.py (frames in and out), then reading.py (one article), triggers/find.py (what names an event), clauses/sentence.py (the grammar).
"""

from transforms.events.extract import Extractor, RuleExtractor, extract_readable
from transforms.events.ontology import EventType, Ontology, OntologyError, load_ontology

__all__ = [
    "EventType",
    "Extractor",
    "Ontology",
    "OntologyError",
    "RuleExtractor",
    "extract_readable",
    "load_ontology",
]
