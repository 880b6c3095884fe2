// Drawing the axis and the overview as SVG. Nothing here remembers anything.

const SVG = "http://www.w3.org/2000/svg";
const TICKS = 40; // pixels between the two zones
const OVERVIEW = 26;

function svg(parent, name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  parent?.appendChild(element);
  return element;
}

// zones: what placeMarks gives. most: rows to keep room for. Returns the SVG element.
function drawAxis(entries, zones, range, width, most, selected) {
  const { above, below } = zones;
  const heapAbove = most.aboveHeap * HEAP;
  const heapBelow = most.belowHeap * HEAP;
  const line = most.above * ROW + heapAbove + 14;
  const bottom = line + TICKS;
  const height = bottom + most.below * ROW + heapBelow + (most.below + most.belowHeap ? 6 : 0);
  const root = svg(null, "svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  defineFills(root);
  drawTicks(root, range, width, line, height);
  const named = (mark, kind) => ({ class: `mark ${kind} mark-${entries[mark.index].mark} status-${entries[mark.index].status}${mark.index === selected ? " selected" : ""}`, "data-index": mark.index });
  const group = (mark) => svg(root, "g", named(mark, "labelled"));
  for (const mark of above.small) drawSmall(root, named(mark, "small"), entries[mark.index], mark, line - (mark.row + 0.6) * HEAP);
  for (const mark of below.small) drawSmall(root, named(mark, "small"), entries[mark.index], mark, bottom + (mark.row + 0.6) * HEAP);
  for (const mark of below.labelled) drawMark(group(mark), entries[mark.index], mark, bottom + heapBelow + (mark.row + 0.5) * ROW);
  for (const mark of [...above.labelled].reverse()) drawMark(group(mark), entries[mark.index], mark, line - heapAbove - 10 - (mark.row + 0.5) * ROW, line - heapAbove);
  return root;
}

// Fills that fade at both ends, one per status, for periods whose days are not known.
function defineFills(root) {
  const defs = svg(root, "defs", {});
  for (const status of ["happened", "ongoing", "planned", "alleged", "denied"]) {
    const fill = svg(defs, "linearGradient", { id: `fade-${status}`, class: `fade status-${status}` });
    for (const [offset, opacity] of [[0, 0], [0.18, 0.32], [0.82, 0.32], [1, 0]]) svg(fill, "stop", { offset, "stop-opacity": opacity });
  }
}

function drawTicks(root, range, width, line, height) {
  svg(root, "rect", { class: "band", x: 0, y: line, width, height: TICKS });
  const toPixel = (day) => ((day - range.first) / (range.last - range.first)) * width;
  const found = ticks(range.first, range.last, width);
  const next = toPixel((found.find((tick) => tick.first) || { day: Infinity }).day); // where the first whole unit begins
  for (const tick of found) {
    const x = toPixel(tick.day);
    const major = tick.above && tick.first;
    const hasRoom = x < width - 60 && (tick.first || next - x >= 70);
    svg(root, "line", { class: major ? "tick major" : "tick", x1: x, x2: x, y1: 0, y2: major ? height : line + 18 });
    if (!major) svg(root, "line", { class: "tick", x1: x, x2: x, y1: line + TICKS, y2: height });
    if (x < width - 20) svg(root, "text", { class: "tick-label", x: x + 4, y: line + 15 }, tick.label);
    if (tick.above && hasRoom) svg(root, "text", { class: "tick-label unit", x: x + 4, y: line + 32 }, tick.above);
  }
}

// One element each: there are thousands where a subject is busy.
function drawSmall(root, named, entry, mark, y) {
  const width = mark.x2 - mark.x1;
  if (!width) {
    svg(root, "circle", { ...named, cx: mark.x1, cy: y, r: SMALL_DOT });
    return;
  }
  const rx = entry.mark === "span" ? SMALL_DOT : 1;
  svg(root, "rect", { ...named, x: mark.x1, y: y - SMALL_DOT, width: Math.max(width, 2 * SMALL_DOT), height: 2 * SMALL_DOT, rx });
}

// line: where the stem of an exact day ends; undefined for what is known only roughly.
function drawMark(group, entry, mark, y, line) {
  if (line) svg(group, "line", { class: "stem", x1: mark.x1, x2: mark.x1, y1: y, y2: line });
  if (entry.mark === "day") svg(group, "circle", { class: "shape", cx: mark.x1, cy: y, r: radiusOf(entry) });
  else svg(group, "rect", { class: "shape", x: mark.x1, y: y - 7, width: Math.max(mark.x2 - mark.x1, 2 * DOT), height: 14, rx: entry.mark === "span" ? 7 : 2 });
  if (entry.status === "denied") svg(group, "line", { class: "strike", x1: mark.x1 - 8, x2: mark.x2 + 8, y1: y + 5, y2: y - 5 });
  if (entry.status === "alleged" && entry.mark === "day") svg(group, "text", { class: "query", x: mark.x1, y: y + 3.5 }, "?");
  drawLabel(group, entry, mark.label, y);
}

function drawLabel(group, entry, label, y) {
  const doubt = doubtOf(entry);
  const words = cutToFit(entry.headline, label.room - widthOf(doubt, "bold"));
  const name = svg(group, "text", { class: label.inside ? "name inside" : "name", x: label.x, y: y + 4, "text-anchor": label.anchor }, words);
  if (doubt) svg(name, "tspan", { class: "doubt" }, doubt);
}

// All days at a glance, with a frame around those that the axis shows.
function drawOverview(entries, shown, { limits, range }, whole, width) {
  const root = svg(null, "svg", { width, height: OVERVIEW });
  const toPixel = (day) => ((day - limits.first) / (limits.last - limits.first)) * width;
  const specks = { exact: "", rough: "" };
  for (const { start, end, mark } of shown.map((index) => entries[index])) {
    const across = Math.max(toPixel(end + 1) - toPixel(start), 2).toFixed(1);
    if (mark === "day" || mark === "span") specks.exact += `M${toPixel(start).toFixed(1)} 5h${across}v8h-${across}z`;
    else specks.rough += `M${toPixel(start).toFixed(1)} 14h${across}v6h-${across}z`;
  }
  svg(root, "path", { class: "speck pale", d: specks.rough });
  svg(root, "path", { class: "speck", d: specks.exact });
  const x = Math.max(toPixel(range().first), 0);
  svg(root, "rect", { class: "window", x, y: 1, width: Math.max(Math.min(toPixel(range().last), width) - x, 6), height: OVERVIEW - 2, rx: 4 });
  const [from, to] = whole.map((day) => String(calendar(day).year));
  if (width > 700 && from !== to) {
    svg(root, "text", { class: "tick-label end", x: 3, y: OVERVIEW - 9 }, from);
    svg(root, "text", { class: "tick-label end", x: width - 3, y: OVERVIEW - 9, "text-anchor": "end" }, to);
  }
  return root;
}
