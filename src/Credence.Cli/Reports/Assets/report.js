"use strict";

// Shows, filters and orders the incidents that are in this file. It loads nothing, keeps nothing in the browser, and never
// reads text as HTML: whatever comes from a record goes in as text.
(() => {
  const byId = (id) => document.getElementById(id);
  const read = (id) => JSON.parse(byId(id).textContent);

  const catalog = read("catalog");
  const cards = read("rows").map(toCard);
  const form = byId("filter");
  const list = byId("list");
  const specimen = byId("card").content.firstElementChild;
  const titles = new Map([...byId("titles").content.children].map((title) => [title.dataset.missed, title]));

  let chosen = cards;
  let page = 0;

  function toCard({ missed, others, incident }, index) {
    return {
      place: index + 1,
      missed,
      others,
      incident,
      number: incident.number.toLowerCase(),
      signs: incident.findings.map((finding) => idOf(finding) + " " + finding.assertion),
    };
  }

  function idOf(finding) {
    return catalog.indicators[finding.indicator].id;
  }

  // What a card shows; the page's own cards are made by the same rules.

  function fill(card) {
    const element = specimen.cloneNode(true);
    const { incident } = card;
    const slot = (name) => element.querySelector(`[data-slot="${name}"]`);
    const say = (name, text) => { slot(name).textContent = text; };
    element.id = `i${card.place}`;
    slot("link").setAttribute("href", `#i${card.place}`);
    say("place", figure(card.place));
    say("number", incident.number || "(no number)");
    say("level", catalog.levels[incident.level]);
    slot("level").className = `level ${incident.level}`;
    say("offenses", !incident.offenses ? "no column of offenses" : incident.offenses.map(inWords).join("; ") || "no offense");
    say("type", catalog.types[incident.type]);
    say("minor", catalog.minors[incident.minor]);
    say("date", incident.date || "not recorded");
    say("file", incident.file);
    say("row", figure(incident.row));
    say("others", card.others === 1
      ? "1 more row of this incident is strong or possible."
      : `${figure(card.others)} more rows of this incident are strong or possible.`);
    slot("others").hidden = card.others === 0;
    say("reason", incident.reason);
    say("clause", catalog.clauses[incident.clause] || "");
    slot("rule").hidden = !incident.clause;
    fillNarrative(slot("narrative"), incident);
    fillFindings(slot, incident.findings);
    fillList(slot("signals"), incident.signals, (item, id) => fillSignal(item, id, incident.reason));
    return element;
  }

  function inWords(offense) {
    return catalog.offenses[offense] || offense;
  }

  function fillNarrative(element, incident) {
    const mark = element.querySelector("mark");
    element.hidden = !incident.narrative;
    element.replaceChildren(...(incident.narrative || []).map((piece) => {
      if (!piece.findings) return piece.text;
      const marked = mark.cloneNode(true);
      const first = incident.findings[piece.findings[0]];
      marked.className = `${first.assertion} ${catalog.indicators[first.indicator].strength}`;
      const label = marked.querySelector("sup");
      label.textContent = `[${piece.findings.map((finding) => labelOf(incident, finding)).join("; ")}]`;
      marked.replaceChildren(piece.text, label);
      return marked;
    }));
  }

  function labelOf(incident, finding) {
    const { assertion } = incident.findings[finding];
    return assertion === "affirmed" ? `${finding + 1}` : `${finding + 1} ${catalog.assertions[assertion]}`;
  }

  function fillList(element, items, fillItem) {
    const item = element.firstElementChild;
    element.hidden = items.length === 0;
    element.replaceChildren(...items.map((from) => fillItem(item.cloneNode(true), from)));
  }

  // What decides the level comes first in the list; the rest is folded.
  function fillFindings(slot, findings) {
    const deciding = findings.filter((finding) => finding.decides);
    const rest = findings.slice(deciding.length);
    fillList(slot("findings"), deciding, fillFinding);
    fillList(slot("rest"), rest, fillFinding);
    slot("rest").setAttribute("start", deciding.length + 1);
    slot("more").hidden = rest.length === 0;
    slot("more-says").textContent = `${figure(rest.length)} ${deciding.length > 0 ? "more " : ""}${rest.length === 1 ? "sign" : "signs"}`;
  }

  function fillFinding(item, finding) {
    const sign = catalog.indicators[finding.indicator];
    const assertion = item.querySelector('[data-slot="assertion"]');
    const title = item.querySelector('[data-slot="sign"]');
    title.textContent = `Somebody ${sign.title}`;
    title.className = finding.decides ? "sign decides" : "sign";
    assertion.textContent = catalog.assertions[finding.assertion];
    assertion.className = `assertion ${finding.assertion}`;
    item.querySelector('[data-slot="weight"]').textContent = `${catalog.strengths[sign.strength]} sign of ${catalog.dimensions[sign.dimension]}${finding.decides ? ", decides the level" : ""}`;
    item.querySelector('[data-slot="source"]').textContent = sign.source;
    return item;
  }

  function fillSignal(item, id, reason) {
    item.querySelector('[data-slot="codes"]').hidden = reason.includes(catalog.signals[id].title);
    item.querySelector('[data-slot="signal"]').textContent = catalog.signals[id].title;
    item.querySelector('[data-slot="source"]').textContent = catalog.signals[id].rule;
    return item;
  }

  function figure(number) {
    return number.toString().replace(/\B(?=(\d{3})+$)/g, ",");
  }

  // Which cards are shown.

  function choose() {
    const want = Object.fromEntries(new FormData(form));
    const tests = [
      want.missed && ((card) => card.missed === (want.missed === "yes")),
      want.level && ((card) => card.incident.level === want.level),
      want.type && ((card) => card.incident.type === want.type),
      want.minor && ((card) => card.incident.minor === want.minor),
      want.offense && ((card) => card.incident.offenses?.includes(want.offense)),
      (want.sign || want.assertion) && ((card) => card.signs.some((sign) => isSign(sign, want))),
      want.from && ((card) => card.incident.date && card.incident.date >= want.from),
      want.to && ((card) => card.incident.date && card.incident.date <= want.to),
      want.number && ((card) => card.number.includes(want.number.trim().toLowerCase())),
    ].filter(Boolean);
    chosen = cards.filter((card) => tests.every((test) => test(card)));
    if (want.order) chosen.sort(orders[want.order]);
    turnTo(0);
  }

  function isSign(sign, want) {
    const [id, assertion] = sign.split(" ");
    return (!want.sign || id === want.sign) && (!want.assertion || assertion === want.assertion);
  }

  // What has no date comes last, and what is equal keeps the order to read it.
  const orders = {
    newest: (a, b) => compare(b.incident.date || "", a.incident.date || ""),
    oldest: (a, b) => compare(a.incident.date || "9", b.incident.date || "9"),
    number: (a, b) => compare(a.number, b.number),
  };

  function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
  }

  function size() {
    return Number(form.elements.size.value);
  }

  function pages() {
    return Math.max(1, Math.ceil(chosen.length / size()));
  }

  function turnTo(number) {
    page = Math.min(Math.max(number, 0), pages() - 1);
    const first = page * size();
    const shown = chosen.slice(first, first + size());
    const elements = [];
    shown.forEach((card, i) => {
      if (i === 0 || card.missed !== shown[i - 1].missed) elements.push(titleOf(card));
      elements.push(fill(card));
    });
    list.classList.toggle("many", size() >= 100);
    list.replaceChildren(...elements);
    byId("count").textContent = shown.length === 0
      ? `None of the ${figure(cards.length)} rows fits the filter.`
      : `${figure(first + 1)} to ${figure(first + shown.length)} of ${figure(chosen.length)}`
        + (chosen.length === cards.length ? "." : `; the filter leaves out ${figure(cards.length - chosen.length)}.`);
    byId("page").textContent = `Page ${figure(page + 1)} of ${figure(pages())}`;
    byId("previous").disabled = page === 0;
    byId("next").disabled = page === pages() - 1;
    byId("pages").hidden = pages() === 1;
  }

  // An order of another kind mixes the groups: then every title would stand before every card.
  function titleOf(card) {
    return form.elements.order.value ? "" : titles.get(String(card.missed)).cloneNode(true);
  }

  // Keys and links.

  function go(card) {
    const at = chosen.indexOf(card);
    if (at < 0) return;
    if (Math.floor(at / size()) !== page) turnTo(Math.floor(at / size()));
    const link = byId(`i${card.place}`).querySelector('[data-slot="link"]');
    link.focus();
    link.closest("article").scrollIntoView({ block: "start" });
  }

  function goToAddress() {
    const place = /^#i(\d+)$/.exec(location.hash);
    if (place && cards[place[1] - 1]) go(cards[place[1] - 1]);
  }

  function move(event) {
    const step = { n: 1, p: -1 }[event.key];
    const article = document.activeElement?.closest("#list article");
    if (!step || !article || event.ctrlKey || event.altKey || event.metaKey) return;
    const at = chosen.findIndex((card) => `i${card.place}` === article.id);
    if (!chosen[at + step]) return;
    event.preventDefault();
    go(chosen[at + step]);
  }

  function turn(step) {
    turnTo(page + step);
    byId("incidents").focus();
  }

  // What can be chosen.

  function offer(name, values) {
    const select = form.elements[name];
    if (!select) return;
    for (const [value, text] of values) select.append(new Option(text, value));
  }

  function counted(valuesOf) {
    const counts = new Map();
    for (const card of cards)
      for (const value of new Set(valuesOf(card))) counts.set(value, (counts.get(value) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  }

  function start() {
    const signs = new Map(Object.values(catalog.indicators).map((sign) => [sign.id, sign.title]));
    offer("offense", counted((card) => card.incident.offenses || []).map(([offense, count]) => [offense, `${inWords(offense)} (${figure(count)})`]));
    offer("sign", counted((card) => card.incident.findings.map(idOf)).map(([id, count]) => [id, `${signs.get(id)} (${figure(count)})`]));
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", choose);
    form.addEventListener("reset", () => setTimeout(choose));
    byId("previous").addEventListener("click", () => turn(-1));
    byId("next").addEventListener("click", () => turn(1));
    list.addEventListener("keydown", move);
    addEventListener("hashchange", goToAddress);
    choose();
    // A browser goes to the address by itself when all is loaded, and would take the focus away again.
    if (document.readyState === "complete") goToAddress();
    else addEventListener("load", goToAddress);
  }

  if (cards.length > 0) start();
})();
