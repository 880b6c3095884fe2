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

// The headline, summary and quoted sentences of an entry, the quotes built or not: what search reads.
function toldIn(item) {
  const told = [...item.querySelectorAll(".headline, .told, blockquote")].map((element) => {
    const cite = element.querySelector("cite")?.textContent ?? ""; // whose words they are is no part of them
    return element.textContent.slice(0, element.textContent.length - cite.length);
  });
  const kept = item.querySelector("noscript")?.textContent ?? "";
  const quotes = [...kept.matchAll(/<blockquote[^>]*>(.*?)<\/blockquote>/gs)].map(([, html]) => unescaped(html.replace(/<[^>]*>/g, "")));
  return [...told, ...quotes].join("\n");
}

function buildWhenIdle(items) {
  let next = 0;
  const build = (deadline) => {
    while (next < items.length && deadline.timeRemaining() > 1) buildQuotes(items[next++]);
    if (next < items.length) requestIdleCallback(build);
  };
  window.addEventListener("load", () => window.requestIdleCallback?.(build));
}
