"use strict";
// Without this, sentences are chosen by box or number. With it, also by marking words, and by j, k, x, c on the keyboard.
const form = document.querySelector("form.coding");
const boxes = [...(form?.querySelectorAll(".sentence input") ?? [])];
// An interview without words has no form, and one that is not yours to code has nothing to code with.
const first = form?.elements.first, past = form?.elements.past, said = form?.querySelector("[data-marked]");

const placeOf = (node, offset) => {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const words = element.closest("[data-start]");
  if (!words) return null;
  const range = document.createRange();
  range.setStart(words, 0);
  range.setEnd(node, offset);
  return Number(words.dataset.start) + range.toString().length;
};

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  if (!said || !selection.rangeCount || !form.contains(selection.anchorNode)) return;
  const range = selection.getRangeAt(0);
  const [from, to] = [placeOf(range.startContainer, range.startOffset), placeOf(range.endContainer, range.endOffset)];
  const marked = !range.collapsed && from !== null && to !== null && from < to;
  [first.value, past.value] = marked ? [from, to] : ["", ""];
  said.textContent = marked ? `Marked: ${range.toString().trim().split(/\s+/).length} words` : "";
});

addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, textarea, input:not([type=checkbox])")) return;
  const at = boxes.indexOf(document.activeElement);
  const go = to => { boxes[to]?.focus(); boxes[to]?.scrollIntoView({ block: "center" }); event.preventDefault(); };
  if (event.key === "j") go(Math.min(at + 1, boxes.length - 1));
  else if (event.key === "k") go(Math.max(at - 1, 0));
  else if (event.key === "x" && at >= 0) { boxes[at].click(); event.preventDefault(); }
  else if (event.key === "c" && said) { form.elements.code.focus(); event.preventDefault(); }
});
