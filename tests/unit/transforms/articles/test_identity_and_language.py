"""Ids are stable, hashes follow content, languages are declared or detected."""

from __future__ import annotations

import json

import pytest

from transforms.articles import Document, read_document
from transforms.articles.identity import canonical_url
from transforms.articles.language import detect_language, language_code


def row(**values: str) -> dict[str, object]:
    return read_document(
        Document("a.jsonl", json.dumps({"text": "Dock workers returned.", **values}).encode())
    ).articles.row(0, named=True)


def test_an_id_is_the_given_one_else_of_the_address_else_of_the_content() -> None:
    given, by_url, by_content = row(id="x1", url="https://a.example/1"), row(url="https://a.example/1"), row()
    assert given["article_id"] == "x1"
    assert str(by_url["article_id"])[0] == "u" and len(str(by_url["article_id"])) == 17
    assert str(by_content["article_id"])[0] == "c" and len(str(by_content["article_id"])) == 17


def test_tracking_parameters_and_fragments_do_not_make_another_article() -> None:
    assert row(url="https://a.example/1?utm_source=x#top")["article_id"] == row(url="https://a.example/1")["article_id"]
    assert row(url="https://a.example/?p=1")["article_id"] != row(url="https://a.example/?p=2")["article_id"]


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("https://a.example/1?CMP=share_btn_tw", "https://a.example/1"),
        ("https://a.example/1?ns_mchannel=rss&ns_source=x&id=7", "https://a.example/1?id=7"),
        ("https://a.example/1?id=7&smid=tw-share&ocid=socialflow", "https://a.example/1?id=7"),
        ("https://a.example/1?WT.mc_id=rss", "https://a.example/1"),
        # what begins like one is none
        ("https://a.example/1?share=7&nspace=2", "https://a.example/1?nspace=2&share=7"),
        ("https://a.example/?page=2", "https://a.example/?page=2"),
    ],
)
def test_parameters_that_tell_how_a_reader_came_are_no_part_of_an_address(address: str, canonical: str) -> None:
    assert canonical_url(address) == canonical


def test_a_correction_keeps_the_id_of_the_address_and_changes_the_content_hash() -> None:
    first, second = row(url="https://a.example/1"), row(url="https://a.example/1", text="Dock workers did not return.")
    assert first["article_id"] == second["article_id"]
    assert first["content_hash"] != second["content_hash"]


@pytest.mark.parametrize("changed", [{"title": "t"}, {"text": "other"}, {"published": "2023-03-21"}])
def test_the_content_hash_follows_title_text_and_day(changed: dict[str, str]) -> None:
    assert row(**changed)["content_hash"] != row()["content_hash"]


def test_the_content_hash_does_not_follow_where_and_when_it_was_read() -> None:
    at_noon, at_night = (
        row(published="2023-03-21T12:00Z", url="https://a.example/1"),
        row(published="2023-03-21T23:00Z"),
    )
    assert at_noon["content_hash"] == at_night["content_hash"]


@pytest.mark.parametrize(
    "address", [None, "", "ftp://a.example/1", "javascript:alert(1)", "http://[::1", "https://" + "a" * 5000]
)
def test_what_is_no_web_address_has_no_canonical_form(address: str | None) -> None:
    assert canonical_url(address) is None


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("en-US", "en"),
        ("DE", "de"),
        ("pt_BR.UTF-8", "pt"),
        ("english", None),
        ("", None),
        (None, None),
        ("x-default", None),
    ],
)
def test_declared_languages_become_two_letter_codes(declared: str | None, code: str | None) -> None:
    assert language_code(declared) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The workers went back to the port on Tuesday and it was said that the strike has ended with a vote.", "en"),
        (
            "Die Arbeiter sind am Dienstag in den Hafen zurückgekehrt, und der Streik ist mit einer Abstimmung beendet.",
            "de",
        ),
        (
            "Les ouvriers sont retournés au port mardi et la grève est finie après un vote dans la soirée, selon le syndicat.",
            "fr",
        ),
        (
            "Los obreros volvieron al puerto el martes y la huelga terminó con una votación por la noche, según el sindicato.",
            "es",
        ),
        ("Рабочие вернулись в порт во вторник, и забастовка закончилась голосованием, сообщил профсоюз.", "ru"),
        ("港の労働者は火曜日に仕事に戻り、ストライキは投票で終わったと組合は述べた。", "ja"),
        ("Os trabalhadores voltaram ao porto de Santos e de Recife, e o sindicato de Lisboa esperou.", "pt"),
        ("Rescuers search the harbour in the wake of an explosion", "en"),
        ("Olaf Scholz visited Bonn on Monday", "en"),
        ("De Premier huet haut zu Lëtzebuerg gesot datt hien net zrécktrëtt", "lb"),
        ("12 34 !!", None),
    ],
)
def test_undeclared_languages_are_detected_from_the_words(text: str, code: str | None) -> None:
    assert detect_language(text) == code


def test_a_given_language_is_kept() -> None:
    assert row(lang="fr", text="The workers went back to the port on Tuesday.")["lang"] == "fr"


@pytest.mark.parametrize(
    ("values", "column", "value"),
    [
        ({"body": "Given as body.", "text": ""}, "text", "Given as body."),
        ({"content": "  spaces  kept \n", "text": ""}, "text", "  spaces  kept \n"),
        ({"content_html": "<p>One.</p><p>Two &amp; three.</p>", "text": ""}, "text", "One.\nTwo & three."),
        ({"headline": "A headline"}, "title", "A headline"),
        ({"publisher": "Volga Courier"}, "source", "Volga Courier"),
        ({"dct": "2023-03-21"}, "published_basis", "metadata"),
        ({"text": " date 2023-03-21 Dock workers returned."}, "published_basis", "header"),
        ({"url": "https://a.example/2023/03/21/strike"}, "published_basis", "url"),
        ({"doc_id": "d1"}, "article_id", "d1"),
        ({"text": "half a pair: \ud83d."}, "text", "half a pair: \ufffd."),
    ],
)
def test_common_names_of_keys_are_understood(values: dict[str, str], column: str, value: str) -> None:
    assert row(**values)[column] == value
