// Mouse, pen and fingers on the axis: drag pans, two fingers zoom, a click opens, resting on a mark shows its sentence.

const CLICK = 4; // pixels; a shorter move is no drag

function handlePointers(holder, { pan, zoom, onOpen, onHover }) {
  const down = new Map();
  let travelled = 0;

  const markAt = (event) => event.target.closest?.("[data-index]");
  const spread = () => {
    const [one, two] = [...down.values()];
    return { length: Math.max(Math.abs(one - two), 20), middle: ((one + two) / 2 - holder.getBoundingClientRect().left) / holder.clientWidth };
  };

  holder.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!down.size) travelled = 0;
    down.set(event.pointerId, event.clientX);
  });
  window.addEventListener("pointermove", (event) => {
    if (!down.has(event.pointerId)) return;
    const before = down.get(event.pointerId);
    const old = down.size === 2 ? spread() : null;
    down.set(event.pointerId, event.clientX);
    travelled += Math.abs(event.clientX - before);
    if (travelled < CLICK) return;
    holder.classList.add("dragging");
    onHover(-1);
    if (old) zoom(old.length / spread().length, old.middle);
    else pan((before - event.clientX) / holder.clientWidth);
  });
  const release = (event) => {
    down.delete(event.pointerId);
    if (!down.size) holder.classList.remove("dragging");
  };
  window.addEventListener("pointerup", release);
  window.addEventListener("pointercancel", release);

  holder.addEventListener("click", (event) => {
    const mark = markAt(event);
    if (mark && travelled < CLICK) onOpen(Number(mark.dataset.index));
  });
  holder.addEventListener("pointerover", (event) => {
    const mark = markAt(event);
    if (!down.size) onHover(mark ? Number(mark.dataset.index) : -1, mark);
  });
  holder.addEventListener("pointerleave", () => onHover(-1));
}
