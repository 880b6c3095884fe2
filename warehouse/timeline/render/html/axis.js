// The axis as a thing to use: what it shows, which event is selected, and the wheel, buttons and keys that move it.

const SCROLLING = 250; // milliseconds between two turns of one scroll

// data: what the page embeds. onOpen(index) opens an entry, onHover(index, element) shows its sentence (-1: none).
function makeAxis(data, { onOpen, onHover }) {
  const holder = document.getElementById("axis");
  const { entries } = data;
  const most = { above: 2, below: 0, aboveHeap: 0, belowHeap: 0 }; // rows so far: the axis never jumps while it is zoomed
  let shown = entries.map((_, index) => index).filter((index) => entries[index].start !== null);
  let selected = -1;
  let waiting = false;
  let width = 0;
  const wide = () => Math.max(holder.clientWidth, 200);

  function draw() {
    waiting = false;
    width = wide();
    const range = view.range();
    const zones = placeMarks(entries, shown, range, width);
    for (const zone of ["above", "below"]) {
      most[zone] = Math.max(most[zone], zones[zone].used);
      most[`${zone}Heap`] = Math.max(most[`${zone}Heap`], zones[zone].heaped);
    }
    holder.replaceChildren(drawAxis(entries, zones, range, width, most, selected));
    document.getElementById("overview").replaceChildren(drawOverview(entries, shown, view, data.whole, width));
    document.getElementById("axis-range").textContent = `${dayWords(Math.max(view.limits.first, range.first) + 1)} to ${dayWords(range.last - 1)}`;
  }

  function redraw() {
    if (!waiting) requestAnimationFrame(draw);
    waiting = true;
  }

  function select(index) {
    selected = index;
    const entry = entries[index];
    const { first, last } = view.range();
    if (entry.end < first || entry.start > last) view.centre((entry.start + entry.end) / 2);
    document.getElementById("announcer").textContent = `${entry.when}: ${entry.headline}${doubtOf(entry)}`;
    redraw();
    requestAnimationFrame(() => document.activeElement === holder && onHover(index, holder.querySelector(".selected")));
  }

  // What steps begin with: the first or last event that begins in view, or else lies in it, or follows it.
  function outermost(direction) {
    const { first, last } = view.range();
    const find = (fits) => (direction > 0 ? shown.find((index) => fits(entries[index])) : shown.findLast((index) => fits(entries[index])));
    return find(({ start }) => start >= first && start <= last)
      ?? find(({ start, end }) => end >= first && start <= last)
      ?? find(({ start, end }) => (direction > 0 ? start > last : end < first))
      ?? shown.at(direction > 0 ? -1 : 0);
  }

  function step(direction) {
    if (!shown.length) return;
    const { first, last } = view.range();
    const at = shown.indexOf(selected);
    const isInView = at >= 0 && entries[selected].end >= first && entries[selected].start <= last;
    select(isInView ? shown[Math.min(Math.max(at + direction, 0), shown.length - 1)] : outermost(direction));
  }

  const view = makeView(data, redraw);
  handleKeys(holder, view, {
    ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: () => selected >= 0 && onOpen(selected), Escape: () => onHover(-1),
  });
  holder.addEventListener("blur", () => onHover(-1));
  window.addEventListener("scroll", () => onHover(-1), { passive: true }); // the tip would stay where its mark no longer is
  handleWheel(holder, view);
  handlePointers(holder, { ...view, onOpen, onHover });
  document.getElementById("overview").addEventListener("pointerdown", (event) => {
    view.centre(view.limits.first + shareAcross(event, event.currentTarget) * (view.limits.last - view.limits.first));
  });
  new ResizeObserver(() => { if (wide() !== width) redraw(); }).observe(holder);
  draw();
  return {
    filter(indexes) { shown = indexes.filter((index) => entries[index].start !== null); redraw(); },
    highlight(index) {
      selected = index;
      holder.querySelector(".selected")?.classList.remove("selected");
      holder.querySelector(`[data-index="${index}"]`)?.classList.add("selected");
    },
  };
}

// How far across an element a pointer is, 0 to 1.
function shareAcross(event, element) {
  const box = element.getBoundingClientRect();
  return (event.clientX - box.left) / box.width;
}

function handleKeys(holder, view, others) {
  const { actions } = view;
  const keys = { "+": actions.in, "=": actions.in, "-": actions.out, ArrowLeft: actions.left, ArrowRight: actions.right, Home: actions.all, ...others };
  holder.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  for (const button of document.querySelectorAll("[data-axis]")) button.addEventListener("click", () => actions[button.dataset.axis]());
}

function handleWheel(holder, view) {
  let scrolledAt = -Infinity;
  window.addEventListener("scroll", () => { scrolledAt = performance.now(); }, { passive: true });
  holder.addEventListener("wheel", (event) => {
    if (performance.now() - scrolledAt < SCROLLING) return; // the page slid under the pointer: go on scrolling it
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const moved = sideways ? view.pan(event.deltaX / holder.clientWidth) : view.zoom(Math.exp(event.deltaY * 0.002), shareAcross(event, holder));
    if (moved) event.preventDefault(); // at the ends of the axis the page scrolls on
  }, { passive: false });
}
