"""The HTML timeline in a real browser: read, filter, zoom, click through to the evidence."""

from __future__ import annotations

import pytest
from hostile_strings import HOSTILE
from timeline_story import STORY, Event, Quote, timeline_of

from warehouse.timeline import render
from warehouse.timeline.choose import MAX_ENTRIES
from warehouse.timeline.entries import Timeline

HTML = render(timeline_of(STORY), "html")
VISIT = "#e-3f21ac90d1"


def headlines(page) -> list[str]:
    return page.locator(".entry:visible .headline").all_inner_texts()


def view(page) -> str:
    # the axis draws on the next frame, which a busy machine may take long to show
    page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    return page.locator("#axis-range").inner_text()


def mark(page, headline: str):
    index = page.evaluate(
        "h => JSON.parse(document.getElementById('data').textContent).entries.findIndex(e => e.headline === h)",
        headline,
    )
    return page.locator(f"#axis [data-index='{index}']")


def test_the_page_opens_from_disk_with_everything_on_it(open_page):
    page = open_page(HTML)
    assert page.title() == timeline_of(STORY).title
    assert len(headlines(page)) == len(STORY)
    assert page.locator("#axis svg .mark").count() >= 10


def test_exact_days_stand_above_the_line_and_rough_dates_below(open_page):
    page = open_page(HTML)
    line = page.locator("#axis .band").bounding_box()["y"]
    assert mark(page, "Xi Jinping visits Russia").locator(".shape").bounding_box()["y"] < line
    assert mark(page, "China publishes a 12-point peace plan").locator(".shape").bounding_box()["y"] > line


def test_a_month_is_drawn_as_a_bar_as_long_as_the_month_and_a_day_as_a_dot(open_page):
    page = open_page(HTML)
    month = mark(page, "China publishes a 12-point peace plan").locator(".shape").bounding_box()["width"]
    visit = mark(page, "Xi Jinping visits Russia").locator(".shape").bounding_box()["width"]
    assert month / visit == pytest.approx(28 / 3, rel=0.1)
    assert mark(page, "Fumio Kishida visits Kyiv").locator("circle.shape").count() == 1


@pytest.mark.parametrize(
    ("field", "value", "found"),
    [
        ("actor", "Fumio Kishida", ["Fumio Kishida visits Kyiv"]),
        ("type", "peace plan", ["China publishes a 12-point peace plan"]),
        ("source", "Eastern Post", [
            "China and Russia declare a partnership without limits", "China publishes a 12-point peace plan",
            "Russia bases aircraft in Belarus", "Xi Jinping visits Russia",
        ]),
    ],
)  # fmt: skip
def test_a_filter_leaves_what_it_names_in_the_list_and_on_the_axis(open_page, field, value, found):
    page = open_page(HTML)
    page.select_option(f"select[name={field}]", value)
    assert headlines(page) == found
    assert page.locator("#count").inner_text() == f"Showing {len(found)} of {len(STORY)}"
    page.click("[data-axis=all]")
    view(page)
    assert page.locator("#axis .mark").count() == len(found)


def test_search_reads_headlines_and_evidence_and_clear_brings_all_back(open_page):
    page = open_page(HTML)
    page.fill("input[name=search]", "vnukovo AIRPORT")
    assert headlines(page) == ["Xi Jinping visits Russia"]
    assert page.locator("h2:visible").all_inner_texts() == ["2023"]
    page.fill("input[name=search]", "no such word")
    assert headlines(page) == []
    assert page.locator("#nothing").is_visible()
    page.click("button[type=reset]")
    page.locator("#nothing").wait_for(state="hidden")
    assert len(headlines(page)) == len(STORY)


@pytest.mark.parametrize(
    ("label", "gone"),
    [
        ("denied", "China supplies weapons to Russia"),
        ("planned", "Emmanuel Macron visits Beijing"),
        ("no date", "Dmitry Peskov briefs the press"),
    ],
)
def test_the_legend_works_as_switches(open_page, label, gone):
    page = open_page(HTML)
    page.locator(".legend button", has_text=label).click()
    assert gone not in headlines(page)
    assert len(headlines(page)) == len(STORY) - 1
    page.locator(".legend button", has_text=label).click()
    assert gone in headlines(page)


def test_buttons_zoom_and_move_the_axis(open_page):
    page = open_page(HTML)
    first = view(page)
    page.click("[data-axis=in]")
    closer = view(page)
    page.click("[data-axis=right]")
    later = view(page)
    page.click("[data-axis=all]")
    everything = view(page)
    page.click("[data-axis=story]")
    assert len({first, closer, later, everything}) == 4
    assert "2014" in everything or "2013" in everything
    assert view(page) == first


def test_a_click_on_the_overview_moves_the_axis_there(open_page):
    page = open_page(HTML)
    box = page.locator("#overview").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.09, box["y"] + box["height"] / 2)
    assert "2014" in view(page)


def test_wheel_zooms_and_dragging_moves_the_axis(open_page):
    page = open_page(HTML)
    first = view(page)
    box = page.locator("#axis").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 8)
    page.mouse.wheel(0, -300)
    closer = view(page)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 - 200, box["y"] + 8, steps=4)
    page.mouse.up()
    assert len({first, closer, view(page)}) == 3


