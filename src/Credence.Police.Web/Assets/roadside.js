// The roadside without a connection: the same questions, an outbox that is sealed on this device, and a warning before signing out.
// Without this script everything works by pages, with a connection.
"use strict";
(() => {
  if (!canSeal()) return;

  const { keep, remove, unsent, find, alone, ...box } = sealedStore("credence-roadside");

  // One at a time, in all tabs: what is changed while something is sent must not be overwritten by what comes of the sending.
  const change = item => alone(async () => {
    const known = await find(item.id);
    item.revision = known?.revision ?? item.revision ?? 1;
    item.change = crypto.randomUUID();
    await keep({ ...item, isTried: known?.isTried });
  });

  const session = async () => {
    try {
      const answer = await fetch("/roadside/session", { redirect: "manual", cache: "no-store" });
      if (!answer.ok) return { said: "You are signed out. It stays here: sign in, and it is sent." };
      const known = await answer.json();
      await box.note("who", known.who);
      return known;
    } catch {
      return { said: "There is no connection. It stays here, and is sent when there is one." };
    }
  };

  const send = async (item, known) => {
    if (!known.token) return { said: known.said };
    if (item.who && item.who !== known.who) return { said: "It was written under another sign-in, and is sent under that one only." };
    // From now on it may have come: what would be another content is written at the record, not here.
    const isSame = await alone(async () => {
      const now = await find(item.id);
      if (!now || now.change !== item.change) return false;
      await keep({ ...now, isTried: true });
      return true;
    });
    if (!isSame) return { said: "Not finished." };
    try {
      const answer = await fetch(`/roadside/phone/${item.id}/${item.revision ?? 1}`, {
        method: "PUT", headers: { RequestVerificationToken: known.token, "Content-Type": "application/json" }, body: JSON.stringify(item.content), redirect: "manual",
      });
      if (!answer.headers.get("Content-Type")?.startsWith("application/json")) return { said: "The record could not take it. It stays here; try again." };
      const told = await answer.json();
      return { said: told.said, at: told.at, isKept: told.isKept === true };
    } catch {
      return { said: "The connection broke. It stays here, and is sent again." };
    }
  };

  // What came of it; true if nothing of it is left here. A change that was made meanwhile stays, and goes as the next revision.
  const settle = (item, told, known) => alone(async () => {
    const now = await find(item.id);
    if (!now) return told.isKept;
    if (now.change === item.change) {
      await (told.isKept ? remove(item.id) : keep({ ...now, isTried: now.isTried || Boolean(known.token), said: told.said, at: told.at }));
      return told.isKept;
    }
    if (told.isKept) await keep({ ...now, revision: (item.revision ?? 1) + 1, isTried: false, at: told.at, said: "The record has what was sent before. What you changed meanwhile is here, and is sent when it is ready." });
    return false;
  });

  let busy = null;
  const sendAll = () => busy ??= (async () => {
    const sent = [];
    const ready = (await unsent()).filter(item => item.isReady);
    if (ready.length > 0) {
      const known = await session();
      for (const item of ready) {
        const told = await send(item, known);
        if (await settle(item, told, known)) sent.push(told);
      }
    }
    return sent;
  })().finally(() => { busy = null; });

  // Nobody leaves a phone behind with unsent answers without knowing it. They stay, sealed; signing out deletes none.
  for (const form of document.querySelectorAll("form[action='/sign-out']")) form.addEventListener("submit", async event => {
    if (form.dataset.warned) return;
    event.preventDefault();
    let count = 0;
    // Where nothing can be kept, nothing waits: whoever wants to leave leaves.
    try { count = await box.count() + await practice.leave(); } catch { }
    if (count === 0) return form.submit();
    form.dataset.warned = "yes";
    const warning = element("p", { className: "notice", role: "alert" },
      `Not sent yet: ${count}. It stays on this device, sealed, and is sent after you sign in again. Press "Sign out" once more to sign out.`);
    document.querySelector("h1").after(warning);
  });

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes ?? {})) {
      if (attribute in made && attribute !== "role") made[attribute] = value;
      else made.setAttribute(attribute, value);
    }
    made.append(...children.filter(child => child !== null));
    return made;
  };
  const list = (title, lines) => lines.length === 0 ? null : element("section", {}, title ? element("h3", {}, title) : null, element("ul", { className: "steps" }, ...lines.map(line => element("li", {}, line))));

  const leads = (item, answers) => !item.when || item.when.answers.includes(answers[item.when.item]);

  // The rule of the instrument, as the record will apply it again: shown to help, decided by nobody here.
  const read = (instrument, content) => {
    const items = instrument.items.filter(item => leads(item, content.answers));
    const concerns = items.filter(item => content.answers[item.id] === item.concern);
    const counted = concerns.filter(item => item.isCounted).length;
    const open = items.filter(item => item.isCounted && !["Yes", "No"].includes(content.answers[item.id])).length;
    const isMet = instrument.threshold !== null && counted >= instrument.threshold;
    const isNotMet = instrument.threshold !== null && counted + open < instrument.threshold;
    return { concerns, raises: isMet || (!isNotMet && counted > 0), isChild: items.some(item => item.isAge && content.answers[item.id] === "Yes"),
      isAdult: items.some(item => item.isAge && content.answers[item.id] === "No") };
  };

  const place = document.querySelector("[data-roadside]");
  const outbox = place?.querySelector("[data-outbox]");
  const desk = place?.querySelector("[data-desk]");
  const button = (words, className, press) => {
    const made = element("button", { type: "button", className }, words);
    made.addEventListener("click", press);
    return made;
  };

  const showOutbox = async (card, sent = []) => {
    const items = await unsent();
    outbox.replaceChildren(
      ...sent.map(told => element("p", { role: "status" }, "Sent, and removed from this device. ", element("a", { href: told.at }, "Open it in the record"))),
      element("p", {}, items.length === 0 ? "Nothing waits on this device." : `On this device, sealed: ${items.length}.`),
      ...items.map(item => element("section", { className: "waits" },
        element("h3", {}, item.isBroken ? "Does not open" : `Begun ${item.content.beganAt.slice(0, 16).replace("T", " ")} UTC`),
        element("p", {}, item.said ?? (item.isReady ? "Ready to be sent." : "Not finished.")),
        item.at ? element("p", {}, element("a", { href: item.at }, "Look at what the record has")) : null,
        item.isReady ? button("Send now", "", () => refresh(card)) : null,
        !item.isBroken && !(item.isTried && item.isReady) ? button("Go on with it", "quiet", () => goOn(card, item.id)) : null,
        confirming("Delete from this device", async () => { await remove(item.id); await showOutbox(card); }))));
  };
  // What stands in the store is opened, not what the list showed a while ago.
  const goOn = async (card, id) => {
    const item = await find(id);
    if (item) {
      item.isReady = false;
      await change(item);
      ask(card, item);
    }
    await showOutbox(card);
  };
  const confirming = (words, act) => {
    const made = button(words, "quiet", () => {
      if (made.dataset.sure) return act();
      made.dataset.sure = "yes";
      made.textContent = "Press again: what is deleted here is gone";
    });
    return made;
  };
  const refresh = async card => showOutbox(card, await sendAll());

  const ask = (card, item) => {
    const instrument = card.instruments.find(one => one.stamp === item.content.instrument) ?? card.instruments[0];
    const means = element("div", { "aria-live": "polite" });
    const save = async () => { await change(item); showMeaning(); };
    const showMeaning = () => {
      const told = read(instrument, item.content);
      means.replaceChildren(
        element("p", { className: "means" }, told.raises || told.isChild ? card.concern : Object.keys(item.content.answers).length === 0 ? card.nothingAsked : card.noConcern),
        list("What raised concern", told.concerns.map(one => one.raised)) ?? "",
        list("Do now", [...new Set([...(told.raises ? instrument.doNow : instrument.otherwise), ...(told.isChild ? card.child : [])])]) ?? "",
        element("details", {}, element("summary", {}, "What the policy asks for before any arrest"), list(null, card.before) ?? ""),
        list("Call first", card.call) ?? "");
      showCharge();
    };
    const charge = element("select", { name: "charge" }, element("option", { value: "" }, "Choose what it would be for"), ...card.charges.map((words, at) => element("option", { value: String(at) }, words)));
    const policy = element("div", { "aria-live": "polite" });
    const showCharge = () => {
      const told = read(instrument, item.content);
      const says = card.policy[`${told.raises || told.isChild ? "concern" : "none"}-${told.isChild ? "child" : told.isAdult ? "adult" : "unknown"}`][charge.value];
      policy.replaceChildren(...(charge.value === "" ? [] : [element("p", { className: "means" }, says[1]), element("p", {}, says[2])]));
    };
    charge.addEventListener("change", showCharge);
    const fields = instrument.items.map(one => {
      const set = element("fieldset", {}, element("legend", {}, one.ask), element("div", { className: "four" }, ...one.answers.map(([value, words]) => {
        const radio = element("input", { type: "radio", name: `item-${one.id}`, value, checked: (item.content.answers[one.id] ?? "NotAsked") === value });
        radio.addEventListener("change", async () => {
          if (value === "NotAsked") delete item.content.answers[one.id];
          else item.content.answers[one.id] = value;
          for (const [other, place] of fields) {
            place.hidden = !leads(other, item.content.answers);
            if (place.hidden) delete item.content.answers[other.id];
          }
          await save();
        });
        return element("label", {}, radio, words);
      })));
      set.hidden = !leads(one, item.content.answers);
      return [one, set];
    });
    const needs = card.needs.map(([need, words]) => {
      const known = item.content.needs.find(one => one.need === need);
      const select = element("select", { name: `need-${need}` }, ...[["", "Not asked, or no need"], ...card.states].map(([value, said]) => element("option", { value, selected: value === (known?.state ?? "") }, said)));
      select.addEventListener("change", async () => {
        item.content.needs = [...item.content.needs.filter(one => one.need !== need), ...(select.value ? [{ need, state: select.value }] : [])];
        await save();
      });
      return element("label", {}, words, select);
    });
    const end = async stopped => {
      item.content.stopped = stopped;
      item.isReady = true;
      await change(item);
      desk.replaceChildren(begin(card));
      await refresh(card);
      outbox.querySelector("h3, p")?.scrollIntoView();
    };
    showMeaning();
    desk.replaceChildren(
      element("details", { open: true }, element("summary", {}, "Before the first question"), list(null, instrument.before) ?? ""),
      element("p", { className: "note" }, `${card.life} No name is asked. Leave out what you did not ask.`),
      ...fields.map(([, set]) => set), element("h2", {}, "What it means now"), means,
      element("h2", {}, "Needs and help"), ...needs,
      element("h2", {}, "Before an arrest, citation or warning"),
      element("label", {}, "For what", charge), policy,
      element("p", { className: "note" }, "This is what the policy says; it is not recorded here. When it is sent, open it in the record and ask there too, so that it is written down what was thought of and what was done."),
      element("p", {}, "These reasons are refused:"),
      ...card.refused.map(one => element("details", {}, element("summary", {}, one.title), element("p", {}, one.why), list("Instead", one.instead) ?? "", list("Call", one.call) ?? "")),
      element("div", { className: "under" }, button("Ready: send when there is a connection", "", () => end(false)), button("Stop: not safe, or does not want to", "quiet", () => end(true))));
    desk.scrollIntoView();
  };

  const begin = card => {
    const select = element("select", { name: "instrument" }, ...card.instruments.map(one => element("option", { value: one.stamp }, one.title)));
    return element("div", {}, element("label", {}, "Which questions", select), button("Begin an encounter on this device", "", async () => {
      const item = {
        id: crypto.randomUUID(), who: await box.noted("who") ?? null,
        content: { instrument: select.value, answers: {}, stopped: false, needs: [], beganAt: new Date().toISOString() },
      };
      await change(item);
      ask(card, item);
      await showOutbox(card);
    }));
  };

  const start = async () => {
    if (document.querySelector(".roadside") && navigator.serviceWorker) navigator.serviceWorker.register("/roadside/worker.js", { scope: "/roadside" }).catch(() => {});
    if (!place) {
      // Before a purpose is chosen nothing can be sent; the warning is there all the same.
      if (!document.querySelector("nav")) return;
      await sendAll();
      if (document.querySelector(".roadside")) await session();
      return;
    }
    place.hidden = false;
    const card = await (await fetch("/roadside/card.json")).json();
    desk.replaceChildren(begin(card));
    await showOutbox(card);
    await refresh(card);
    addEventListener("online", () => refresh(card));
  };
  start();
})();
