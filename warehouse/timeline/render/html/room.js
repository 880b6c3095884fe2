// The room that months out of sight take up in a long list: the browser lays them out only when they come near, and goes by this until then.

const NARROW = 640; // pixels, as in timeline.css
const ENTRY_HEIGHT = { narrow: 260, wide: 175 };

function reserveRoom(list) {
  if (!list.classList.contains("long")) return;
  const height = window.innerWidth <= NARROW ? ENTRY_HEIGHT.narrow : ENTRY_HEIGHT.wide;
  for (const month of list.querySelectorAll(".month")) {
    month.style.containIntrinsicBlockSize = `auto ${month.querySelectorAll(".entry:not([hidden])").length * height}px`;
  }
}
