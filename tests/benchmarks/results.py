"""The page of measured figures, `tests/benchmarks/results.md`: one section per room.

Belongs here: replacing one section of the page. Does not: measuring.
"""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).with_name("results.md")


def write_section(title: str, body: str) -> None:
    """Put a section in the place of the one with the same title, or at the end."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else "# Measured\n"
    section = f"## {title}\n\n{body.strip()}\n"
    pattern = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    parted = section + "\n"
    text = pattern.sub(lambda _: parted, text) if pattern.search(text) else f"{text.rstrip()}\n\n{section}"
    PAGE.write_text(text.rstrip() + "\n", encoding="utf-8")
