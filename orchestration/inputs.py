"""What a run reads: files that are named, or the sources that `sources.toml` declares.

Belongs here: choosing between them. Does not: reading files (sources/folder.py), collecting from sources (collect.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from orchestration.collect import collect, collect_files, read_again, retry_files
from orchestration.paths import SAMPLE, inbox_paths, input_paths
from orchestration.progress import Progress
from orchestration.sources import Source, Sources, find_documents, load_sources, sources_path
from transforms.errors import UserError
from warehouse.connection import Warehouse
from warehouse.load import LoadCounts
from warehouse.loading.source_state import holds_others


@dataclass(frozen=True, slots=True)
class Inputs:
    """The inputs of one run.

    paths: files and folders; when none are named, the sources of `sources.toml` (named, else found by default), else the inbox, else the sample,
        unless the warehouse holds other articles already.
    retried: files that were refused before, instead of all these. names, groups: only these sources. is_reread: also what has not changed since it was read; of the web what was fetched then, without the network.
    """

    paths: list[str] = field(default_factory=list)
    sources: Path | None = None
    names: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    is_reread: bool = False
    retried: list[str] = field(default_factory=list)

    def check(self) -> None:
        """Say now what would stop the run later.

        Raises:
            UserError: a path, `sources.toml`, or a name of a source or group is wrong.
        """
        if self.retried:
            self._sources()
        elif self._declared() is None:
            find_documents(input_paths(self.paths))

    def read(self, warehouse: Warehouse, run_id: str, progress: Progress | None = None) -> LoadCounts:
        """Read all that is new into `articles` and `rejected_articles`.

        Raises:
            UserError: as `check`.
        """
        if self.retried:
            return retry_files(warehouse, self._sources(), self.retried, run_id, progress)
        found = self._declared()
        if found is None:
            paths = [] if self.names_nothing(warehouse) else input_paths(self.paths)
            return collect_files(warehouse, paths, run_id, progress, again=self.is_reread)
        declared, chosen = found
        return (read_again if self.is_reread else collect)(warehouse, declared, chosen, run_id, progress)

    def names_nothing(self, warehouse: Warehouse) -> bool:
        """Whether only the sample is left to be read, and the warehouse holds articles of the user's own, among which it would be out of place.

        Raises:
            UserError: as `check`.
        """
        if self.paths or self.retried or inbox_paths() or self._declared():
            return False
        return holds_others(warehouse, SAMPLE)

    def _sources(self) -> Sources | None:
        path = sources_path(self.sources)
        return load_sources(path) if path else None

    def _declared(self) -> tuple[Sources, dict[str, Source]] | None:
        """The sources to read; null when the run reads files."""
        wants_sources = bool(self.sources or self.names or self.groups)
        if self.paths:
            if wants_sources:
                raise UserError("name either files to read or sources (--sources, --source, --group), not both")
            return None
        path = sources_path(self.sources)
        if path is None:
            if wants_sources or (self.is_reread and not inbox_paths()):
                raise UserError(
                    "there is no sources.toml here; name one with --sources or files to read, or see `dateline sources --example`"
                )
            return None
        declared = load_sources(path)
        try:
            chosen = declared.chosen(self.names, self.groups)
        except KeyError as error:
            known = ", ".join([*declared.sources, *declared.schedules])
            raise UserError(f"{path} declares no source or group {error.args[0]!r}; it knows {known}") from error
        return declared, chosen
