"""A timeline as a PNG picture.

Belongs here: turning the chart into the format. Does not: the chart (chart/).
"""

from __future__ import annotations

from typing import Final

from warehouse.timeline.entries import Timeline
from warehouse.timeline.render.chart import check_libraries
from warehouse.timeline.render.style import Style

SCALE: Final = 2.0  # pixels of the file per pixel of the drawing, for sharp screens


def render(timeline: Timeline, style: Style) -> bytes:
    """The timeline as the bytes of one PNG file.

    Raises:
        WarehouseError: the extra [charts] is not installed.
    """
    check_libraries()
    import vl_convert

    from warehouse.timeline.render.chart.marks import chart_of

    return bytes(vl_convert.vegalite_to_png(chart_of(timeline), scale=SCALE))
