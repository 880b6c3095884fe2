"use strict";
// Before anything is drawn: say that there are scripts, and take the colours that the reader chose.

document.documentElement.classList.add("js");
try {
  const chosen = localStorage.getItem("dateline-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch { /* no storage: the system decides */ }
