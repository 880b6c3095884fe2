// Which days the axis shows: zooming and moving within the days that there are.

const SHORTEST = 5; // days that a view shows at least
const ZOOM = 1.6;

function padded([first, last]) {
  const margin = Math.max(2, (last + 1 - first) * 0.04);
  return { first: first - margin, last: last + 1 + margin };
}

// data: {whole, story} as [first, last] day. onChange is called after every move. Moves return whether anything moved.
function makeView(data, onChange) {
  const limits = padded(data.whole);
  let range = padded(data.story);

  function show(first, last) {
    const length = Math.min(Math.max(last - first, SHORTEST), limits.last - limits.first);
    const from = Math.min(Math.max((first + last - length) / 2, limits.first), limits.last - length);
    const changed = from !== range.first || from + length !== range.last;
    range = { first: from, last: from + length };
    onChange();
    return changed;
  }

  const zoom = (factor, at = 0.5) => {
    const length = range.last - range.first;
    const middle = range.first + at * length;
    return show(middle - at * length * factor, middle + (1 - at) * length * factor);
  };
  const pan = (share) => show(range.first + share * (range.last - range.first), range.last + share * (range.last - range.first));
  const centre = (day) => show(day - (range.last - range.first) / 2, day + (range.last - range.first) / 2);
  const actions = {
    in: () => zoom(1 / ZOOM),
    out: () => zoom(ZOOM),
    left: () => pan(-0.3),
    right: () => pan(0.3),
    all: () => show(limits.first, limits.last),
    story: () => { const main = padded(data.story); return show(main.first, main.last); },
  };
  return { limits, zoom, pan, centre, actions, range: () => range };
}