def test_the_wheel_scrolls_the_page_where_the_axis_cannot_zoom_further(open_page):
    page = open_page(HTML, height=600)
    page.click("[data-axis=all]")
    view(page)
    box = page.locator("#axis").bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 8)
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(400)
    assert page.evaluate("window.scrollY") > 0


def test_resting_on_a_mark_shows_its_sentence_and_outlet(open_page):
    page = open_page(HTML)
    mark(page, "Xi Jinping visits Russia").locator(".shape").hover()
    tip = page.locator("#tip")
    assert "arrived in Moscow on Monday for a three-day state visit" in tip.inner_text()
    assert "Northern Wire" in tip.inner_text()
    assert "4 sources" in tip.inner_text()
    page.mouse.move(2, 2)
    tip.wait_for(state="hidden")


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


def test_opening_from_the_axis_clears_filters_that_hide_nothing_else(open_page):
    page = open_page(HTML)
    page.fill("input[name=search]", "telephone")
    mark(page, "Xi Jinping calls Volodymyr Zelenskyy").locator(".shape").click()
    assert headlines(page) == ["Xi Jinping calls Volodymyr Zelenskyy"]


def test_everything_can_be_done_by_keyboard(open_page):
    page = open_page(HTML)
    page.focus("#axis")
    first = view(page)
    for key, back in (("+", "-"), ("ArrowRight", "ArrowLeft")):
        page.keyboard.press(key)
        moved = view(page)
        assert moved != first
        page.keyboard.press(back)
        assert view(page) != moved
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    assert page.locator("#announcer").text_content() == "2014: Russia annexes Crimea"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    opened = page.locator("details[open]")
    assert opened.count() == 1
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 0


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
    weak = page.evaluate(
        """() => {
            const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
            const light = ([r, g, b]) => { const l = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
                return 0.2126 * l(r) + 0.7152 * l(g) + 0.0722 * l(b); };
            const ground = (e) => { for (; e; e = e.parentElement) { const c = numbers(getComputedStyle(e).backgroundColor); if (c[3] !== 0) return c; } };
            const words = [...document.querySelectorAll('h1, h2, h3, h4, p, .badge, .kind, cite, button:enabled, summary, b, a, dd, dt, mark, .date, .sure, blockquote, footer, label')];
            return words.filter(e => e.textContent.trim()).map(e => {
                const [a, b] = [light(numbers(getComputedStyle(e).color)), light(ground(e))];
                return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.className || e.tagName];
            }).filter(([ratio]) => ratio < 4.5);
        }"""
    )
    assert weak == []


def test_light_and_dark_follow_the_system_until_the_button_decides(open_page):
    page = open_page(HTML, color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) != dark
    page.click("#theme")
    assert page.evaluate(ground) == dark


def test_a_link_to_an_entry_opens_it(open_page):
    page = open_page(HTML, fragment=VISIT)
    assert page.locator(f"{VISIT} details").get_attribute("open") is not None


