// Which entries are shown: search, actor, type, source, and the two legends that work as switches.

function makeFilters(data, items, onChange) {
  const form = document.querySelector("form.filters");
  const toggles = [...document.querySelectorAll("[data-toggle]")];
  const texts = new Map(); // what search reads, gathered when it is first needed

  const textOf = (index) => {
    if (!texts.has(index)) texts.set(index, wordsOf(items[index]));
    return texts.get(index);
  };

  function passes(entry, index, wanted, off) {
    if (off.has(`mark ${entry.mark}`) || off.has(`status ${entry.status}`)) return false;
    if (wanted.type && entry.type !== wanted.type) return false;
    if (wanted.actor && !entry.actors.includes(wanted.actor)) return false;
    if (wanted.source && !entry.sources.includes(wanted.source)) return false;
    return wanted.words.every((word) => textOf(index).includes(word));
  }

  function apply() {
    const wanted = Object.fromEntries(new FormData(form));
    wanted.words = wanted.search.toLowerCase().split(/\s+/).filter(Boolean);
    const off = new Set(toggles.filter((toggle) => toggle.getAttribute("aria-pressed") === "false").map((toggle) => `${toggle.dataset.toggle} ${toggle.dataset.value}`));
    const shown = [];
    data.entries.forEach((entry, index) => {
      const passed = passes(entry, index, wanted, off);
      items[index].hidden = !passed;
      if (passed) shown.push(index);
    });
    for (const part of document.querySelectorAll("main section, main .background")) part.hidden = !part.querySelector(".entry:not([hidden])");
    const background = document.querySelector("main .background");
    if (background && shown.length < items.length) background.open = true;
    reserveRoom(document.getElementById("entries"));
    document.getElementById("nothing").hidden = shown.length > 0;
    document.getElementById("count").textContent = shown.length === items.length ? "" : `Showing ${shown.length} of ${items.length}`;
    onChange(shown);
  }

  for (const toggle of toggles) {
    toggle.disabled = false;
    toggle.addEventListener("click", () => {
      toggle.setAttribute("aria-pressed", String(toggle.getAttribute("aria-pressed") === "false"));
      apply();
    });
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    for (const toggle of toggles) toggle.setAttribute("aria-pressed", "true");
    setTimeout(apply); // the fields are empty only after this event
  });
  return {
    reveal(index) {
      if (items[index].hidden) form.reset();
    },
  };
}
