"""Write the date expressions of a JSONL file of texts as the scorer reads them: python tests/benchmarks/tag_gold.py FILE [MODE] > PRED."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from transforms.temporal import tag


def tagged(path: Path, mode: str = "auto") -> Iterator[dict[str, Any]]:
    """One record per text: `doc_id` and `timexes`."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        published = record.get("dct") or record.get("published")
        found = tag(
            record["text"], date.fromisoformat(published) if published else None, record.get("lang") or "en", mode
        )
        timexes = [
            {"start": one.start, "end": one.end, "text": one.text, "type": one.type, "value": one.value, "mod": one.mod}
            for one in found
        ]
        yield {"doc_id": record.get("doc_id") or record["id"], "timexes": timexes}


if __name__ == "__main__":
    for record in tagged(Path(sys.argv[1]), *sys.argv[2:3]):
        print(json.dumps(record, ensure_ascii=False))
