"""Print how well the mentions of one article are merged (measure_merging.py), and wrong pairs.

usage: python -m tests.benchmarks.score_merging [--errors N]
"""

from __future__ import annotations

import argparse

from tests.benchmarks.gold import GOLD, gold_records
from tests.benchmarks.measure_merging import SETS, articles_of, pairs, scored


def score(name: str, errors: int) -> None:
    """Print the figures of one set, and so many of its wrong pairs."""
    articles = articles_of(name)
    found = list(pairs(articles, gold_records(f"events/{name}.gold")))
    n_joined, n_should = sum(does for *_, does in found), sum(should for *_, should, _ in found)
    precision, recall = scored(found)
    print(f"{name}: {len(found)} pairs, precision {precision:.2f} of {n_joined}, recall {recall:.2f} of {n_should}")
    texts = dict(articles.select("article_id", "text").iter_rows())
    for one, other, should, _ in [pair for pair in found if pair[2] is not pair[3]][:errors]:
        print(f"\n{'apart' if should else 'joined'}: {one['event_type']} in {one['article_id']}")
        for mention in (one, other):
            sentence = texts[mention["article_id"]][mention["sentence_start"] : mention["sentence_end"]]
            actors = ", ".join(f"{actor['name']} ({actor['role']})" for actor in mention["actors"])
            print(f"  {mention['edtf']} {mention['trigger']!r} [{actors}] {mention['place']}: {sentence[:300]!r}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong pairs of each set")
    errors = parser.parse_args().errors
    if not GOLD.exists():
        print(f"{GOLD} is absent: nothing to measure")
        return
    for name in SETS:
        score(name, errors)


if __name__ == "__main__":
    main()
