"""A timeline as an SVG picture.

Belongs here: turning the chart into the format. Does not: the chart (chart/).
"""

from __future__ import annotations

import re
from typing import Final

from warehouse.timeline.entries import Timeline
from warehouse.timeline.render.chart import check_libraries
from warehouse.timeline.render.style import Style

# Names of gradients and clips, which the library counts up through the life of a process.
_NAMES: Final = re.compile(r"(?<=[\"#])(gradient_|clip)(\d+)(?=[\")])")


def render(timeline: Timeline, style: Style) -> str:
    """The timeline as one SVG document.

    Raises:
        WarehouseError: the extra [charts] is not installed.
    """
    check_libraries()
    import vl_convert

    from warehouse.timeline.render.chart.marks import chart_of

    drawn = str(vl_convert.vegalite_to_svg(chart_of(timeline)))
    numbers: dict[str, int] = {}
    return _NAMES.sub(lambda name: f"{name[1]}{numbers.setdefault(name[0], len(numbers))}", drawn) + "\n"
