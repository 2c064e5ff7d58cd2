// Scenarios without a connection: the same scenes and choices, played on the device. Which were made is not kept.
"use strict";
(() => {
  const place = document.querySelector("[data-training]");
  if (!place) return;

  const waiting = document.querySelector("[data-waiting]");
  const tell = async said => {
    const { own, others, isKnown } = await practice.waits();
    waiting.textContent = [
      said,
      own === 0 ? null : `Finished, and not sent yet: ${own}. It waits here, sealed, and is sent when there is a connection.`,
      others === 0 ? null : `Finished under another sign-in, and sent under that one only: ${others}.`,
      isKnown ? null : "Nobody is signed in on this device: you can play, and that you finished is not kept. To have it kept, sign in once with a connection.",
    ].filter(Boolean).join(" ");
  };
  const send = async () => { await tell(null); await tell(await practice.send()); };
  // A browser does not always say that the connection is back, and a connection does not always lead to the record.
  const sendAgain = async () => { if ((await practice.waits()).own > 0) await send(); };

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

  const known = (scenario, learned) => scenario.known[scenario.learnable.filter(one => one.isFact && learned.has(one.id)).map(one => one.id).join(" ")] ?? [];

  const debrief = (all, scenario, scene, steps, learned) => {
    practice.finish(scenario.id, steps.filter(step => step.choice.serves).length, steps.length).then(send);
    const missing = scenario.learnable.filter(one => !learned.has(one.id));
    show(element("h2", {}, scene.ending), scene.text.map(text => element("p", {}, text)),
      element("h3", {}, "What your choices meant"),
      element("p", {}, `${steps.filter(step => step.choice.serves).length} of ${steps.length} served what the study recommends. There is no mark: what follows, and why, is the point.`),
      element("ol", { className: "meant" }, steps.map(({ scene: at, choice, learned: known }) => element("li", {},
        element("p", {}, element("strong", {}, choice.text)), element("p", {}, choice.because), element("p", { className: "note" }, `${choice.means}. Rule: ${choice.rule}. Source: ${choice.source}.`),
        choice.serves ? null : offered(at, known).filter(other => other.serves).map(other => element("p", {}, `What would have served: ${other.text}`))))),
      missing.length === 0 ? null : [element("h3", {}, "What could have been learned"), element("ul", {}, missing.map(one => element("li", {}, one.says)))],
      element("h3", {}, "With what you learned"), known(scenario, learned).map(line => element("p", {}, line)),
      element("h3", {}, "What an officer wrote who asked and looked"), element("blockquote", {}, scenario.report),
      element("p", {}, `A careful reader: ${scenario.reader}`), scenario.program.map(line => element("p", {}, line)),
      element("p", { className: "note" }, "The program decides nothing: a person does."),
      button("Play it again", () => play(all, scenario, [])), button("All scenarios", () => list(all)));
  };

  send();
  addEventListener("online", send);
  setInterval(sendAgain, 15_000);
  fetch("/roadside/training.json").then(answer => answer.json()).then(list)
    .catch(() => show(element("p", { role: "alert" }, "Found no scenarios on this device. Open this page once with a connection.")));
})();
