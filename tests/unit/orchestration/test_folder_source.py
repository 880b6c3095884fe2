"""Files and folders become documents; a named path that is wrong is an error that says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import transforms.articles.formats.parts
from orchestration.sources import SourceError, find_documents
from orchestration.sources.declared import FolderSource
from orchestration.sources.files import path_of
from orchestration.sources.folder import found_files


def write(path: Path, content: bytes = b"x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_folders_are_searched_in_depth_sorted_and_without_hidden_and_readme_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c/d.txt", ".hidden", "README.md", ".git/e.txt", "a/.f"):
        write(tmp_path / name, name.encode())
    assert [document.content for document in find_documents([tmp_path])] == [b"a/c/d.txt", b"a/z.txt", b"b.txt"]


def test_halves_that_other_programs_are_writing_are_not_read_unless_they_are_named(tmp_path: Path) -> None:
    for name in ("a.txt", "b.jsonl.part", "c.csv.crdownload", "d.tmp", "e.txt~", ".a.txt.swp"):
        write(tmp_path / name, name.encode())
    found = [document.content for document in find_documents([tmp_path])]
    assert found == [b"a.txt"]
    globs = {"*": {"a.txt"}, "*.tmp": {"d.tmp"}, "d.tmp": {"d.tmp"}}
    for glob, names in globs.items():
        source = FolderSource(kind="folder", paths=[glob])
        assert {path.name for path in found_files(source, tmp_path)} == names
    assert len(list(find_documents([tmp_path / "d.tmp"]))) == 1


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
    monkeypatch.setattr(transforms.articles.formats.parts, "MAX_WHOLE_BYTES", 3)
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


def found_in(*paths: Path) -> list[str]:
    return [document.content.decode() for document in find_documents(paths) if not document.refused]


def test_links_to_folders_are_followed_and_no_file_is_read_twice(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    write(folder / "a.txt", b"a")
    write(folder / "z/b.txt", b"b")
    write(tmp_path / "elsewhere/c.txt", b"c")
    write(tmp_path / "elsewhere/deep/d.txt", b"d")
    (folder / "archive").symlink_to(tmp_path / "elsewhere")
    (folder / "again").symlink_to(tmp_path / "elsewhere/deep")
    (folder / "copy").symlink_to(folder / "z")
    (tmp_path / "elsewhere/here").symlink_to(folder)
    (folder / "z/up").symlink_to(folder)
    (folder / "z/self").symlink_to(folder / "z")
    assert sorted(found_in(folder)) == ["a", "b", "c", "d"]
    assert sorted(found_in(folder / "archive")) == ["a", "b", "c", "d"]
    origins = [document.origin for document in find_documents([folder])]
    assert f"{folder.as_posix()}/z/b.txt" in origins


def test_a_link_to_a_folder_around_the_one_that_is_read_is_refused_in_words(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    write(folder / "a.txt", b"a")
    write(tmp_path / "private/b.txt", b"b")
    (folder / "up").symlink_to(tmp_path)
    assert found_in(folder) == ["a"]
    refused = [document.refused for document in find_documents([folder]) if document.refused]
    assert [(reason, "is not followed" in words) for reason, words in refused] == [("unreadable", True)]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("**/*.txt", ["a.txt", "deep/c.txt", "linked/b.txt", "linked/deep/d.txt"]),
        ("*/*.txt", ["deep/c.txt", "linked/b.txt"]),
        ("linked/**", ["linked/b.txt", "linked/deep/d.txt"]),
        ("**/deep", ["deep/c.txt", "linked/deep/d.txt"]),
        ("linked/b.*", ["linked/b.txt"]),
        ("gone/**/*.txt", []),
        ("a.txt/*", []),
    ],
)
def test_globs_go_into_linked_folders(tmp_path: Path, pattern: str, names: list[str]) -> None:
    folder = tmp_path / "news"
    for path in (folder / "a.txt", folder / "deep/c.txt", tmp_path / "real/b.txt", tmp_path / "real/deep/d.txt"):
        write(path)
    (folder / "linked").symlink_to(tmp_path / "real")
    (tmp_path / "real/round").symlink_to(tmp_path / "real")
    source = FolderSource(kind="folder", paths=[pattern])
    assert sorted(path.relative_to(folder).as_posix() for path in found_files(source, folder)) == names


NOT_UTF_8 = os.fsdecode(b"caf\xe9 \xff")


def test_a_file_whose_name_is_not_utf_8_is_read_and_shown_with_an_escaped_name(tmp_path: Path) -> None:
    file = write(tmp_path / NOT_UTF_8 / f"{NOT_UTF_8}.txt", b"Talks in Oslo\n\nThe minister met the council.")
    for path in (tmp_path, file):
        (document,) = find_documents([path])
        assert document.origin.endswith(r"/caf\xe9 \xff/caf\xe9 \xff.txt")
        assert path_of(document.origin) == file


def test_the_error_about_a_path_that_is_not_utf_8_can_be_printed(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        find_documents([tmp_path / NOT_UTF_8])
    assert r"caf\xe9 \xff: no such file or folder" in str(raised.value).encode().decode()


def test_a_link_that_leads_nowhere_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "round.txt").symlink_to("round.txt")
    said = [document.refused for document in find_documents([tmp_path])]
    assert said == [("unreadable", "a link that leads to no file; mend or remove it")] * 2
