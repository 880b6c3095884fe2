"""Files and folders become documents; a named path that is wrong is an error that says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import transforms.articles.parts
from orchestration.sources import SourceError, find_documents


def write(path: Path, content: bytes = b"x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_folders_are_searched_in_depth_sorted_and_without_hidden_and_readme_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c/d.txt", ".hidden", "README.md", ".git/e.txt", "a/.f"):
        write(tmp_path / name, name.encode())
    assert [document.content for document in find_documents([tmp_path])] == [b"a/c/d.txt", b"a/z.txt", b"b.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt")
    assert [document.origin for document in find_documents([file, tmp_path])] == [file.as_posix()]


def test_a_hidden_file_is_read_when_it_is_named(tmp_path: Path) -> None:
    assert len(list(find_documents([write(tmp_path / ".a.txt")]))) == 1


def test_a_wrong_path_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"missing.txt: no such file or folder; check the path"):
        find_documents([write(tmp_path / "a.txt"), tmp_path / "missing.txt"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_named_file_without_permission_is_an_error_that_names_the_remedy(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt")
    file.chmod(0)
    with pytest.raises(SourceError, match="chmod"):
        find_documents([file])


def test_a_file_that_is_too_large_for_one_article_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transforms.articles.parts, "MAX_WHOLE_BYTES", 3)
    write(tmp_path / "large.txt", b"four")
    (document,) = find_documents([tmp_path])
    assert document.content == b""
    assert document.refused is not None and document.refused[0] == "too_large"


def test_what_is_no_regular_file_or_has_vanished_is_refused_and_stops_nothing(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "c.txt")
    (tmp_path / "d.txt").symlink_to(tmp_path / "d.txt")
    found = {Path(document.origin).name: document.refused for document in find_documents([tmp_path])}
    assert found["a.txt"] is None
    assert len(found) == 4
    assert {refused[0] for name, refused in found.items() if refused} == {"unreadable"}


def test_files_are_read_one_at_a_time(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    second = write(tmp_path / "b.txt")
    documents = find_documents([tmp_path])
    next(documents)
    second.write_bytes(b"changed later")
    assert next(documents).content == b"changed later"


@pytest.mark.skipif(os.geteuid() == 0, reason="root opens everything")
def test_a_folder_that_cannot_be_opened_is_refused_and_its_neighbours_are_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    closed = write(tmp_path / "closed/b.txt").parent
    closed.chmod(0)
    found = {Path(document.origin).name: document.refused for document in find_documents([tmp_path])}
    closed.chmod(0o700)
    assert found == {"a.txt": None, "closed": ("unreadable", "a folder that cannot be opened")}


def test_a_name_that_no_file_can_have_is_refused_with_one_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="check the path"):
        find_documents([tmp_path / ("x" * 5000)])
