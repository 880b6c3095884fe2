// Put the page together: theme, axis, filters, and opening an entry from either.

function showTip(tip, entry, anchor) {
  if (!entry || !anchor) {
    tip.hidden = true;
    return;
  }
  const line = (name, text) => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };
  const doubt = entry.status === "happened" ? "" : ` · ${entry.status}`;
  tip.replaceChildren(line("b", entry.when + doubt), line("strong", entry.headline));
  if (entry.sentence) tip.append(line("q", entry.sentence));
  tip.append(line("small", `${entry.outlet ? `${entry.outlet} · ` : ""}${entry.reporters}`));
  tip.hidden = false;
  const box = anchor.getBoundingClientRect();
  const left = Math.min(Math.max(box.left, 8), window.innerWidth - tip.offsetWidth - 8);
  const below = box.bottom + 10;
  tip.style.left = `${left}px`;
  tip.style.top = `${below + tip.offsetHeight < window.innerHeight ? below : Math.max(box.top - tip.offsetHeight - 10, 8)}px`;
}

function startTheme(button) {
  const remembered = () => { try { return localStorage.getItem("dateline-theme"); } catch { return null; } };
  const root = document.documentElement;
  if (remembered()) root.dataset.theme = remembered();
  button.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage.setItem("dateline-theme", root.dataset.theme); } catch { /* a page from disk may have no storage */ }
  });
}

// In a long list what lies in between has no height yet, which a smooth way there would find out only as it goes; what lies around the
// entry gets its height when it is first seen, so that the second time is the right one.
function bringIntoView(item, isFar) {
  const still = isFar || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const scroll = () => item.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
  scroll();
  if (isFar) requestAnimationFrame(() => requestAnimationFrame(scroll));
}

// The id that the end of an address names; none where it is no proper encoding.
function idOf(hash) {
  try { return decodeURIComponent(hash.slice(1)); } catch { return ""; }
}

function start() {
  document.documentElement.classList.add("js");
  startTheme(document.getElementById("theme"));
  const data = JSON.parse(document.getElementById("data").textContent);
  if (!data.entries.length) return;
  const items = [];
  for (const item of document.querySelectorAll(".entry")) items[Number(item.dataset.index)] = item;
  const list = document.getElementById("entries");
  reserveRoom(list); // before the axis asks how wide it is
  const background = document.querySelector(".background");
  const tip = document.getElementById("tip");
  let filters = null;
  const open = (index) => {
    filters.reveal(index);
    if (background?.contains(items[index])) background.open = true;
    buildQuotes(items[index]);
    const details = items[index].querySelector("details");
    if (details) details.open = true;
    showTip(tip, null);
    bringIntoView(items[index], list.classList.contains("long"));
    (items[index].querySelector("summary") || items[index]).focus({ preventScroll: true });
  };
  const axis = data.whole && makeAxis(data, { onOpen: open, onHover: (index, anchor) => showTip(tip, data.entries[index], anchor) });
  filters = makeFilters(data, items, (shown) => axis && axis.filter(shown));
  list.addEventListener("toggle", (event) => buildQuotes(event.target), true); // toggle does not bubble
  list.addEventListener("pointerover", (event) => {
    const item = event.target.closest(".entry");
    if (axis && item && data.entries[item.dataset.index].start !== null) axis.highlight(Number(item.dataset.index));
  });
  window.addEventListener("beforeprint", () => { if (background) background.open = true; });
  const openLinked = () => {
    const linked = items.indexOf(document.getElementById(idOf(location.hash)));
    if (linked >= 0) open(linked);
  };
  openLinked();
  window.addEventListener("hashchange", openLinked);
  buildWhenIdle(items);
}

start();
