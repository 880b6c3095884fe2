"""What assets are given: the warehouse, the extractor, the inputs and somebody to tell about progress.

Belongs here: where things lie and how they are opened. Does not: what is done with them.
"""

from __future__ import annotations

from pathlib import Path

import dagster as dg

from orchestration.extractors import DEFAULT_ENGINE, ExtractorSettings, create_extractor
from orchestration.inputs import Inputs
from orchestration.paths import warehouse_path
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
    """What a run reads: named files and folders, else sources of `sources.toml`, else the inbox, else the sample (see orchestration.inputs)."""

    paths: list[str] = []
    sources: str = ""
    names: list[str] = []
    groups: list[str] = []
    reread: bool = False
    retried: list[str] = []

    @classmethod
    def of(cls, inputs: Inputs) -> InputResource:
        """The resource of these inputs."""
        return cls(
            paths=inputs.paths,
            sources=str(inputs.sources or ""),
            names=inputs.names,
            groups=inputs.groups,
            reread=inputs.is_reread,
            retried=inputs.retried,
        )

    def create(self) -> Inputs:
        """The inputs of a run."""
        path = Path(self.sources) if self.sources else None
        return Inputs(self.paths, path, self.names, self.groups, self.reread, self.retried)


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
