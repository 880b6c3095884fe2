"""`dateline backfill`: days of publication, read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from orchestration.cli.job import run_shown
from orchestration.cli.options import (
    EngineOption,
    LlmModelOption,
    LlmUrlOption,
    OntologyOption,
    WarehouseOption,
)
from transforms.errors import UserError
from warehouse.asking.periods import first_day, last_day

if TYPE_CHECKING:
    from orchestration.execution import Outcome
    from orchestration.progress import Progress


def backfill(
    since: Annotated[str, typer.Option("--from", help="First day of publication: 2023, 2023-03 or 2023-03-20.")],
    until: Annotated[
        str | None,
        typer.Option("--to", help="Last day of publication; the end of --from when not given.", show_default=False),
    ] = None,
    reextract: Annotated[
        bool,
        typer.Option(
            "--reextract", help="Also what the present extractor has read already; without it, only the rest."
        ),
    ] = False,
    warehouse: WarehouseOption = None,
    ontology: OntologyOption = None,
    engine: EngineOption = "rules",
    llm_url: LlmUrlOption = None,
    llm_model: LlmModelOption = None,
) -> None:
    """Read the stored articles of some days of publication again, in one run, and bring events and models up to date.

    After a change of the extractor or of your own event types, this works through the past in portions of your choice. Nothing is fetched.

    Example: dateline backfill --from 2023-03-01 --to 2023-03-31 --reextract
    """
    from orchestration.extractors import ExtractorSettings, create_extractor
    from orchestration.paths import warehouse_path
    from warehouse.connection import Warehouse
    from warehouse.loading.backfill import Period, articles_per_day
    from warehouse.timeline.render.marks import counted

    first, last = first_day("--from", since), last_day("--to", until or since)
    if first is None or last is None:
        raise UserError("name a period: --from 2023-03-01 --to 2023-03-31")
    store, period = Warehouse(warehouse_path(warehouse)), Period(first, last)
    settings = ExtractorSettings(engine, ontology, llm_url, llm_model)
    create_extractor(settings)
    n_articles = sum(articles_per_day(store, period).values())
    if not n_articles:
        typer.echo(f"no article was published from {first} to {last}")
        return

    def start(progress: Progress) -> Outcome:
        from orchestration.execution import run_backfill

        return run_backfill(store.path, period, reextract=reextract, extractor=settings, progress=progress)

    run_shown(start)
    typer.echo(f"{counted(n_articles, 'article')} published from {first} to {last}, read by the present extractor")
