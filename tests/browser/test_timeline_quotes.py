"""The quotes of the HTML timeline in a real browser: all there, with and without scripts, and harmless."""

from __future__ import annotations

import pytest
from hostile_strings import HOSTILE
from story_page import HTML, VISIT, headlines, mark
from timeline_story import STORY, Event, Quote, timeline_of

from warehouse.timeline import render


def test_a_click_on_a_mark_opens_every_quote_with_outlet_link_date_and_reason(open_page):
    page = open_page(HTML)
    mark(page, "Xi Jinping calls Volodymyr Zelenskyy").locator(".shape").click()
    entry = page.locator("#e-f35b02c8e4")
    assert entry.locator("details").get_attribute("open") is not None
    quotes = entry.locator(".quote")
    assert quotes.count() == 2
    assert "spoke by telephone with Volodymyr Zelenskyy" in quotes.first.inner_text()
    assert "The Ledger" in quotes.first.inner_text()
    assert "26 April of the year of publication" in quotes.first.inner_text()
    assert "published 27 Apr 2023" in quotes.first.inner_text()
    link = quotes.first.get_by_role("link", name="Xi calls Zelenskyy at last")
    assert (link.get_attribute("href"), link.get_attribute("rel")) == (
        "https://ledger.example/call",
        "noopener noreferrer nofollow",
    )
    assert quotes.first.locator("mark.trigger").inner_text() == "spoke by telephone"
    assert quotes.first.locator("mark.date").inner_text() == "on April 26"


def test_a_link_to_an_entry_opens_it(open_page):
    page = open_page(HTML, fragment=VISIT)
    assert page.locator(f"{VISIT} details").get_attribute("open") is not None


def test_another_link_on_the_open_page_and_the_way_back_open_their_entries(open_page):
    page = open_page(HTML, fragment=VISIT)
    opened = page.locator("#e-f35b02c8e4 details[open]")
    page.evaluate("location.hash = '#e-f35b02c8e4'")
    opened.wait_for()
    page.locator(f"{VISIT} summary").click()
    assert page.locator(f"{VISIT} details[open]").count() == 0
    page.go_back()
    page.locator(f"{VISIT} details[open]").wait_for()


@pytest.mark.parametrize("fragment", ["#e-%", "#e-none", "#%E0%A4%A", "#"])
def test_a_link_to_no_entry_breaks_nothing(open_page, fragment):
    page = open_page(HTML, fragment=fragment)
    page.locator("noscript").first.wait_for(state="detached")
    assert page.locator("details[open]").count() == 0


def test_without_scripts_the_list_and_the_evidence_are_there(open_page):
    page = open_page(HTML, java_script_enabled=False)
    assert len(headlines(page)) == len(STORY)
    assert not page.locator("form.filters").is_visible()
    page.locator(f"{VISIT} summary").click()
    assert page.locator(f"{VISIT} .quote").first.is_visible()


def hostile() -> str:
    """A page whose every word is an attack."""
    events = [
        Event(
            f"bad{number}", "visit", hostile, f"2023-03-{1 + number % 28:02d}", (Quote(hostile, f"{hostile} word {hostile}", "word", "word", hostile, title=hostile, url=hostile),),
            actors=(hostile,), place=hostile,
        )
        for number, hostile in enumerate(HOSTILE)
    ]  # fmt: skip
    return render(timeline_of(events, title=HOSTILE[0]), "html")


def test_scripts_in_words_of_articles_do_not_run(open_page):
    page = open_page(hostile())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for shape in page.locator("#axis .shape").all()[:20]:
        shape.hover(force=True)
    page.fill("input[name=search]", "script")
    assert page.evaluate("window.pwned") is None
    assert page.locator("img, iframe, object, embed, base").count() == 0


ALL_QUOTES = "[...document.querySelectorAll('.quotes')].map(list => list.innerHTML)"


@pytest.mark.parametrize("html", [HTML, hostile()], ids=["story", "hostile"])
def test_quotes_are_the_same_with_scripts_as_without(open_page, html):
    plain = open_page(html, java_script_enabled=False).evaluate(ALL_QUOTES)
    page = open_page(html)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.locator("noscript").first.wait_for(state="detached")
    assert page.evaluate(ALL_QUOTES) == plain
    assert len(plain) > 10


def test_quotes_are_built_when_there_is_nothing_else_to_do_so_that_the_browser_finds_their_words(open_page):
    page = open_page(HTML)
    page.locator("noscript").first.wait_for(state="detached")
    assert page.locator(f"{VISIT} .quote").count() == 4
    assert not page.locator(f"{VISIT} .quote").first.is_visible()


def test_an_entry_opens_by_keyboard_before_the_quotes_of_others_are_built(open_page):
    page = open_page(HTML.replace("buildWhenIdle(items);", ""), bypass_csp=True)
    page.focus(f"{VISIT} summary")
    page.keyboard.press("Enter")
    page.locator(f"{VISIT} .quote").first.wait_for()
    assert page.locator(".quote").count() == page.locator(f"{VISIT} .quote").count()


def test_search_reads_quotes_that_are_not_built(open_page):
    page = open_page(HTML.replace("buildWhenIdle(items);", ""), bypass_csp=True)
    page.fill("input[name=search]", "vnukovo AIRPORT")
    assert headlines(page) == ["Xi Jinping visits Russia"]
    page.fill("input[name=search]", "blockquote")
    assert headlines(page) == []


def test_on_paper_stand_all_entries_and_the_quotes_that_were_opened(open_page):
    page = open_page(HTML)
    page.locator(f"{VISIT} summary").click()
    page.emulate_media(media="print")
    assert len(headlines(page)) == len(STORY)
    assert page.locator(f"{VISIT} .quote").first.is_visible()
    assert page.locator("form.filters").is_hidden()
