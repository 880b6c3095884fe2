"""How the HTML timeline looks in a real browser: names, contrast, widths, light and dark, and pictures of it."""

from __future__ import annotations

import pytest
from story_page import HTML, VISIT, headlines, view
from timeline_story import STORY, Event, Quote, timeline_of

from warehouse.timeline import render


def test_every_control_has_a_name_and_can_be_reached_by_tab(open_page):
    page = open_page(HTML)
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, a, summary, [tabindex="0"]')].filter(e =>
            !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length)).map(e => e.outerHTML)"""
    )
    assert nameless == []
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate("document.activeElement.name || document.activeElement.id || document.activeElement.tagName")
        )
    assert {"theme", "axis", "search", "actor", "type", "source", "SUMMARY"} <= reached


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(open_page, scheme):
    """WCAG 2 AA: a contrast of 4.5 to 1 for the words of entries, marks, badges and controls."""
    page = open_page(HTML, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for label in ("exact day", "denied"):
        page.locator(".legend button", has_text=label).first.click()
    page.click("h1")
    weak = page.evaluate(
        """() => {
            const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
            const light = ([r, g, b]) => { const l = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
                return 0.2126 * l(r) + 0.7152 * l(g) + 0.0722 * l(b); };
            const ground = (e) => { for (; e; e = e.parentElement) { const c = numbers(getComputedStyle(e).backgroundColor); if (c[3] !== 0) return c; } };
            const seen = (e, color, ground) => { let share = 1; for (; e; e = e.parentElement) share *= getComputedStyle(e).opacity;
                return color.map((value, at) => share * value + (1 - share) * ground[at]); };
            const words = [...document.querySelectorAll('h1, h2, h3, h4, p, .badge, .kind, cite, button:enabled, summary, b, a, dd, dt, mark, .date, .sure, blockquote, footer, label')];
            return words.filter(e => e.textContent.trim()).map(e => {
                const [a, b] = [light(seen(e, numbers(getComputedStyle(e).color).slice(0, 3), ground(e))), light(ground(e))];
                return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.className || e.tagName];
            }).filter(([ratio]) => ratio < 4.5);
        }"""
    )
    assert weak == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_signs_of_precision_differ_also_in_forced_colours(open_page, photograph, scheme):
    page = open_page(HTML, forced_colors="active", color_scheme=scheme)
    drawn = (
        "e => { const s = getComputedStyle(e); return [s.backgroundImage, s.backgroundColor, s.borderStyle, s.width] }"
    )
    vague, day, window = (page.locator(f".legend .glyph-{name}").first.evaluate(drawn) for name in ("vague", "day", "window"))  # fmt: skip
    assert vague[0].startswith("linear-gradient")
    assert day[1] not in (page.evaluate("getComputedStyle(document.body).backgroundColor"), window[1])
    photograph(page, f"legend-forced-{scheme}", of=".legend")


def test_light_and_dark_follow_the_system_until_the_button_decides(open_page):
    page = open_page(HTML, color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) != dark
    page.click("#theme")
    assert page.evaluate(ground) == dark


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_sticks_out_of_the_page(open_page, width):
    page = open_page(HTML, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_screenshots_can_be_looked_at(open_page, photograph, width, height, scheme):
    """The pictures are for people; here they only have to be taken."""
    page = open_page(HTML, width=width, height=height, color_scheme=scheme)
    view(page)
    top = photograph(page, f"timeline-{width}-{scheme}")
    page.locator(f"{VISIT} details summary").click()
    page.locator(VISIT).scroll_into_view_if_needed()
    photograph(page, f"timeline-{width}-{scheme}-evidence")
    assert top.stat().st_size > 10_000


def test_two_subjects_stand_side_by_side_and_one_below_the_other_on_a_phone(open_page, photograph):
    from warehouse.timeline.group import compared

    both = compared(timeline_of(STORY[:4]), timeline_of(STORY[2:9]), ("Xi Jinping", "Vladimir Putin"))
    html = render(both, "html")
    for width, side_by_side in ((1280, True), (390, False)):
        page = open_page(html, width=width)
        tops = {page.locator(".group > h2").nth(number).bounding_box()["y"] for number in range(3)}
        assert (len(tops) == 1) == side_by_side
        assert sorted(headlines(page)) == sorted(entry.headline for entry in both.everything)
        photograph(page, f"comparison-{width}")


def test_on_a_phone_the_filters_take_two_rows(open_page):
    page = open_page(HTML, width=390, height=844)
    names = [
        "input[name=search]",
        "button[type=reset]",
        "select[name=actor]",
        "select[name=type]",
        "select[name=source]",
    ]
    tops = [page.locator(name).bounding_box()["y"] for name in names]
    assert len(set(tops[:2])) == len(set(tops[2:])) == 1
    assert tops[0] < tops[2]


def test_dates_behind_a_quote_are_not_broken_at_their_hyphens(open_page):
    reason = "'Monday', published Wednesday 2023-03-22: the latest Monday on or before = 2023-03-20; for this event 2023-03-20/2023-03-22"
    quote = Quote("Northern Wire", "Xi Jinping came to Moscow on Monday.", "came", "on Monday", reason)
    page = open_page(
        render(
            timeline_of([Event("e1", "visit", "Xi Jinping visits Russia", "2023-03-20/2023-03-22", (quote,))]), "html"
        )
    )
    page.locator("summary").click()
    dates = page.locator(".how .nowrap")
    assert dates.all_inner_texts() == ["2023-03-22", "2023-03-20", "2023-03-20", "2023-03-22"]
    for width in range(320, 420, 12):
        page.set_viewport_size({"width": width, "height": 800})
        assert {date.bounding_box()["height"] < 30 for date in dates.all()} == {True}


@pytest.mark.parametrize("clicks", [0, 1, 2])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_its_words_are_dark(open_page, scheme, clicks):
    page = open_page(HTML, color_scheme=scheme)
    for _ in range(clicks):
        page.click("#theme")
    page.emulate_media(media="print", color_scheme=scheme)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(28, 31, 36)"


def test_paper_is_not_told_to_be_clicked(open_page):
    page = open_page(HTML)
    assert page.get_by_text("Click one for its evidence").is_visible()
    page.emulate_media(media="print")
    assert page.get_by_text("Larger dots: more sources").is_visible()
    assert not page.get_by_text("Click one for its evidence").is_visible()


def test_only_dates_that_are_known_to_the_day_are_set_in_bold(open_page):
    quote = (Quote("Northern Wire", "The minister came.", "came"),)
    events = [
        Event("e1", "visit", "One visits Oslo", "2023-03-20", quote),
        Event("e2", "visit", "Two visits Oslo", "2023-03-21", quote, basis="published"),
        next(event for event in STORY if "12-point" in event.title),
    ]
    page = open_page(render(timeline_of(events), "html"))
    weights = page.locator(".when .date").evaluate_all("all => all.map(date => [date.closest('.entry').querySelectorAll('.sure').length > 0, getComputedStyle(date).fontWeight])")  # fmt: skip
    assert sorted(weights) == [[False, "600"], [True, "500"], [True, "500"]]
