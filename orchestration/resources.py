"""What assets are given: the warehouse, the extractor, the inputs and somebody to tell about progress.

Belongs here: where things lie and how they are opened. Does not: what is done with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import dagster as dg

from orchestration.extractors import DEFAULT_ENGINE, ExtractorSettings, create_extractor
from orchestration.paths import input_paths, warehouse_path
from orchestration.sources import find_documents
from transforms.articles import Document
from transforms.events import Extractor
from warehouse.connection import Warehouse

WAREHOUSE_POOL = "warehouse"


class WarehouseResource(dg.ConfigurableResource[Warehouse]):
    """The DuckDB file that a run writes."""

    path: str = ""

    def open(self) -> Warehouse:
        """The warehouse at `path`, else at the default place."""
        return Warehouse(Path(self.path) if self.path else warehouse_path())


class InputResource(dg.ConfigurableResource[None]):
    """The files and folders that a run reads; the bundled sample when none are named."""

    paths: list[str] = []

    def documents(self) -> Iterator[Document]:
        """Each document below the paths, in a stable order."""
        return find_documents(input_paths(self.paths))


class ExtractorResource(dg.ConfigurableResource[None]):
    """The event extractor: its engine, a TOML file of the user's own types, and the endpoint and model of the engine llm."""

    engine: str = DEFAULT_ENGINE
    ontology: str = ""
    llm_url: str = ""
    llm_model: str = ""

    @classmethod
    def of(cls, settings: ExtractorSettings) -> ExtractorResource:
        """The resource that makes the extractor of these settings."""
        return cls(
            engine=settings.engine,
            ontology=str(settings.ontology or ""),
            llm_url=settings.llm_url or "",
            llm_model=settings.llm_model or "",
        )

    def create(self) -> Extractor:
        """An extractor with the built-in types and the user's own."""
        own_types = Path(self.ontology) if self.ontology else None
        return create_extractor(ExtractorSettings(self.engine, own_types, self.llm_url or None, self.llm_model or None))
