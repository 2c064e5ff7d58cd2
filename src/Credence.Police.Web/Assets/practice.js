// Practice that was finished on this device: that it was, with how many choices served, waits here sealed and is sent once, from any page,
// under the sign-in that played it. Which choices were made is not in it.
"use strict";
const practice = (() => {
  const none = { leave: async () => 0, finish: async () => {}, send: async () => null, waits: async () => ({ own: 0, others: 0, isKnown: false }) };
  if (!canSeal()) return none;

  const box = sealedStore("credence-training");

  // Whoever is signed in here, as far as the device can tell. Signing out forgets it, and so does the next sign-in, which leads past the
  // choice of a purpose: what somebody plays who is not known counts for nobody, rather than for whoever was here before.
  const session = async () => {
    try {
      const answer = await fetch("/roadside/session", { redirect: "manual", cache: "no-store" });
      if (answer.type === "opaqueredirect" || answer.status === 404) await box.forget("who");
      if (!answer.ok) return null;
      const known = await answer.json();
      await box.note("who", known.who);
      return known;
    } catch {
      return null;
    }
  };

  const taken = async (item, token) => {
    try {
      const answer = await fetch(`/roadside/training/${item.id}`, {
        method: "PUT", headers: { RequestVerificationToken: token, "Content-Type": "application/json" },
        body: JSON.stringify({ scenario: item.scenario, right: item.right, of: item.of }), redirect: "manual",
      });
      return answer.ok ? "kept" : answer.status === 422 ? "refused" : null;
    } catch {
      return null;
    }
  };

  // In one tab at a time; the record would take it once all the same.
  const send = () => box.alone(async () => {
    if (await box.count() === 0) return null;
    const known = await session();
    if (!known) return null;
    let refused = 0;
    for (const item of (await box.unsent()).filter(item => item.who === known.who)) {
      const told = await taken(item, known.token);
      if (told) await box.remove(item.id);
      if (told === "refused") refused++;
    }
    return refused === 0 ? null : `Not kept by the record: ${refused}. It has no such scenario any more.`;
  });

  const start = async () => {
    if (location.pathname === "/purpose") return box.forget("who");
    const isInside = document.querySelector("nav") !== null;
    if (document.querySelector(".roadside") || (isInside && !await box.noted("who"))) await session();
    if (isInside) await send();
  };
  const started = start().catch(() => {});

  return {
    send,
    leave: async () => { await box.forget("who"); return box.count(); },
    finish: async (scenario, right, of) => {
      await started;
      const who = await box.noted("who");
      if (who) await box.keep({ id: crypto.randomUUID(), who, scenario, right, of });
    },
    waits: async () => {
      await started;
      const [who, items] = [await box.noted("who"), (await box.unsent()).filter(item => !item.isBroken)];
      const own = items.filter(item => item.who === who).length;
      return { own, others: items.length - own, isKnown: Boolean(who) };
    },
  };
})();
