"""What assets are given: the warehouse, the extractor, the inputs and somebody to tell about progress.

Belongs here: where things lie and how they are opened. Does not: what is done with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import dagster as dg

from orchestration.extractors import create_extractor
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
    """The event extractor; `ontology` names a TOML file of the user's own types."""

    ontology: str = ""

    def create(self) -> Extractor:
        """An extractor with the built-in types and the user's own."""
        return create_extractor(Path(self.ontology) if self.ontology else None)
