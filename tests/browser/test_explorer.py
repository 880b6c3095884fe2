"""The explorer in a real browser: filter, page, click through to the evidence, by keyboard, in the dark, on a phone, and with hostile words."""

from __future__ import annotations

import re

import httpx
import pytest
from served import FIRST, N_VISITS, make_story, serving

STRIP_BAR = ".strip a"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    story = make_story(tmp_path_factory.mktemp("explorer") / "story.duckdb")
    with serving(story.path) as base:
        yield base


@pytest.fixture
def visit(browser, site):
    """Open a page: `visit("/", width=1280, ...)`. Ends with a check that the console stayed silent and nothing was asked of anybody else."""
    contexts, messages = [], []

    def opened(path: str, *, width: int = 1280, height: int = 900, refused: bool = False, **options: object):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: refused or messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.on("request", lambda request: request.url.startswith(site) or messages.append(f"asked for {request.url}"))
        page.goto(site + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert messages == []


def headlines(page) -> list[str]:
    return page.locator(".entry .headline").all_inner_texts()


def count(page) -> str:
    return page.locator("#count").inner_text()


def test_a_filter_works_while_it_is_typed_and_stands_in_the_address(visit):
    page = visit("/")
    assert f"{N_VISITS + 4} events" in count(page)
    page.fill("input[name=query]", "peace plan")
    page.locator(".chips", has_text="peace plan").wait_for()
    assert headlines(page) == ["China publishes a peace plan"]
    assert page.url.endswith("/?query=peace+plan")
    page.reload()
    assert headlines(page) == ["China publishes a peace plan"]
    page.go_back()
    page.locator(".chips").wait_for(state="detached")
    assert f"{N_VISITS + 4} events" in count(page)


def test_going_back_takes_away_all_that_was_typed_into_a_field_at_once(visit):
    page = visit("/")
    page.check("input[name=status][value=happened]")
    page.locator(".chips", has_text="happened").wait_for()
    before = page.evaluate("history.length")
    for words in ("China", "China publishes", "China publishes a peace"):
        page.fill("input[name=query]", words)
        page.locator(".chips", has_text=re.compile(f"{words} *×")).wait_for()
    assert page.evaluate("history.length") == before + 1
    page.fill("input[name=actor]", "Xi")
    page.locator(".chips", has_text="actor").wait_for()
    assert page.evaluate("history.length") == before + 2
    page.go_back()
    page.locator(".chips", has_text="actor").wait_for(state="detached")
    assert page.url.endswith("/?query=China+publishes+a+peace&status=happened")
    page.wait_for_load_state()
    page.go_back()
    page.locator(".chips", has_text="China").wait_for(state="detached")
    assert page.url.endswith("/?status=happened")


def test_a_failure_while_filtering_leaves_the_form_as_it_was_filled_in(visit, site):
    page = visit("/", refused=True)
    failure = httpx.get(f"{site}/nothing").text
    page.route("**/?query=*", lambda route: route.fulfill(status=500, body=failure, content_type="text/html"))
    page.fill("input[name=query]", "peace plan")
    page.locator("#results .problem").wait_for()
    assert page.input_value("input[name=query]") == "peace plan"
    page.unroute_all()
    page.fill("input[name=query]", "peace")
    page.locator(".chips", has_text="peace").wait_for()
    assert headlines(page) == ["China publishes a peace plan"]


def test_a_condition_is_taken_away_by_its_chip(visit):
    page = visit("/?actor=xi&status=planned")
    assert headlines(page) == ["Xi Jinping and Vladimir Putin meet"]
    page.locator(".chips a", has_text="planned").click()
    page.wait_for_url("**/?actor=xi")
    assert len(headlines(page)) == 25


def test_boxes_filter_at_once_and_show_how_many_there_are(visit):
    page = visit("/")
    assert page.locator("[data-count='status-planned']").inner_text() == "1"
    page.check("input[name=status][value=planned]")
    page.locator(".chips").wait_for()
    assert headlines(page) == ["Xi Jinping and Vladimir Putin meet"]
    page.uncheck("input[name=status][value=planned]")
    page.locator(".chips").wait_for(state="detached")
    assert len(headlines(page)) == 25


def test_what_cannot_be_asked_is_told_while_typing_and_goes_when_it_can(visit):
    page = visit("/", refused=True)
    page.fill("input[name=from]", "20")
    page.locator("#results .problem").wait_for()
    assert "write 2023, 2023-03 or 2023-03-20" in page.locator("#results .problem").inner_text()
    page.fill("input[name=from]", "2023-03")
    page.locator("#results .problem").wait_for(state="detached")
    assert "events" in count(page)


def test_while_a_day_is_typed_nobody_asks_what_was_known_on_part_of_it(visit):
    page, asked = visit("/"), []
    page.on("request", lambda request: "/?" in request.url and asked.append(request.url))
    page.locator("input[name=as_of]").press_sequentially("2023-03-22", delay=400)
    page.locator(".chips", has_text="2023-03-22").wait_for()
    assert [url.rpartition("/")[2] for url in asked] == ["?as_of=2023-03-22"]
    page.fill("input[name=as_of]", "2023-03")
    page.locator("input[name=query]").focus()
    page.locator(".chips", has_text=re.compile("2023-03 ")).wait_for()
    assert page.url.endswith("/?as_of=2023-03")


def test_names_are_suggested(visit):
    page = visit("/")
    page.locator("input[name=actor]").press_sequentially("put")
    page.locator("#actors option").first.wait_for(state="attached")
    assert page.locator("#actors option").first.get_attribute("value") == "Vladimir Putin"


def test_pages_lead_forth_and_back(visit):
    page = visit("/")
    first = headlines(page)
    page.locator("a[rel=next]").first.click()
    page.locator("a[rel=prev]").first.wait_for()
    second = headlines(page)
    assert not set(first) & set(second)
    assert "26–50 of 64" in page.locator(".pager .place").first.inner_text()
    page.locator("a[rel=prev]").first.click()
    page.locator(".pager .place", has_text="1–25").first.wait_for()
    assert headlines(page) == first


def test_from_the_list_to_the_words_behind_an_event(visit):
    page = visit("/?from=2023-01-01&to=2023-01-01")
    page.locator(".headline", has_text="town 0").click()
    page.wait_for_url(f"**/events/{FIRST}")
    assert page.locator(".big-date").inner_text().strip() == "1 January 2023"
    assert page.locator(".steps h3").all_inner_texts() == ["The words", "Counted from", "The rule", "Gives"]
    assert page.locator(".article-text mark.trigger").inner_text() == "arrived"
    assert page.locator(".article-text mark.date").inner_text() == "Monday"
    assert "".join(page.locator(".article-text mark").all_inner_texts()) == "Xi Jinping arrived in Moscow on Monday."
    page.locator(".quote .cite a", has_text="Title of").click()
    page.wait_for_url("**/article?*")
    assert page.locator(".article-text mark.trigger a").first.get_attribute("href") == f"/events/{FIRST}"
    page.locator(".article-text mark.trigger a").first.click()
    page.wait_for_url(f"**/events/{FIRST}")


def test_dragging_over_the_strip_chooses_a_stretch(visit):
    page = visit("/")
    box = page.locator(".strip svg").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 30, steps=5)
    page.mouse.up()
    page.locator(".chips").wait_for()
    assert re.search(r"from=2023-\d\d-\d\d&to=2023-\d\d-\d\d", page.url)
    assert 0 < len(headlines(page)) < 60


