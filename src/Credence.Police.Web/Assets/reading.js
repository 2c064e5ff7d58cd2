// One key judges. Without this script the same page works by its buttons, and shows no keys.
"use strict";
(() => {
  // A second press that was meant for the page before must not judge this one.
  const settling = 400;
  const marked = [...document.querySelectorAll("[data-key]")];
  if (marked.length === 0) return;
  const form = document.getElementById("judgement"), choice = document.getElementById("keys");
  const kept = { get: () => { try { return localStorage.getItem("credence-keys"); } catch { return null; } }, set: value => { try { localStorage.setItem("credence-keys", value); } catch { /* this page only */ } } };
  let isReady = false, isSent = false;

  const isOn = () => choice ? choice.checked : kept.get() !== "off";

  const show = () => {
    for (const one of document.querySelectorAll("kbd")) one.hidden = !isOn();
    for (const one of marked) if (isOn()) one.setAttribute("aria-keyshortcuts", one.dataset.key); else one.removeAttribute("aria-keyshortcuts");
  };
  if (choice) {
    choice.closest("label").hidden = false;
    choice.checked = kept.get() !== "off";
    choice.addEventListener("change", () => { kept.set(choice.checked ? "on" : "off"); show(); });
  }
  show();

  const isText = element => element instanceof Element && element.matches("textarea, select, input:not([type=checkbox], [type=radio])");
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && isText(event.target)) { event.target.blur(); return; }
    if (event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || isText(event.target)) return;
    if (!isReady || !isOn()) return;
    const target = marked.find(one => one.dataset.key === event.key.toUpperCase());
    if (!target) return;
    event.preventDefault();
    if (isText(target)) target.focus(); else target.click();
  });

  // One press, one judgement.
  form?.addEventListener("submit", event => { if (isSent) event.preventDefault(); isSent = true; });
  addEventListener("pageshow", () => {
    isSent = false;
    setTimeout(() => { isReady = true; document.body.dataset.keys = "ready"; }, settling);
  });
})();
