// Where each entry stands on the axis: exact days in rows above the line, what is known only roughly in rows below it.

const ROW = 24; // pixels
const ROWS_ABOVE = 8;
const ROWS_BELOW = 4;
const FONT = "12.5px system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif"; // as .mark .name
const LONGEST_LABEL = 330;
const GAP = 10;
const DOT = 6; // radius

// What stands behind a headline that is not a plain fact.
function doubtOf(entry) {
  return entry.status === "happened" ? "" : ` (${entry.status})`;
}

const ruler = document.createElement("canvas").getContext("2d");
const measured = new Map();

function widthOf(text, bold) {
  const key = `${bold ? "b" : "n"}${text}`;
  if (!measured.has(key)) {
    ruler.font = bold ? `600 ${FONT}` : FONT;
    measured.set(key, ruler.measureText(text).width);
  }
  return measured.get(key);
}

// The beginning of a headline that fits into so many pixels, with an ellipsis where it is cut.
function cutToFit(headline, room) {
  const full = widthOf(headline, false);
  if (full <= room) return headline;
  return `${headline.slice(0, Math.max(Math.floor(((room - 12) / full) * headline.length), 1)).trimEnd()}…`;
}

// view: {first, last} in days. Returns the placed marks {index, x1, x2, row, above, label} and how many had no row of their own.
function placeMarks(entries, shown, view, width) {
  const toPixel = (day) => ((day - view.first) / (view.last - view.first)) * width;
  const above = { rows: Array.from({ length: ROWS_ABOVE }, () => []), marks: [] };
  const below = { rows: Array.from({ length: ROWS_BELOW }, () => []), marks: [] };
  const visible = shown.filter((index) => entries[index].end >= view.first - 1 && entries[index].start <= view.last + 1);
  visible.sort((a, b) => entries[b].importance - entries[a].importance || a - b);
  for (const index of visible) {
    const entry = entries[index];
    const exact = entry.mark === "day" || entry.mark === "span";
    const x1 = toPixel(entry.start);
    const x2 = Math.max(toPixel(entry.end + 1), x1 + (exact ? 2 * DOT : 14));
    const mark = { index, x1, x2, exact };
    if (entry.mark === "day") mark.x1 = mark.x2 = (x1 + toPixel(entry.start + 1)) / 2;
    placeInRow(mark, entry, exact ? above : below, width);
  }
  return { above: above.marks, below: below.marks };
}

function placeInRow(mark, entry, zone, width) {
  const room = width < 500 ? 150 : LONGEST_LABEL;
  const wanted = Math.min(room, widthOf(entry.headline, false) + widthOf(doubtOf(entry), true) + 2);
  for (const labelled of [true, false]) {
    const box = extent(mark, labelled ? wanted : 0, width);
    const row = zone.rows.findIndex((taken) => taken.every(([from, to]) => box.to < from || box.from > to));
    if (row < 0) continue;
    zone.rows[row].push([box.from, box.to]);
    zone.marks.push({ ...mark, row, label: labelled ? box : null });
    return;
  }
  zone.marks.push({ ...mark, row: zone.rows.length, label: null });
}

// The pixels a mark takes up with its label: right of a dot or a short bar, inside a bar that is wide enough, left of it at the right edge.
function extent(mark, label, width) {
  const pad = mark.x1 === mark.x2 ? DOT : 0;
  const [from, to] = [mark.x1 - pad, mark.x2 + pad];
  if (!label) return { from, to };
  const left = Math.max(from, 0);
  const right = Math.min(to, width);
  if (right - left > label + 16) return { from, to: to + 2, x: left + 8, anchor: "start", room: right - left - 16 };
  if (to + 6 + label <= width) return { from, to: to + 6 + label + GAP, x: to + 6, anchor: "start", room: label };
  if (from - 6 - label >= 0) return { from: from - 6 - label - GAP, to, x: from - 6, anchor: "end", room: label };
  return { from, to };
}
