"""Draw the picture: rows, marks, axis and legend with Altair.

Belongs here: shapes, colours and sizes. Does not: what is in a row (rows.py), files (../svg.py, ../png.py).
"""

from __future__ import annotations

from typing import Any, Final

import altair as alt

from warehouse.timeline.entries import Timeline
from warehouse.timeline.render.chart.rows import (
    AFTER,
    BEFORE,
    GROUP,
    MS_PER_DAY,
    PLOT_WIDTH,
    POINT,
    Picture,
    heading_row,
    picture_of,
    year_of,
)
from warehouse.timeline.render.marks import counted
from warehouse.timeline.render.notes import coverage_line
from warehouse.timeline.render.plain import HEADLINE_LENGTH, plain

ROW_HEIGHT: Final = 24  # pixels, like all sizes here
DATE_WIDTH: Final = 224
LABEL_WIDTH: Final = 430
NOTE_WIDTH: Final = 84  # of the label, for the status
BAR: Final = 11
DAYS_TOLD: Final = 10  # days; so short a stretch would else be told by the hour
FONT: Final = "Helvetica, Arial, DejaVu Sans, sans-serif"
INK, FAINT, RULE, PAPER, BAND = "#1d2530", "#667085", "#e4e7ec", "#ffffff", "#eef1f5"
IS_GROUP: Final = f"datum.kind == '{GROUP}'"
COLOURS: Final = {"happened": "#1f5fa8", "ongoing": "#2f8f5b", "planned": "#0e8a9c", "alleged": "#b7791f", "denied": "#c0392b"}  # fmt: skip
LEGEND: Final = "● exact day · ▬ exact days · faded bar: only roughly known · ◀ ▶ outside of the time shown"


def chart_of(timeline: Timeline) -> dict[str, Any]:
    """The picture as a Vega-Lite specification."""
    picture = picture_of(timeline)
    nothing = "No event has a date." if picture.n_undated else "No events match."
    rows = picture.rows or [{**heading_row(nothing), "row": 0}]
    y = alt.Y("row:O", axis=None)
    drawn = _drawn(picture.domain, y) if picture.domain else []
    chart = (
        alt.layer(*_stripes(y), *_labels(y), *drawn, data=alt.InlineData(rows))
        .properties(width=PLOT_WIDTH, height=alt.Step(ROW_HEIGHT), title=_title(timeline, picture))
        .configure(font=FONT, background=PAPER, padding=16)
        .configure_view(stroke=None)
    )
    specification: dict[str, Any] = chart.to_dict()
    return specification


def _title(timeline: Timeline, picture: Picture) -> alt.TitleParams:
    lines = [plain(coverage_line(timeline)), LEGEND]
    if picture.n_left_out:
        left_out = counted(picture.n_left_out, "less important entry", "less important entries")
        lines.insert(1, f"{left_out} not drawn")
    if picture.n_undated:
        lines.insert(1, f"{counted(picture.n_undated, 'entry', 'entries')} without a date not drawn")
    return alt.TitleParams(
        text=plain(timeline.title, HEADLINE_LENGTH // 2),
        subtitle=lines,
        anchor="start",
        frame="bounds",
        fontSize=20,
        color=INK,
        subtitleColor=FAINT,
        subtitleFontSize=12,
        subtitleLineHeight=18,
        offset=14,
    )


def _drawn(domain: tuple[int, int], y: alt.Y) -> list[alt.Chart]:
    """The axis of time with all that has a place on it."""
    x = alt.X("start:T").scale(domain=list(domain), nice=False, type="utc")
    return [*_bars(x, y, _axis(domain)), *_points(x, y)]


def _axis(domain: tuple[int, int]) -> alt.Axis:
    by_day: dict[str, Any] = {
        "tickCount": {"interval": "day", "step": 1},
        "format": "%-d %b",
        "labelAlign": "left",
        "labelOffset": 4,
    }
    ticks: dict[str, Any] = by_day if domain[1] - domain[0] <= DAYS_TOLD * MS_PER_DAY else {"tickCount": 8}
    first, last = map(year_of, domain)
    return alt.Axis(
        # months alone do not say of which year they are
        title=str(first) if first == last else None,
        titleColor=FAINT,
        titleAnchor="start",
        orient="top",
        grid=True,
        gridColor=RULE,
        domainColor=RULE,
        tickColor=RULE,
        labelColor=FAINT,
        labelOverlap=True,
        **ticks,
    )


def _stripes(y: alt.Y) -> list[alt.Chart]:
    across: dict[str, Any] = {"x": alt.value(-LABEL_WIDTH - DATE_WIDTH), "x2": alt.value(PLOT_WIDTH)}
    band = alt.Chart().transform_filter(IS_GROUP).mark_rect(color=BAND).encode(y=y, **across)
    return [band, alt.Chart().mark_rule(color=RULE, strokeWidth=0.6).encode(y=y.bandPosition(1), **across)]


def _labels(y: alt.Y) -> list[alt.Chart]:
    at = -LABEL_WIDTH - DATE_WIDTH
    notes = alt.Chart().mark_text(align="right", baseline="middle", fontSize=11)
    return [
        _text(y, "when:N", at, DATE_WIDTH - 8, FAINT),
        _text(y, "headline:N", at + DATE_WIDTH, LABEL_WIDTH - NOTE_WIDTH, INK).transform_filter(f"!({IS_GROUP})"),
        _text(y, "headline:N", at + 6, DATE_WIDTH + LABEL_WIDTH, INK, "bold").transform_filter(IS_GROUP),
        notes.encode(y=y, x=alt.value(-12), text="note:N", color=_colour()),
    ]


def _text(y: alt.Y, field: str, at: int, width: int, colour: str, weight: str = "normal") -> alt.Chart:
    shape: dict[str, Any] = {"align": "left", "baseline": "middle", "fontSize": 12, "fontWeight": weight}
    mark: alt.Chart = alt.Chart().mark_text(color=colour, limit=width, **shape)
    encoded: alt.Chart = mark.encode(y=y, x=alt.value(at), text=field)
    return encoded


def _bars(x: alt.X, y: alt.Y, axis: alt.Axis) -> list[alt.Chart]:
    ends = {"x": x.axis(axis), "x2": alt.X2("end:Q"), "y": y}
    spans = alt.Chart().transform_filter("datum.kind == 'span'").mark_bar(height=BAR, cornerRadius=3)
    rough = [
        alt.Chart()
        .transform_filter(f"datum.kind == 'rough' && datum.status == '{status}'")
        .mark_bar(height=BAR, color=_faded(colour))
        .encode(**ends)
        for status, colour in COLOURS.items()
    ]
    return [spans.encode(**ends, color=_colour()), *rough]


def _points(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    shapes = {POINT: "circle", BEFORE: "triangle-left", AFTER: "triangle-right"}
    return [
        alt.Chart()
        .transform_filter(f"datum.kind == '{kind}'")
        .mark_point(filled=True, size=92 if kind == POINT else 60, shape=shape, opacity=1)
        .encode(x=x, y=y, color=_colour())
        for kind, shape in shapes.items()
    ]


def _colour() -> alt.Color:
    return alt.Color("status:N", legend=None).scale(domain=list(COLOURS), range=list(COLOURS.values()))


def _faded(colour: str) -> alt.Gradient:
    stops = [(0.0, PAPER), (0.3, colour), (0.7, colour), (1.0, PAPER)]
    return alt.Gradient(  # type: ignore[no-untyped-call]
        gradient="linear", stops=[alt.GradientStop(color=each, offset=at) for at, each in stops], x1=0, x2=1, y1=0, y2=0
    )
