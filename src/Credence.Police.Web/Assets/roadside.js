// The roadside without a connection: the same questions, an outbox that is sealed on this device, and a warning before signing out.
// Without this script everything works by pages, with a connection.
"use strict";
(() => {
  if (!window.isSecureContext || !window.indexedDB || !crypto.subtle) return;

  const asked = request => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error); });
  const store = (() => {
    const request = indexedDB.open("credence-roadside", 1);
    request.onupgradeneeded = () => { request.result.createObjectStore("keys"); request.result.createObjectStore("unsent"); };
    return asked(request);
  })();
  const table = async (name, mode) => (await store).transaction(name, mode ?? "readonly").objectStore(name);

  // The key never leaves the browser's own store: no script can read its bytes, this one neither.
  const key = async () => {
    const known = await asked((await table("keys")).get("outbox"));
    if (known) return known;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    try {
      await asked((await table("keys", "readwrite")).add(made, "outbox"));
      return made;
    } catch {
      return asked((await table("keys")).get("outbox"));
    }
  };
  const bound = (id, iv) => ({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(id) });
  const keep = async item => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(bound(item.id, iv), await key(), new TextEncoder().encode(JSON.stringify(item)));
    await asked((await table("unsent", "readwrite")).put({ iv, sealed }, item.id));
  };
  const remove = async id => asked((await table("unsent", "readwrite")).delete(id));
  const unsent = async () => {
    const rows = await table("unsent");
    const [ids, values] = await Promise.all([asked(rows.getAllKeys()), asked(rows.getAll())]);
    const own = await key();
    return Promise.all(ids.map(async (id, place) => {
      try {
        return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(bound(id, values[place].iv), own, values[place].sealed)));
      } catch {
        return { id, isBroken: true, said: "This one does not open any more on this device." };
      }
    }));
  };

  const session = async () => {
    try {
      const answer = await fetch("/roadside/session", { redirect: "manual", cache: "no-store" });
      if (!answer.ok) return { said: "You are signed out. It stays here: sign in, and it is sent." };
      const known = await answer.json();
      await asked((await table("keys", "readwrite")).put(known.who, "who"));
      return known;
    } catch {
      return { said: "There is no connection. It stays here, and is sent when there is one." };
    }
  };

  const send = async (item, known) => {
    if (!known.token) return { said: known.said };
    if (item.who && item.who !== known.who) return { said: "It was written under another sign-in, and is sent under that one only." };
    // From now on it may have come: what would be another content is written at the record, not here.
    await keep({ ...item, isTried: true });
    try {
      const answer = await fetch(`/roadside/phone/${item.id}/1`, {
        method: "PUT", headers: { RequestVerificationToken: known.token, "Content-Type": "application/json" }, body: JSON.stringify(item.content), redirect: "manual",
      });
      if (!answer.headers.get("Content-Type")?.startsWith("application/json")) return { said: "The record could not take it. It stays here; try again." };
      const told = await answer.json();
      return { said: told.said, at: told.at, isKept: told.isKept === true };
    } catch {
      return { said: "The connection broke. It stays here, and is sent again." };
    }
  };

  let busy = null;
  const sendAll = () => busy ??= (async () => {
    const sent = [];
    const ready = (await unsent()).filter(item => item.isReady);
    if (ready.length > 0) {
      const known = await session();
      for (const item of ready) {
        const told = await send(item, known);
        if (told.isKept) {
          await remove(item.id);
          sent.push(told);
        } else await keep({ ...item, isTried: item.isTried || Boolean(known.token), said: told.said, at: told.at });
      }
    }
    return sent;
  })().finally(() => { busy = null; });

  // Nobody leaves a phone behind with unsent answers without knowing it. They stay, sealed; signing out deletes none.
  for (const form of document.querySelectorAll("form[action='/sign-out']")) form.addEventListener("submit", async event => {
    if (form.dataset.warned) return;
    event.preventDefault();
    const count = asked((await table("unsent")).count());
    if (await count === 0) return form.submit();
    form.dataset.warned = "yes";
    const warning = element("p", { className: "notice", role: "alert" },
      `Not sent yet: ${await count}. It stays on this device, sealed, and is sent after you sign in again. Press "Sign out" once more to sign out.`);
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
  const list = (title, lines) => lines.length === 0 ? null : element("section", {}, element("h3", {}, title), element("ul", { className: "steps" }, ...lines.map(line => element("li", {}, line))));

  const leads = (item, answers) => !item.when || item.when.answers.includes(answers[item.when.item]);

  // The rule of the instrument, as the record will apply it again: shown to help, decided by nobody here.
  const read = (instrument, content) => {
    const items = instrument.items.filter(item => leads(item, content.answers));
    const concerns = items.filter(item => content.answers[item.id] === item.concern);
    const counted = concerns.filter(item => item.isCounted).length;
    const open = items.filter(item => item.isCounted && !["Yes", "No"].includes(content.answers[item.id])).length;
    const isMet = instrument.threshold !== null && counted >= instrument.threshold;
    const isNotMet = instrument.threshold !== null && counted + open < instrument.threshold;
    return { concerns, raises: isMet || (!isNotMet && counted > 0), isChild: items.some(item => item.isAge && content.answers[item.id] === "Yes") };
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
        !item.isBroken && !item.isTried ? button("Go on with it", "quiet", () => ask(card, item)) : null,
        confirming("Delete from this device", async () => { await remove(item.id); await showOutbox(card); }))));
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
    const save = async () => { await keep(item); showMeaning(); };
    const showMeaning = () => {
      const told = read(instrument, item.content);
      means.replaceChildren(
        element("p", { className: "means" }, told.raises || told.isChild ? card.concern : card.noConcern),
        list("What raised concern", told.concerns.map(one => one.raised)) ?? "",
        list("Do now", [...new Set([...(told.raises ? instrument.doNow : instrument.otherwise), ...card.before, ...(told.isChild ? card.child : [])])]) ?? "",
        list("Call", card.call) ?? "");
    };
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
        item.content.needs = [...item.content.needs.filter(one => one.need !== need), ...(select.value ? [{ need, urgency: "Now", state: select.value }] : [])];
        await save();
      });
      return element("label", {}, words, select);
    });
    const end = async stopped => {
      item.content.stopped = stopped;
      item.isReady = true;
      await keep(item);
      desk.replaceChildren(begin(card));
      await refresh(card);
      outbox.querySelector("h3, p")?.scrollIntoView();
    };
    showMeaning();
    desk.replaceChildren(
      element("details", { open: true }, element("summary", {}, "Before the first question"), list("First", instrument.before) ?? ""),
      element("p", { className: "note" }, `${card.life} No name is asked. Leave out what you did not ask.`),
      ...fields.map(([, set]) => set), element("h2", {}, "What it means now"), means,
      element("h2", {}, "Needs and help"), ...needs,
      element("h2", {}, "Before an arrest, citation or warning"),
      element("p", {}, "These reasons are refused. What is asked about a charge is asked at the record, with a connection."),
      ...card.refused.map(one => element("details", {}, element("summary", {}, one.title), element("p", {}, one.why), list("Instead", one.instead) ?? "", list("Call", one.call) ?? "")),
      element("div", { className: "under" }, button("Ready: send when there is a connection", "", () => end(false)), button("Stop: not safe, or does not want to", "quiet", () => end(true))));
    desk.scrollIntoView();
  };

  const begin = card => {
    const select = element("select", { name: "instrument" }, ...card.instruments.map(one => element("option", { value: one.stamp }, one.title)));
    return element("div", {}, element("label", {}, "What is asked", select), button("Begin an encounter on this device", "", async () => {
      const item = {
        id: crypto.randomUUID(), who: await asked((await table("keys")).get("who")) ?? null,
        content: { instrument: select.value, answers: {}, stopped: false, needs: [], beganAt: new Date().toISOString() },
      };
      await keep(item);
      ask(card, item);
      await showOutbox(card);
    }));
  };

  const start = async () => {
    if (document.querySelector(".roadside") && navigator.serviceWorker) navigator.serviceWorker.register("/roadside/worker.js", { scope: "/roadside" }).catch(() => {});
    if (!place) {
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
