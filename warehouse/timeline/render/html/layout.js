// Where each entry stands on the axis: exact days above the line, what is known only roughly below it. The most important entries
// that find room get a row and a label; the others are stacked as small marks next to the line, so that busy days show as heaps.

const ROW = 24; // pixels
const ROWS_ABOVE = 8;
const ROWS_BELOW = 4;
const HEAP = 8; // pixels between stacked small marks
const HEAP_ROWS = 7;
const FONT = "12.5px system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif"; // as .mark .name
const LONGEST_LABEL = 330; // pixels, where others want the room too
const WIDEST_LABEL = 0.8; // of the axis
const GAP = 10;
const DOT = 6; // radius
const SMALL_DOT = 3.2;

// What stands behind a headline that is not a plain fact.
function doubtOf(entry) {
  return entry.status === "happened" ? "" : ` (${entry.status})`;
}

// More sources, a larger dot: from one to about ten.
function radiusOf(entry) {
  return Math.min(5 + 1.2 * Math.log2(Math.max(entry.nSources, 1)), 9);
}

const ruler = document.createElement("canvas").getContext("2d");
const letters = { plain: new Map(), bold: new Map() };

// Letter by letter: whole headlines, each different, take thirty times as long to measure and differ by their kerning alone.
function widthOf(text, weight) {
  const known = letters[weight];
  let width = 0;
  for (const letter of text) {
    if (!known.has(letter)) {
      ruler.font = weight === "bold" ? `600 ${FONT}` : FONT;
      known.set(letter, ruler.measureText(letter).width);
    }
    width += known.get(letter);
  }
  return width;
}

// The beginning of a headline that fits into so many pixels, with an ellipsis where it is cut.
function cutToFit(headline, room) {
  const full = widthOf(headline, "plain");
  if (full <= room) return headline;
  return `${headline.slice(0, Math.max(Math.floor(((room - 12) / full) * headline.length), 1)).trimEnd()}…`;
}

// view: {first, last} in days. Returns for each zone its labelled marks {index, x1, x2, row, label}, its small ones {index, x1, x2, row},
// and how many rows of each there are.
function placeMarks(entries, shown, view, width) {
  const toPixel = (day) => ((day - view.first) / (view.last - view.first)) * width;
  const zones = { above: newZone(ROWS_ABOVE, width), below: newZone(ROWS_BELOW, width) };
  const visible = shown.filter((index) => entries[index].end >= view.first - 1 && entries[index].start <= view.last + 1);
  visible.sort((a, b) => entries[b].importance - entries[a].importance || a - b);
  for (const index of visible) {
    const entry = entries[index];
    const exact = entry.mark === "day" || entry.mark === "span";
    const mark = { index, x1: toPixel(entry.start), x2: toPixel(entry.end + 1) };
    if (entry.mark === "day") mark.x1 = mark.x2 = (mark.x1 + mark.x2) / 2;
    placeInZone(mark, entry, exact ? zones.above : zones.below, width);
  }
  return zones;
}

// Rows are pixels, 1 where something stands.
function newZone(rows, width) {
  const newRows = (length) => Array.from({ length }, () => new Uint8Array(Math.ceil(width)));
  return { rows: newRows(rows), heap: newRows(HEAP_ROWS), labelled: [], small: [], used: 0, heaped: 0 };
}

function placeInZone(mark, entry, zone, width) {
  const whole = widthOf(entry.headline, "plain") + widthOf(doubtOf(entry), "bold") + 2;
  for (const room of [width * WIDEST_LABEL, Math.min(LONGEST_LABEL, width * 0.55)]) {
    const box = extent(mark, Math.min(whole, room), width);
    const row = box.x === undefined ? -1 : freeRow(zone.rows, box);
    if (row < 0) continue;
    take(zone.rows[row], box);
    zone.labelled.push({ ...mark, row, label: box });
    zone.used = Math.max(zone.used, row + 1);
    return;
  }
  const point = mark.x1 === mark.x2;
  const spot = { from: mark.x1 - (point ? HEAP / 2 : 0), to: Math.max(mark.x2, mark.x1 + HEAP) - (point ? HEAP / 2 : 0) };
  const heapRow = freeRow(zone.heap, spot);
  const last = heapRow < 0 ? HEAP_ROWS - 1 : heapRow; // a heap that is full grows no further
  take(zone.heap[last], spot);
  zone.small.push({ ...mark, row: last });
  zone.heaped = Math.max(zone.heaped, last + 1);
}

function freeRow(rows, box) {
  const from = Math.max(Math.round(box.from), 0);
  const to = Math.round(box.to);
  return rows.findIndex((row) => {
    const taken = row.indexOf(1, from);
    return taken < 0 || taken >= to;
  });
}

function take(row, box) {
  row.fill(1, Math.max(Math.round(box.from), 0), Math.max(Math.round(box.to), 0));
}

// The pixels a mark takes up with its label: inside a bar that is wide enough, right of the mark, or left of it at the right edge.
function extent(mark, label, width) {
  const from = mark.x1 === mark.x2 ? mark.x1 - DOT : mark.x1;
  const to = Math.max(mark.x2, from + 2 * DOT);
  const left = Math.max(from, 0);
  const right = Math.min(to, width);
  if (right - left > label + 16) return { from, to: to + 2, x: left + 8, anchor: "start", room: right - left - 16, inside: true };
  if (to + 6 + label <= width) return { from, to: to + 6 + label + GAP, x: to + 6, anchor: "start", room: label };
  if (from - 6 - label >= 0) return { from: from - 6 - label - GAP, to, x: from - 6, anchor: "end", room: label };
  return { from, to };
}
