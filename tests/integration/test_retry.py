"""Refused inputs, tried again after they were mended."""

from __future__ import annotations

import os

GOOD = "Minister resigns\n\nThe finance minister, Ana Lopez, resigned on 20 March 2023.\n"


def test_what_was_mended_is_accepted_and_the_rest_stays(folder):
    news = folder.path / "news"
    news.mkdir()
    (news / "good.txt").write_text(GOOD, encoding="utf-8")
    (news / "empty.txt").write_text("", encoding="utf-8")
    (news / "noise.txt").write_bytes(bytes(range(128, 256)) * 20)
    assert folder.dateline("run", "news").returncode == 0
    refused = "select regexp_extract(origin, '[^/]+$') from raw.rejected_articles order by all"
    assert folder.rows(refused) == [("empty.txt",), ("noise.txt",)]

    again = folder.dateline("retry", "--rejected")
    assert again.returncode == 0, again.stderr
    assert "tried 2 refused inputs again: 0 accepted, 2 left" in again.stdout

    (news / "empty.txt").write_text(GOOD.replace("Lopez", "Silva"), encoding="utf-8")
    (news / "noise.txt").unlink()
    mended = folder.dateline("retry", "--rejected", "--reason", "empty")
    assert mended.returncode == 0, mended.stderr
    assert "tried 1 refused inputs again: 1 accepted, 0 left" in mended.stdout
    assert folder.rows(refused) == [("noise.txt",)]
    assert folder.rows("select count(*) from timeline where list_contains(actor_names, 'Ana Silva')") == [(1,)]

    gone = folder.dateline("retry", "--rejected")
    assert "no such file any more" in gone.stderr
    assert folder.rows(refused) == [("noise.txt",)]
    assert "--forget-gone` drops" in gone.stderr

    (news / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert folder.dateline("run", "news").returncode == 0
    forgotten = folder.dateline("retry", "--rejected", "--forget-gone")
    assert "dropped 1 refused inputs of files that are no longer there" in forgotten.stdout
    assert folder.rows(refused) == [("image.png",)]
    (news / "noise.txt").write_bytes(bytes(range(128, 256)) * 20)
    assert folder.dateline("run", "news").returncode == 0
    assert folder.rows(refused) == [("image.png",), ("noise.txt",)]
    assert "there is no such reason" in folder.dateline("retry", "--rejected", "--reason", "ugly").stderr
    assert folder.dateline("retry").returncode == 2


def test_a_retry_bears_what_cannot_be_read_and_keeps_to_the_outlet_of_the_source(folder):
    news = folder.path / "news"
    news.mkdir()
    (news / "good.txt").write_text(GOOD, encoding="utf-8")
    (news / "later.txt").write_text("", encoding="utf-8")
    os.mkfifo(news / "pipe.txt")
    declared = '[sources.post]\nkind = "folder"\npaths = ["news"]\noutlet = "The Post"\n'
    (folder.path / "sources.toml").write_text(declared, encoding="utf-8")
    assert folder.dateline("run").returncode == 0
    (news / "later.txt").write_text(GOOD.replace("Lopez", "Silva"), encoding="utf-8")

    again = folder.dateline("retry", "--rejected")
    assert again.returncode == 0, again.stderr
    assert "tried 2 refused inputs again: 1 accepted, 1 left" in again.stdout
    assert folder.rows("select reason, count(*) from raw.rejected_articles group by all") == [("unreadable", 1)]
    assert folder.rows("select source, count(*) from raw.articles group by all") == [("The Post", 2)]
    assert folder.rows("select distinct source from raw.source_items") == [("post",)]
    assert " 0 of them new" in folder.dateline("run").stdout

    # where the declaration is gone, the articles beside it tell; a text of the same file with most of the words is the same article
    (news / "later.txt").write_text("", encoding="utf-8")
    assert folder.dateline("run").returncode == 0
    (news / "later.txt").write_text(GOOD.replace("Lopez", "Costa"), encoding="utf-8")
    (folder.path / "sources.toml").unlink()
    assert "1 accepted, 1 left" in folder.dateline("retry", "--rejected").stdout
    assert folder.rows("select source, count(*) from raw.articles group by all") == [("The Post", 2)]
