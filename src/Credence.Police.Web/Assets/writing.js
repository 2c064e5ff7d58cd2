// Checks what is typed as one pauses. Without this script the button does the same.
"use strict";
(() => {
  const form = document.querySelector("form[data-writing]");
  const place = document.querySelector("[data-checked]"), said = document.querySelector("[data-said]");
  if (!form || !place || !said) return;
  const text = form.elements.namedItem("text");
  const pause = 900;
  let waiting = 0, running = null, checked = text.value;

  // Said only when it changes: a reader of the screen hears it once, and not at every letter.
  const say = sentence => { if (said.textContent !== sentence) said.textContent = sentence; };

  const check = async () => {
    const words = text.value;
    if (words === checked) return;
    running?.abort();
    const own = running = new AbortController();
    try {
      const answer = await fetch("/writing/checked", { method: "POST", body: new URLSearchParams(new FormData(form)), signal: own.signal, redirect: "manual", cache: "no-store" });
      const body = await answer.text();
      if (own.signal.aborted) return;
      const isFragment = answer.ok && answer.headers.get("Content-Type")?.startsWith("text/html");
      if (!isFragment) return say(answer.status === 422 ? body : "Not checked: you are signed out, or there is no connection. Your text is still here; copy it first.");
      const read = new DOMParser().parseFromString(body, "text/html").querySelector("[data-summary]");
      place.replaceChildren(document.adoptNode(read));
      checked = words;
      say(read.dataset.summary);
    } catch {
      if (!own.signal.aborted) say("Not checked: there is no connection. Your text is still here.");
    }
  };

  text.addEventListener("input", () => {
    clearTimeout(waiting);
    // What came before is about words that are gone.
    running?.abort();
    waiting = setTimeout(check, pause);
  });
})();