def test_a_bar_of_the_strip_leads_to_its_days(visit):
    page = visit("/")
    page.locator(STRIP_BAR).first.click(force=True)
    page.wait_for_url("**from=2023-01-01**")
    assert headlines(page)[0] == "Xi Jinping visits town 0"


def test_sql_runs_by_keyboard_and_its_rows_can_be_saved(visit):
    page = visit("/sql")
    page.fill("#sql", "select event_id, title from timeline order by event_id limit 2")
    page.keyboard.press("Control+Enter")
    page.locator("table.rows").wait_for()
    assert page.locator("table.rows tbody tr").count() == 2
    with page.expect_download() as download:
        page.locator("a", has_text="CSV").click()
    assert download.value.path().read_text().startswith("event_id,title\n")


def test_an_example_of_sql_runs(visit):
    page = visit("/sql")
    for name in page.locator("aside ul a").all_inner_texts():
        page.locator("aside ul a", has_text=name).click()
        page.locator(".result-head").wait_for()
        assert page.locator(".problem").count() == 0


@pytest.mark.parametrize(
    "path", ["/", "/?query=peace", "/sql?sql=from timeline limit 2", f"/events/{FIRST}", "/actors"]
)
def test_without_scripts_everything_is_there(visit, path):
    page = visit(path, java_script_enabled=False)
    assert page.locator("h1").count() == 1
    assert page.locator("#theme").is_hidden()
    if path == "/":
        page.fill("input[name=query]", "peace plan")
        page.locator("button", has_text="Apply").click()
        assert headlines(page) == ["China publishes a peace plan"]


ALL = ["/", f"/events/{FIRST}", "/article?id=a-e-visit-00", "/articles", "/actors", "/actor?name=Xi Jinping", "/sources", "/sql?sql=from timeline limit 5", "/api", "/?actor=nobody"]  # fmt: skip


