// Which entries are shown: search, actor, type, source, and the two legends that work as switches.

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}])\p{M}+/gu; // of other scripts a mark may be a vowel
const UNPARTED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u; // no blanks between words

// The words of a text without accents and with a blank before each, so that a word is found by its beginning.
function spaced(text) {
  return (text.normalize("NFD").replace(ACCENTS, "").normalize().toLowerCase().match(WORD) ?? []).map((word) => ` ${word}`).join("");
}

// What to look for in spaced text, one for each word that was typed; what stands inside of a word in hyphens or apostrophes stays together.
function beginningsOf(typed) {
  return typed.split(/\s+/).map(spaced).filter(Boolean).map((word) => (UNPARTED.test(word.slice(1)) ? word.slice(1) : word));
}

function makeFilters(data, items, onChange) {
  const form = document.querySelector("form.filters");
  const toggles = [...document.querySelectorAll("[data-toggle]")];
  const texts = new Map(); // the words that search reads, gathered when they are first needed

  const textOf = (index) => {
    if (!texts.has(index)) texts.set(index, spaced(toldIn(items[index])));
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
    wanted.words = beginningsOf(wanted.search);
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
    const isAsked = off.size > 0 || [wanted.type, wanted.actor, wanted.source].some(Boolean) || wanted.words.length > 0;
    document.getElementById("count").textContent = isAsked ? `Showing ${shown.length} of ${items.length}` : "";
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