def test_without_scripts_the_list_and_the_evidence_are_there(open_page):
    page = open_page(HTML, java_script_enabled=False)
    assert len(headlines(page)) == len(STORY)
    assert not page.locator("form.filters").is_visible()
    page.locator(f"{VISIT} summary").click()
    assert page.locator(f"{VISIT} .quote").first.is_visible()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_sticks_out_of_the_page(open_page, width):
    page = open_page(HTML, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_two_fingers_zoom_on_a_phone(open_page):
    page = open_page(HTML, width=390, height=844, has_touch=True)
    first = view(page)
    page.evaluate(
        """() => {
            const axis = document.getElementById('axis'), box = axis.getBoundingClientRect();
            const send = (type, id, x) => (type === 'pointerdown' ? axis : window).dispatchEvent(
                new PointerEvent(type, { pointerId: id, clientX: box.left + x, clientY: box.top + 20, bubbles: true, pointerType: 'touch' }));
            send('pointerdown', 1, 150); send('pointerdown', 2, 200);
            for (const step of [20, 40, 60]) { send('pointermove', 1, 150 - step); send('pointermove', 2, 200 + step); }
            send('pointerup', 1, 90); send('pointerup', 2, 260);
        }"""
    )
    assert view(page) != first


def test_scripts_in_words_of_articles_do_not_run(open_page):
    events = [
        Event(
            f"bad{number}", "visit", hostile, f"2023-03-{1 + number % 28:02d}", (Quote(hostile, f"{hostile} word {hostile}", "word", "word", hostile, title=hostile, url=hostile),),
            actors=(hostile,), place=hostile,
        )
        for number, hostile in enumerate(HOSTILE)
    ]  # fmt: skip
    page = open_page(render(timeline_of(events, title=HOSTILE[0]), "html"))
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for shape in page.locator("#axis .shape").all()[:20]:
        shape.hover(force=True)
    page.fill("input[name=search]", "script")
    assert page.evaluate("window.pwned") is None
    assert page.locator("img, iframe, object, embed, base").count() == 0


@pytest.mark.parametrize(
    "timeline",
    [Timeline("Nothing"), timeline_of([STORY[-1]]), timeline_of([STORY[2]])],
    ids=["empty", "only undated", "one day"],
)
def test_small_timelines_open_without_errors(open_page, timeline):
    page = open_page(render(timeline, "html"))
    assert len(headlines(page)) == len(timeline.everything)


def crowded() -> list[Event]:
    """The story with a long background and more events on one day than there are rows."""
    past = [
        Event(f"past{n}", "attack", f"Old battle {n}", f"{1950 + n}-05-0{n % 9 + 1}", (Quote("The Ledger", f"Battle {n} was lost.", "lost"),), basis="explicit")
        for n in range(12)
    ]  # fmt: skip
    busy = [
        Event(f"busy{n:02d}", "speech", f"Delegate {n} speaks at the congress", "2023-03-21", (Quote("The Ledger", f"Delegate {n} spoke on Tuesday.", "spoke", "on Tuesday", "the latest Tuesday"),))
        for n in range(30)
    ]  # fmt: skip
    return STORY + past + busy


def test_a_long_background_is_folded_until_it_is_asked_for(open_page):
    page = open_page(render(timeline_of(crowded(), limit=MAX_ENTRIES), "html"))
    assert "Old battle 3" not in headlines(page)
    assert "Background: 15 earlier events, 1950 to 2022" in page.locator(".background > summary").inner_text()
    page.locator(".background > summary").click()
    assert "Old battle 3" in headlines(page)


def test_search_and_the_axis_reach_into_the_background(open_page):
    page = open_page(render(timeline_of(crowded(), limit=MAX_ENTRIES), "html"))
    page.fill("input[name=search]", "battle 11")
    assert headlines(page) == ["Old battle 11"]
    page = open_page(render(timeline_of(crowded(), limit=MAX_ENTRIES), "html"))
    page.click("[data-axis=all]")
    view(page)
    mark(page, "Old battle 3").locator(".shape").click()
    assert page.locator("#e-past3 details").get_attribute("open") is not None
    assert page.locator("#e-past3").is_visible()


def test_on_a_busy_day_every_event_has_a_mark_and_the_important_ones_a_name(open_page):
    page = open_page(render(timeline_of(crowded(), limit=MAX_ENTRIES), "html"))
    names = " ".join(page.locator("#axis .name").all_text_contents())
    assert "Xi Jinping visits Russia" in names
    assert page.locator("#axis .mark.small").count() >= 20
    page.locator("#axis .mark.small .shape").first.click(force=True)
    assert page.locator("details.evidence[open]").count() == 1


def test_two_thousand_entries_can_be_used(open_page):
    events = [
        Event(f"{n:05d}", "visit", f"Delegation {n} visits Oslo", f"20{n % 20 + 10}-{n % 12 + 1:02d}-{n % 28 + 1:02d}", (Quote(f"Outlet {n % 40}", f"Delegation {n} came to Oslo on Monday.", "came", "on Monday", "the latest Monday"),), actors=(f"Person {n % 90}",))
        for n in range(2_000)
    ]  # fmt: skip
    page = open_page(render(timeline_of(events, limit=2_000), "html"))
    page.fill("input[name=search]", "delegation 1999")
    assert headlines(page) == ["Delegation 1999 visits Oslo"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_screenshots_can_be_looked_at(open_page, shots, width, height, scheme):
    """The pictures are for people; here they only have to be taken."""
    page = open_page(HTML, width=width, height=height, color_scheme=scheme)
    view(page)
    top = shots / f"timeline-{width}-{scheme}.png"
    page.screenshot(path=top)
    page.locator(f"{VISIT} details summary").click()
    page.locator(VISIT).scroll_into_view_if_needed()
    page.screenshot(path=shots / f"timeline-{width}-{scheme}-evidence.png")
    assert top.stat().st_size > 10_000


def test_two_subjects_stand_side_by_side_and_one_below_the_other_on_a_phone(open_page, shots):
    from warehouse.timeline.group import compared

    both = compared(timeline_of(STORY[:4]), timeline_of(STORY[2:9]), ("Xi Jinping", "Vladimir Putin"))
    html = render(both, "html")
    for width, side_by_side in ((1280, True), (390, False)):
        page = open_page(html, width=width)
        tops = {page.locator(".group > h2").nth(number).bounding_box()["y"] for number in range(3)}
        assert (len(tops) == 1) == side_by_side
        assert sorted(headlines(page)) == sorted(entry.headline for entry in both.everything)
        page.screenshot(path=shots / f"comparison-{width}.png")


def test_filters_hide_groups_without_entries(open_page):
    from warehouse.timeline.group import grouped

    page = open_page(render(grouped(timeline_of(STORY), "type"), "html"))
    page.fill("input[name=search]", "vnukovo AIRPORT")
    assert headlines(page) == ["Xi Jinping visits Russia"]
    assert page.locator(".group > h2:visible").all_inner_texts() == ["visit"]
