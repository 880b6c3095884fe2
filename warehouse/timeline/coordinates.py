"""Places for people: `Gafsa, Tunisia`, `34.43° N, 8.78° E`.

Belongs here: places and degrees (WGS 84) in words. Does not: where a place lies (transforms).
"""

from __future__ import annotations


def place_in_words(place: str | None, country: str | None) -> str | None:
    """A place with its country, each as far as it is known; None where neither is."""
    return ", ".join(dict.fromkeys(filter(None, (place, country)))) or None


def coordinates_in_words(latitude: float | None, longitude: float | None) -> str | None:
    """Degrees with two decimals, which is about a kilometre, and hemispheres; None where they are not known."""
    if latitude is None or longitude is None:
        return None
    north, east = "S" if latitude < 0 else "N", "W" if longitude < 0 else "E"
    return f"{abs(latitude):.2f}° {north}, {abs(longitude):.2f}° {east}"
