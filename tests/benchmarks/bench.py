"""Measure everything: run each `bench_*.py` beside this file, one after the other, and print what they print.

usage: python -m tests.benchmarks.bench [NAME ...]     (names such as `dates events merge`; all when none is given)
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def main() -> int:
    known = {path.stem.removeprefix("bench_"): path for path in sorted(HERE.glob("bench_*.py"))}
    wanted = sys.argv[1:] or list(known)
    if unknown := [name for name in wanted if name not in known]:
        print(f"no benchmark {', '.join(unknown)}: there are {', '.join(known)}", file=sys.stderr)
        return 2
    failed = 0
    for name in wanted:
        print(f"\n== {name}", flush=True)
        failed |= subprocess.run(
            [sys.executable, "-m", f"tests.benchmarks.{known[name].stem}"], cwd=ROOT, check=False
        ).returncode
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
