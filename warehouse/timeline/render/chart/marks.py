"""Draw the picture: rows, marks, axis and legend with Altair.

Belongs here: shapes, colours and sizes. Does not: what is in a row (rows.py), files (../svg.py, ../png.py).
"""

from __future__ import annotations

from typing import Any, Final

import altair as alt

from warehouse.timeline.entries import Timeline
from warehouse.timeline.render.chart.rows import AFTER, BEFORE, POINT, Picture, picture_of
from warehouse.timeline.render.marks import counted
from warehouse.timeline.render.notes import coverage_line
from warehouse.timeline.render.plain import HEADLINE_LENGTH, plain

ROW_HEIGHT: Final = 24  # pixels, like all sizes here
PLOT_WIDTH: Final = 620
DATE_WIDTH: Final = 224
LABEL_WIDTH: Final = 430
NOTE_WIDTH: Final = 84  # of the label, for the status
BAR: Final = 11
SHORTEST_BAR: Final = 8  # so that two days of a decade can be seen
FONT: Final = "Helvetica, Arial, DejaVu Sans, sans-serif"
INK, FAINT, RULE, PAPER = "#1d2530", "#667085", "#e4e7ec", "#ffffff"
COLOURS: Final = {"happened": "#1f5fa8", "ongoing": "#2f8f5b", "planned": "#0e8a9c", "alleged": "#b7791f", "denied": "#c0392b"}  # fmt: skip
LEGEND: Final = "● exact day · ▬ exact days · faded bar: only roughly known · ◀ ▶ outside of the time shown"


def chart_of(timeline: Timeline) -> dict[str, Any]:
    """The picture as a Vega-Lite specification."""
    picture = picture_of(timeline)
    rows = picture.rows or [{"row": 0, "when": "", "headline": "No events match.", "note": "", "kind": "undated", "status": "happened", "start": None, "end": None}]  # fmt: skip
    x = alt.X("start:T").scale(domain=list(picture.domain), nice=False, type="utc")
    y = alt.Y("row:O", axis=None)
    chart = (
        alt.layer(*_stripes(y), *_labels(y), *_bars(x, y), *_points(x, y), data=alt.InlineData(rows))
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


def _axis() -> alt.Axis:
    return alt.Axis(
        title=None,
        orient="top",
        grid=True,
        gridColor=RULE,
        domainColor=RULE,
        tickColor=RULE,
        labelColor=FAINT,
        tickCount=8,
        labelOverlap=True,
    )


def _stripes(y: alt.Y) -> list[alt.Chart]:
    line = alt.Chart().mark_rule(color=RULE, strokeWidth=0.6).encode(y=y.bandPosition(1), x=alt.value(-LABEL_WIDTH - DATE_WIDTH), x2=alt.value(PLOT_WIDTH))  # fmt: skip
    return [line]


def _labels(y: alt.Y) -> list[alt.Chart]:
    at = -LABEL_WIDTH - DATE_WIDTH
    notes = alt.Chart().mark_text(align="right", baseline="middle", fontSize=11)
    return [
        _text(y, "when:N", at, DATE_WIDTH - 8, FAINT),
        _text(y, "headline:N", at + DATE_WIDTH, LABEL_WIDTH - NOTE_WIDTH, INK),
        notes.encode(y=y, x=alt.value(-12), text="note:N", color=_colour()),
    ]


def _text(y: alt.Y, field: str, at: int, width: int, colour: str) -> alt.Chart:
    mark: alt.Chart = alt.Chart().mark_text(align="left", baseline="middle", fontSize=12, color=colour, limit=width)
    encoded: alt.Chart = mark.encode(y=y, x=alt.value(at), text=field)
    return encoded


def _bars(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    ends = {"x": x.axis(_axis()), "x2": alt.X2("end:Q"), "y": y}
    spans = alt.Chart().transform_filter("datum.kind == 'span'").mark_bar(height=BAR, cornerRadius=3, minBandSize=SHORTEST_BAR)  # fmt: skip
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
