// The quotes behind an entry. They stand in the page as a <noscript>, which a browser with scripts keeps as one piece of text: they are most of
// what the page holds, and so are built when an entry is opened, or once there is nothing else to do, so that the browser's own search finds them.

const ESCAPED = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'" }; // what the page's template writes, and nothing else
const PARTS = /<(\/?)(\w+)([^>]*)>|([^<]+)/g;

function unescaped(text) {
  return text.includes("&") ? text.replace(/&(?:amp|lt|gt|#34|#39);/g, (each) => ESCAPED[each]) : text;
}

// The elements that a piece of the page's own HTML describes; the page's policy lets no script parse HTML.
function elementsOf(html) {
  const root = document.createDocumentFragment();
  let parent = root;
  for (const [, closing, name, attributes, text] of html.matchAll(PARTS)) {
    if (text) parent.append(unescaped(text));
    else if (closing) parent = parent.parentNode;
    else {
      const element = parent.appendChild(document.createElement(name));
      for (const [, key, value] of attributes.matchAll(/([\w-]+)="([^"]*)"/g)) element.setAttribute(key, unescaped(value));
      if (name !== "br") parent = element;
    }
  }
  return root;
}

function buildQuotes(item) {
  const kept = item.querySelector("noscript");
  if (kept) kept.replaceWith(elementsOf(kept.textContent));
}

// All words of an entry, its quotes included, built or not.
function wordsOf(item) {
  const kept = item.querySelector("noscript");
  const html = kept?.textContent ?? "";
  const quoted = unescaped(html.replace(/<\/?mark[^>]*>/g, "").replace(/<[^>]*>/g, " "));
  return item.textContent.replace(html, () => ` ${quoted}`).replace(/\s+/g, " ").toLowerCase();
}

function buildWhenIdle(items) {
  let next = 0;
  const build = (deadline) => {
    while (next < items.length && deadline.timeRemaining() > 1) buildQuotes(items[next++]);
    if (next < items.length) requestIdleCallback(build);
  };
  window.addEventListener("load", () => window.requestIdleCallback?.(build));
}
