// The drawn axis: marks, ticks, overview; zoom and pan by wheel, drag, pinch, buttons and keys.

const SVG = "http://www.w3.org/2000/svg";
const TICKS = 40; // pixels between the two zones
const OVERVIEW = 26;
const SHORTEST = 5; // days that a view shows at least
const ZOOM = 1.6;
const SCROLLING = 250; // milliseconds between two turns of one scroll

function svg(parent, name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  parent.appendChild(element);
  return element;
}

function makeAxis(data, { onOpen, onHover }) {
  const holder = document.getElementById("axis");
  const overview = document.getElementById("overview");
  const announcer = document.getElementById("announcer");
  const { entries } = data;
  const padded = ([first, last]) => {
    const margin = Math.max(2, (last + 1 - first) * 0.04);
    return { first: first - margin, last: last + 1 + margin };
  };
  const limits = padded(data.whole);
  let view = padded(data.story);
  let shown = entries.map((_, index) => index).filter((index) => entries[index].start !== null);
  let selected = -1;
  const most = { above: 2, below: 0, aboveHeap: 0, belowHeap: 0 }; // rows so far: the axis never jumps while it is zoomed
  let waiting = false;

  function draw() {
    waiting = false;
    const width = Math.max(holder.clientWidth, 200);
    const { above, below } = placeMarks(entries, shown, view, width);
    most.above = Math.max(most.above, above.used);
    most.below = Math.max(most.below, below.used);
    most.aboveHeap = Math.max(most.aboveHeap, above.heaped);
    most.belowHeap = Math.max(most.belowHeap, below.heaped);
    const heapAbove = most.aboveHeap * HEAP;
    const heapBelow = most.belowHeap * HEAP;
    const line = most.above * ROW + heapAbove + 14;
    const bottom = line + TICKS;
    const height = bottom + most.below * ROW + heapBelow + (most.below + most.belowHeap ? 6 : 0);
    const root = document.createElementNS(SVG, "svg");
    for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) root.setAttribute(name, value);
    defineFills(root);
    drawTicks(root, width, line, height);
    for (const mark of above.small) drawSmall(root, mark, line - (mark.row + 0.6) * HEAP);
    for (const mark of below.small) drawSmall(root, mark, bottom + (mark.row + 0.6) * HEAP);
    for (const mark of below.labelled) drawMark(root, mark, bottom + heapBelow + (mark.row + 0.5) * ROW);
    for (const mark of above.labelled.reverse()) drawMark(root, mark, line - heapAbove - 10 - (mark.row + 0.5) * ROW, line - heapAbove);
    holder.replaceChildren(root);
    drawOverview(width);
    document.getElementById("axis-range").textContent = `${dayWords(Math.max(limits.first, view.first) + 1)} to ${dayWords(view.last - 1)}`;
  }

  function drawTicks(root, width, line, height) {
    svg(root, "rect", { class: "band", x: 0, y: line, width, height: TICKS });
    const toPixel = (day) => ((day - view.first) / (view.last - view.first)) * width;
    const found = ticks(view.first, view.last, width);
    const next = toPixel((found.find((tick) => tick.first) || { day: Infinity }).day); // where the first whole unit begins
    for (const tick of found) {
      const x = toPixel(tick.day);
      const major = tick.above && tick.first;
      svg(root, "line", { class: major ? "tick major" : "tick", x1: x, x2: x, y1: 0, y2: major ? height : line + 18 });
      if (!major) svg(root, "line", { class: "tick", x1: x, x2: x, y1: line + TICKS, y2: height });
      if (x < width - 20) svg(root, "text", { class: "tick-label", x: x + 4, y: line + 15 }, tick.label);
      if (tick.above && x < width - 60 && !(!tick.first && next - x < 70)) svg(root, "text", { class: "tick-label unit", x: x + 4, y: line + 32 }, tick.above);
    }
  }

  function newGroup(root, index) {
    const entry = entries[index];
    const group = svg(root, "g", { class: `mark mark-${entry.mark} status-${entry.status}`, "data-index": index });
    if (index === selected) group.classList.add("selected");
    return group;
  }

  function drawSmall(root, mark, y) {
    const group = newGroup(root, mark.index);
    group.classList.add("small");
    const width = mark.x2 - mark.x1;
    if (!width) svg(group, "circle", { class: "shape", cx: mark.x1, cy: y, r: SMALL_DOT });
    else svg(group, "rect", { class: "shape", x: mark.x1, y: y - SMALL_DOT, width: Math.max(width, 2 * SMALL_DOT), height: 2 * SMALL_DOT, rx: entries[mark.index].mark === "span" ? SMALL_DOT : 1 });
  }

  function drawMark(root, mark, y, line) {
    const entry = entries[mark.index];
    const group = newGroup(root, mark.index);
    if (line) svg(group, "line", { class: "stem", x1: mark.x1, x2: mark.x1, y1: y, y2: line });
    const bar = { x: mark.x1, y: y - 7, width: Math.max(mark.x2 - mark.x1, 2 * DOT), height: 14 };
    if (entry.mark === "day") svg(group, "circle", { class: "shape", cx: mark.x1, cy: y, r: radiusOf(entry) });
    else svg(group, "rect", { class: "shape", ...bar, rx: entry.mark === "span" ? 7 : 2 });
    if (entry.status === "denied") svg(group, "line", { class: "strike", x1: mark.x1 - 8, x2: mark.x2 + 8, y1: y + 5, y2: y - 5 });
    if (entry.status === "alleged" && entry.mark === "day") svg(group, "text", { class: "query", x: mark.x1, y: y + 3.5 }, "?");
    const doubt = doubtOf(entry);
    const words = cutToFit(entry.headline, mark.label.room - widthOf(doubt, true));
    const name = svg(group, "text", { class: mark.label.inside ? "name inside" : "name", x: mark.label.x, y: y + 4, "text-anchor": mark.label.anchor }, words);
    if (doubt) svg(name, "tspan", { class: "doubt" }, doubt);
  }

  function drawOverview(width) {
    const root = document.createElementNS(SVG, "svg");
    root.setAttribute("width", width);
    root.setAttribute("height", OVERVIEW);
    const toPixel = (day) => ((day - limits.first) / (limits.last - limits.first)) * width;
    const [from, to] = data.whole.map((day) => String(calendar(day).year));
    if (width > 700 && from !== to) {
      svg(root, "text", { class: "tick-label", x: 4, y: OVERVIEW - 9 }, from);
      svg(root, "text", { class: "tick-label", x: width - 4, y: OVERVIEW - 9, "text-anchor": "end" }, to);
    }
    for (const index of shown) {
      const entry = entries[index];
      const exact = entry.mark === "day" || entry.mark === "span";
      svg(root, "rect", { class: exact ? "speck" : "speck pale", x: toPixel(entry.start), y: exact ? 5 : 14, width: Math.max(toPixel(entry.end + 1) - toPixel(entry.start), 2), height: exact ? 8 : 6 });
    }
    const x = Math.max(toPixel(view.first), 0);
    svg(root, "rect", { class: "window", x, y: 1, width: Math.max(Math.min(toPixel(view.last), width) - x, 6), height: OVERVIEW - 2, rx: 4 });
    overview.replaceChildren(root);
  }

  function redraw() {
    if (!waiting) requestAnimationFrame(draw);
    waiting = true;
  }

  function show(first, last) {
    const length = Math.min(Math.max(last - first, SHORTEST), limits.last - limits.first);
    const from = Math.min(Math.max((first + last - length) / 2, limits.first), limits.last - length);
    const changed = from !== view.first || from + length !== view.last;
    view = { first: from, last: from + length };
    redraw();
    return changed;
  }

  const zoom = (factor, at = 0.5) => {
    const length = view.last - view.first;
    const middle = view.first + at * length;
    return show(middle - at * length * factor, middle + (1 - at) * length * factor);
  };
  const pan = (share) => show(view.first + share * (view.last - view.first), view.last + share * (view.last - view.first));
  const actions = {
    in: () => zoom(1 / ZOOM), out: () => zoom(ZOOM), left: () => pan(-0.3), right: () => pan(0.3),
    all: () => show(limits.first, limits.last), story: () => { const to = padded(data.story); show(to.first, to.last); },
  };

  function select(index) {
    selected = index;
    const entry = entries[index];
    const length = view.last - view.first;
    if (entry.start < view.first || entry.end > view.last) show((entry.start + entry.end) / 2 - length / 2, (entry.start + entry.end) / 2 + length / 2);
    announcer.textContent = `${entry.when}: ${entry.headline}${entry.status === "happened" ? "" : `, ${entry.status}`}`;
    redraw();
    requestAnimationFrame(() => onHover(index, holder.querySelector(".selected")));
  }

  function step(direction) {
    if (!shown.length) return;
    const at = shown.indexOf(selected);
    const start = at < 0 ? shown.findIndex((index) => entries[index].end >= view.first) - (direction > 0 ? 1 : 0) : at;
    select(shown[Math.min(Math.max(start + direction, 0), shown.length - 1)]);
  }

  const keys = {
    "+": actions.in, "=": actions.in, "-": actions.out, ArrowLeft: actions.left, ArrowRight: actions.right, Home: actions.all,
    ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: () => selected >= 0 && onOpen(selected), Escape: () => onHover(-1),
  };
  holder.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  for (const button of document.querySelectorAll("[data-axis]")) button.addEventListener("click", () => actions[button.dataset.axis]());
  let scrolledAt = -Infinity;
  window.addEventListener("scroll", () => { scrolledAt = performance.now(); }, { passive: true });
  holder.addEventListener("wheel", (event) => {
    if (performance.now() - scrolledAt < SCROLLING) return; // the page slid under the pointer: go on scrolling it
    const at = event.offsetX / holder.clientWidth;
    const moved = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? pan(event.deltaX / holder.clientWidth) : zoom(Math.exp(event.deltaY * 0.002), at);
    if (moved) event.preventDefault(); // at the ends of the axis the page scrolls on
  }, { passive: false });
  handlePointers(holder, { pan, zoom, onOpen, onHover });
  overview.addEventListener("pointerdown", (event) => {
    const middle = limits.first + (event.offsetX / overview.clientWidth) * (limits.last - limits.first);
    show(middle - (view.last - view.first) / 2, middle + (view.last - view.first) / 2);
  });
  new ResizeObserver(redraw).observe(holder);
  draw();
  return {
    filter(indexes) { shown = indexes.filter((index) => entries[index].start !== null); redraw(); },
    highlight(index) { selected = index; redraw(); },
  };
}

// Fills that fade at both ends, one per status, for periods whose days are not known.
function defineFills(root) {
  const defs = svg(root, "defs", {});
  for (const status of ["happened", "ongoing", "planned", "alleged", "denied"]) {
    const fill = svg(defs, "linearGradient", { id: `fade-${status}`, class: `fade status-${status}` });
    for (const [offset, opacity] of [[0, 0], [0.18, 0.32], [0.82, 0.32], [1, 0]]) svg(fill, "stop", { offset, "stop-opacity": opacity });
  }
}
