"""CSV and TSV files as people and programs write them, with their mistakes: a bad row is refused, the others are read."""

from __future__ import annotations

import io
import time

import pytest

from transforms.articles import ReadResult, read_documents, split

GOOD = "B,b\nC,c\nD,d\n"


def read(content: str | bytes, name: str = "a.csv") -> ReadResult:
    given = content.encode() if isinstance(content, str) else content
    return read_documents(split(io.BytesIO(given), name))


def rows(result: ReadResult) -> list[tuple[str | None, str]]:
    return result.articles.select("title", "text").rows()


def refused(result: ReadResult) -> list[tuple[str, str]]:
    return result.rejected.select("origin", "reason").rows()


@pytest.mark.parametrize("line", ["sep=;\n", '"sep=;"\r\n', "\ufeffSEP=;\n"])
def test_a_line_that_declares_the_delimiter_is_no_row(line: str):
    assert rows(read(f"{line}title;text\nA, a and b;One, two\n")) == [("A, a and b", "One, two")]


@pytest.mark.parametrize("sign", "\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e")
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_only_the_ends_of_lines_that_files_have_end_a_row(sign: str, end: str):
    result = read(f'title,text{end}A{sign}a,One{sign}two{end}B,"x{sign}{end}y"{end}')
    assert rows(result) == [(f"A{sign}a", f"One{sign}two"), ("B", f"x{sign}{end}y")]
    assert refused(result) == []


@pytest.mark.parametrize(
    ("content", "bad", "titles"),
    [
        ('title,text\n"A,a\n' + GOOD, "#2", ["B", "C", "D"]),
        ('title,text\nA,"a\n' + GOOD, "#2", ["B", "C", "D"]),
        ('title,text\nA,"a\nB,"b"\n"C","c"\nD,d\n', "#2", ["B", "C", "D"]),
        ('title,text\nA,"a\nB,"b ""b""\nb"\nC,c\nD,d\n', "#2", ["B", "C", "D"]),
        ('title,text\nA,"a\nof two lines\n\nB,"b"\nC,c\nD,d\n', "#2", ["B", "C", "D"]),
        ('title,text\nA,"a\nB,b\nC,"c"\nD,d\n', "#2", ["B", "C", "D"]),
        ("title,text\n" + GOOD + 'E,"e\n', "#5", ["B", "C", "D"]),
        ("title,text\n" + GOOD + 'E,"e\nand more', "#5", ["B", "C", "D"]),
        ("title,text\n" + GOOD + 'E,"The minister said,\nafter a pause, \nthat', "#5", ["B", "C", "D"]),
        ('title;text\n"A";"a\n' + GOOD.replace(",", ";"), "#2", ["B", "C", "D"]),
    ],
)
def test_a_quotation_mark_that_nothing_closes_costs_its_own_row(content: str, bad: str, titles: list[str]):
    result = read(content)
    assert result.articles["title"].to_list() == titles
    assert refused(result)[0] == ("a.csv" + bad, "malformed")
    assert "quotation mark" in result.rejected["detail"][0]


def test_a_tab_separated_file_without_quoting_loses_no_other_row():
    result = read('title\ttext\nA\t"Hello" said Bo\nB\t"open\nC\tc\nD\t12" disk\nE\t"also open\nF\tf\n', "a.tsv")
    assert rows(result) == [("A", "Hello said Bo"), ("C", "c"), ("D", '12" disk'), ("F", "f")]
    assert refused(result) == [("a.tsv#3", "malformed"), ("a.tsv#6", "malformed")]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ('"He said "yes" and left"', 'He said yes" and left"'),
        ('"First line\nhe said "hello" there\nlast line"', None),
        ('"First line.\n"Hello, all," he said.\n\nLast, line."', None),
        ('"Two\n\nparagraphs, with ""quotes"""', 'Two\n\nparagraphs, with "quotes"'),
        ('5" of rain', '5" of rain'),
    ],
)
def test_marks_inside_a_text_do_not_break_its_row(field: str, text: str | None):
    result = read(f"title,text\nA,{field}\n{GOOD}")
    assert result.articles["title"].to_list()[-3:] == ["B", "C", "D"]
    if text is not None:
        assert rows(result)[0] == ("A", text)
    assert result.articles.height + result.rejected.height >= 4


def test_a_row_of_more_fields_than_the_first_line_names_is_refused_and_not_cut():
    result = read("title,text\nA,The minister, it is said, resigned.\nB,b,, \nC,c\n")
    assert rows(result) == [("B", "b"), ("C", "c")]
    assert refused(result) == [("a.csv#2", "malformed")]
    assert "4 fields where the first line names 2" in result.rejected["detail"][0]


UMLAUTS = "Größe,Die Bürger müssen über größere Häuser reden.\n"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16"])
def test_an_encoding_that_shows_only_far_below_is_still_found(encoding: str):
    plain = "".join(f"C{number},The minister met the council.\n" for number in range(5_000))
    result = read(f"title,text\n{plain}{UMLAUTS}".encode(encoding))
    assert result.articles.height == 5_001
    assert rows(result)[-1] == ("Größe", "Die Bürger müssen über größere Häuser reden.")


def test_rows_in_two_encodings_are_read_each_in_its_own():
    content = b"title,text\n" + UMLAUTS.encode("cp1252") + UMLAUTS.encode() + UMLAUTS.encode("cp1252")
    assert rows(read(content)) == [tuple(UMLAUTS.strip().split(","))] * 3


def test_characters_at_the_edges_of_parts_stay_whole():
    text = "é€😀" * 40_000
    assert rows(read(f"title,text\nA,{text}\nB,b\n")) == [("A", text), ("B", "b")]


def test_marks_that_nothing_closes_take_no_time_that_grows_with_their_square():
    begun = time.perf_counter()
    result = read("title,text\n" + 'A,"a ""\n' * 60_000)
    assert result.rejected.height >= 1
    assert time.perf_counter() - begun < 20
