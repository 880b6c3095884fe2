"use strict";
// What makes pages quicker to use. Every page works without it: forms send themselves, links lead on.

const TYPING = 300; // milliseconds of rest after which typed words count
const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;
const TRUSTED = window.trustedTypes ? trustedTypes.createPolicy("explorer", { createHTML: (html) => html }) : { createHTML: (html) => html };

function startTheme(button) {
  const root = document.documentElement;
  button.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage.setItem("dateline-theme", root.dataset.theme); } catch { /* no storage: for this page only */ }
  });
}

function addressOf(form) {
  const given = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value.trim()) given.append(name, value.trim());
  const query = given.toString();
  return query ? `/?${query}` : "/";
}

// What was known on a day is read from the file: nobody asks for it before the day is written out.
function isPartOfDay(field) {
  const value = field.value.trim();
  return field.name === "as_of" && value !== "" && !WHOLE_DAY.test(value);
}

// A page that is no timeline: a failure is told where the results stood, so that the form stays; any other page says itself when to ask again.
function tell(results, page, answer, address) {
  const problem = page.querySelector("main .problem");
  if (answer.status !== 500 || !problem) location.assign(address);
  else results.replaceChildren(problem);
}

// The filters of the timeline: every change fetches the page that the form would lead to, and puts its results in place.
function startFilters(form) {
  let asked = null;
  let waiting = 0;
  let shown = addressOf(form);
  let typed = ""; // the field whose words made the latest entry of the history
  const show = async (address, field) => {
    asked?.abort();
    const mine = asked = new AbortController();
    const results = document.getElementById("results");
    results.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: mine.signal, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(TRUSTED.createHTML(await answer.text()), "text/html");
      const found = page.getElementById("results");
      if (!found) { tell(results, page, answer, address); return; }
      results.replaceWith(found);
      document.title = page.title;
      for (const count of form.querySelectorAll("[data-count]")) {
        count.textContent = page.querySelector(`[data-count="${CSS.escape(count.dataset.count)}"]`)?.textContent ?? "";
      }
      document.querySelector("#fold summary").replaceChildren(...page.querySelector("#fold summary").childNodes);
      if (field && field === typed) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
      typed = field;
      shown = address;
      startStrips();
    } catch (problem) {
      if (problem.name !== "AbortError") location.assign(address);
    } finally {
      if (asked === mine) document.getElementById("results").removeAttribute("aria-busy");
    }
  };
  const soon = (milliseconds, field = "") => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show(addressOf(form), field), milliseconds);
  };
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (event.target.type === "checkbox") soon(0);
    else if (!isPartOfDay(event.target)) soon(TYPING, event.target.name);
  });
  // what is typed into a field later is another step
  form.addEventListener("focusin", (event) => { if (event.target.name !== typed) typed = ""; });
  // a month or a year stands in that field when it is left
  form.addEventListener("change", (event) => { if (isPartOfDay(event.target) && addressOf(form) !== shown) soon(0); });
  form.addEventListener("submit", (event) => { event.preventDefault(); soon(0); });
  // conditions and the strip change the form too: those links load the whole page. Going back does as well.
  window.addEventListener("popstate", () => location.reload());
}

// Names while they are typed.
function startSuggestions(input) {
  const list = document.getElementById(input.getAttribute("list"));
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      if (input.value.trim().length < 2) return;
      const answer = await fetch(`${input.dataset.suggest}?${new URLSearchParams({ query: input.value.trim(), limit: "12" })}`);
      if (!answer.ok) return;
      list.replaceChildren(...(await answer.json()).actors.map(({ name }) => {
        const option = document.createElement("option");
        option.value = name;
        return option;
      }));
    }, TYPING / 2);
  });
}

// Drag over the density strip to choose a stretch of time.
function startStrip(strip) {
  const drawing = strip.querySelector("svg");
  const [first, last] = [strip.dataset.first, strip.dataset.last].map((day) => Date.parse(day));
  const form = document.getElementById("filters");
  if (!form || drawing.dataset.started) return;
  drawing.dataset.started = "yes";
  let from = null;
  let shade = null;
  const share = (event) => {
    const box = drawing.getBoundingClientRect();
    return Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
  };
  const day = (at) => new Date(first + at * (last - first)).toISOString().slice(0, 10);
  drawing.addEventListener("pointerdown", (event) => { if (event.button === 0 && event.pointerType === "mouse") from = share(event); });
  drawing.addEventListener("dragstart", (event) => event.preventDefault());
  drawing.addEventListener("pointermove", (event) => {
    if (from === null || (!shade && Math.abs(share(event) - from) < 0.01)) return;
    if (!shade) {
      shade = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      shade.setAttribute("class", "shade");
      shade.setAttribute("y", "0");
      shade.setAttribute("height", "72");
      drawing.append(shade);
      drawing.setPointerCapture(event.pointerId);
    }
    shade.setAttribute("x", String(Math.min(from, share(event)) * 1000));
    shade.setAttribute("width", String(Math.abs(share(event) - from) * 1000));
  });
  drawing.addEventListener("pointerup", (event) => {
    const dragged = shade;
    const [start, end] = [from, share(event)].sort((a, b) => a - b);
    from = null;
    if (!dragged) return;
    form.elements.from.value = day(start);
    form.elements.to.value = day(end);
    form.requestSubmit();
  });
  drawing.addEventListener("click", (event) => { if (shade) event.preventDefault(); });
}

function startStrips() {
  document.querySelectorAll(".strip").forEach(startStrip);
}

// In a box that shows part of a text, bring the words it is about into sight.
function showEvidence(box) {
  const words = document.getElementById(box.dataset.show);
  if (words) box.scrollTop = words.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
}

document.addEventListener("DOMContentLoaded", () => {
  startTheme(document.getElementById("theme"));
  const filters = document.getElementById("filters");
  if (filters) startFilters(filters);
  document.querySelectorAll("[data-suggest]").forEach(startSuggestions);
  document.querySelectorAll("[data-show]").forEach(showEvidence);
  startStrips();
  document.getElementById("sql")?.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); event.target.form.requestSubmit(); }
  });
});
