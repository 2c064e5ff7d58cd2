// Scenarios without a connection: the same scenes and choices, played on the device. Which were made is not kept; that one was finished,
// with how many choices served, waits here until the record has it.
"use strict";
(() => {
  const place = document.querySelector("[data-training]");
  if (!place) return;

  const waiting = document.querySelector("[data-waiting]");
  const table = "credence-training";
  const unsent = () => JSON.parse(localStorage.getItem(table) ?? "[]");
  const keep = items => { localStorage.setItem(table, JSON.stringify(items)); waiting.textContent = items.length === 0 ? "" : `Finished, and not sent yet: ${items.length}.`; };

  // Under the sign-in that played it only: a device may be used by several.
  const send = async () => {
    keep(unsent());
    try {
      const answer = await fetch("/roadside/session", { redirect: "manual", cache: "no-store" });
      if (!answer.ok) return;
      const known = await answer.json();
      localStorage.setItem(`${table}-who`, known.who);
      for (const item of unsent().filter(item => item.who === known.who)) {
        const told = await fetch(`/roadside/training/${item.name}/${item.scenario}/${item.right}/${item.of}`, { method: "PUT", headers: { RequestVerificationToken: known.token }, redirect: "manual" });
        if (told.ok || told.status === 422) keep(unsent().filter(one => one.name !== item.name));
      }
    } catch { }
  };

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    Object.assign(made, attributes ?? {});
    made.append(...children.flat().filter(child => child !== null));
    return made;
  };
  const button = (words, press) => {
    const made = element("button", { type: "button" }, words);
    made.addEventListener("click", press);
    return made;
  };
  const show = (...parts) => {
    place.replaceChildren(...parts.flat().filter(part => part !== null));
    place.focus();
    place.scrollIntoView();
  };
  const offered = (scene, learned) => scene.choices.filter(choice => choice.if.every(word => learned.has(word)) && !choice.unless.some(word => learned.has(word)));

  const list = all => show(element("h2", {}, "Scenarios"), element("ul", { className: "rows" }, all.map(scenario =>
    element("li", {}, button(scenario.title, () => play(all, scenario, [])), element("span", {}, `about ${scenario.minutes} minutes`)))));

  const play = (all, scenario, steps) => {
    const learned = new Set(steps.flatMap(step => step.choice.learns));
    const scene = steps.length === 0 ? scenario.scenes[0] : scenario.scenes.find(one => one.id === steps.at(-1).choice.to);
    if (scene.ending !== null) return debrief(all, scenario, scene, steps, learned);
    show(element("h2", {}, scenario.title), scene.text.map(text => element("p", {}, text)), element("h3", {}, "What do you do?"),
      offered(scene, learned).map(choice => button(choice.text, () => play(all, scenario, [...steps, { scene, choice, learned }]))),
      button("Leave this scenario", () => list(all)));
  };

  const debrief = (all, scenario, scene, steps, learned) => {
    keep([...unsent(), { name: crypto.randomUUID(), who: localStorage.getItem(`${table}-who`), scenario: scenario.id, right: steps.filter(step => step.choice.serves).length, of: steps.length }]);
    send();
    const missing = scenario.learnable.filter(one => !learned.has(one.id));
    show(element("h2", {}, scene.ending), scene.text.map(text => element("p", {}, text)),
      element("h3", {}, "What your choices meant"),
      element("p", {}, `${steps.filter(step => step.choice.serves).length} of ${steps.length} served what the study recommends. There is no mark: what follows, and why, is the point.`),
      element("ol", { className: "meant" }, steps.map(({ scene: at, choice, learned: known }) => element("li", {},
        element("p", {}, element("strong", {}, choice.text)), element("p", {}, choice.because), element("p", { className: "note" }, `${choice.means}. Source: ${choice.source}.`),
        choice.serves ? null : offered(at, known).filter(other => other.serves).map(other => element("p", {}, `What would have served: ${other.text}`))))),
      missing.length === 0 ? null : [element("h3", {}, "What could have been learned"), element("ul", {}, missing.map(one => element("li", {}, one.says)))],
      element("h3", {}, "What an officer wrote who asked and looked"), element("blockquote", {}, scenario.report),
      element("p", {}, `A careful reader: ${scenario.reader}`), scenario.program.map(line => element("p", {}, line)),
      element("p", { className: "note" }, "The program decides nothing: a person does."),
      button("Play it again", () => play(all, scenario, [])), button("All scenarios", () => list(all)));
  };

  send();
  addEventListener("online", send);
  fetch("/roadside/training.json").then(answer => answer.json()).then(list)
    .catch(() => show(element("p", { role: "alert" }, "Found no scenarios on this device. Open this page once with a connection.")));
})();
