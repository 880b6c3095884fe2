"""Coordinates for people: `34.43° N, 8.78° E`.

Belongs here: degrees (WGS 84) in words. Does not: where a place lies (transforms).
"""

from __future__ import annotations


def coordinates_in_words(latitude: float | None, longitude: float | None) -> str | None:
    """Degrees with two decimals, which is about a kilometre, and hemispheres; None where they are not known."""
    if latitude is None or longitude is None:
        return None
    north, east = "S" if latitude < 0 else "N", "W" if longitude < 0 else "E"
    return f"{abs(latitude):.2f}° {north}, {abs(longitude):.2f}° {east}"
