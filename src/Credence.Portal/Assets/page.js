"use strict";
// Going away: something else in a new tab, and nothing of this in the old one. Without scripts the link does what it can.
const leave = document.querySelector("[data-away]");
const away = () => {
  document.documentElement.hidden = true;
  document.title = "\u200b";
  open(leave.dataset.away, "_blank", "noopener,noreferrer");
  location.replace(leave.href);
};
leave.addEventListener("click", event => { event.preventDefault(); away(); });
// Three times the same key, as other sites have it that people in danger use.
let presses = 0;
addEventListener("keydown", event => {
  if (event.repeat) return;
  presses = event.key === "Shift" ? presses + 1 : 0;
  if (presses === 3) away();
});
// One page takes the place of another, so that going back leads out and not through what was read.
document.addEventListener("click", event => {
  const link = event.target.closest("a[href]");
  if (!link || link === leave || link.origin !== location.origin || link.hash || link.target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  location.replace(link.href);
});
addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