@pytest.mark.parametrize("path", ALL)
def test_every_control_has_a_name_and_headings_are_in_order(visit, path):
    page = visit(path)
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, a, summary, [tabindex="0"], svg[role=img]')].filter(e =>
            !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length)).map(e => e.outerHTML)"""
    )
    assert nameless == []
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    assert page.evaluate("document.documentElement.lang") == "en"
    doubled = page.evaluate(
        "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, n, all) => all.indexOf(id) !== n)"
    )
    assert doubled == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ALL)
def test_words_stand_out_from_their_ground(visit, path, scheme):
    """WCAG 2 AA: a contrast of 4.5 to 1 for every text that is shown and not switched off."""
    page = visit(path, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    weak = page.evaluate(
        """() => {
            const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const numbers = (color) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
            const light = ([r, g, b]) => { const l = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
                return 0.2126 * l(r) + 0.7152 * l(g) + 0.0722 * l(b); };
            const over = (top, below) => top.slice(0, 3).map((v, i) => v * top[3] / 255 + below[i] * (1 - top[3] / 255));
            const ground = (e) => { if (!e) return [255, 255, 255]; const c = numbers(getComputedStyle(e).backgroundColor); return c[3] === 255 ? c : over(c, ground(e.parentElement)); };
            const words = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('svg, .off, .unseen, .skip') &&
                [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
            return words.map(e => {
                const below = ground(e), [a, b] = [light(over(numbers(getComputedStyle(e).color), below)), light(below)];
                return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.className || e.tagName, e.textContent.slice(0, 30)];
            }).filter(([ratio]) => ratio < 4.5);
        }"""
    )
    assert weak == []


def test_everything_can_be_reached_by_keyboard(visit):
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.name || document.activeElement.id || document.activeElement.className || document.activeElement.textContent"))  # fmt: skip
    assert {"brand", "SQL", "theme", "query", "actor", "from", "to", "place", "status", "headline"} <= reached


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("path", ALL)
def test_nothing_sticks_out_of_the_page(visit, path, width):
    page = visit(path, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_the_filters_fold_away(visit):
    page = visit("/", width=390, height=844)
    assert page.locator("input[name=query]").is_hidden()
    page.locator("#fold summary").click()
    page.fill("input[name=query]", "peace plan")
    page.locator(".chips", has_text="peace plan").wait_for()
    assert headlines(page) == ["China publishes a peace plan"]


@pytest.mark.parametrize("width", [390, 1280])
def test_filters_stand_in_the_order_in_which_they_are_reached(visit, width):
    page = visit("/", width=width)
    page.evaluate("document.querySelector('#fold').open = true")
    tops = page.evaluate("""[...document.querySelectorAll('#filters :is(input:not([type=checkbox], [type=hidden]), button)')]
        .map(e => Math.round(e.getBoundingClientRect().top))""")
    assert len(tops) == 8
    assert tops == sorted(tops)


def test_light_and_dark_are_chosen_and_kept(visit):
    page = visit("/", color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.click("#theme")
    light = page.evaluate(ground)
    assert light != dark
    page.goto(page.url + "actors")
    assert page.evaluate(ground) == light


@pytest.mark.parametrize(
    "path",
    ["/?type=attack", "/events/e-hostile", "/article?id=a-e-hostile", "/articles", "/actors", "/sources", "/sql?sql=from timeline", "/?actor=<img src=x onerror=window.pwned=1>"],
)  # fmt: skip
def test_scripts_in_words_of_articles_do_not_run(visit, path):
    page = visit(path)
    page.wait_for_timeout(100)
    assert page.evaluate("window.pwned") is None
    assert (
        page.locator("main :is(img, iframe, object, embed, script, style, base, form[action*=javascript])").count() == 0
    )


def test_hostile_words_stay_words_when_results_are_put_in_place(visit):
    page = visit("/")
    page.fill("input[name=query]", "<img src=x onerror=window.pwned=1>")
    page.locator(".chips").wait_for()
    page.fill("input[name=query]", "")
    page.locator(".chips").wait_for(state="detached")
    page.locator("#facet-type summary").click()
    page.check("input[name=type][value=attack]")
    page.locator(".chips", has_text="attack").wait_for()
    assert page.locator(".entry").count() == 1
    assert page.evaluate("window.pwned") is None


SHOTS = {"timeline": "/", "filtered": "/?actor=xi&from=2023-02", "event": f"/events/{FIRST}", "article": f"/article?id=a-e-visit-00&event={FIRST}", "sql": "/sql?sql=from timeline limit 20", "actors": "/actors", "none": "/?actor=nobody"}  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_screenshots_can_be_looked_at(visit, photograph, width, height, scheme):
    """The pictures are for people; here they only have to be taken."""
    for name, path in SHOTS.items():
        page = visit(path, width=width, height=height, color_scheme=scheme)
        picture = photograph(page, f"explorer-{name}-{width}-{scheme}")
        assert picture.stat().st_size > 5_000
