// The side panel: a figure of the draft, a fact of the ledger, or the list of what to look at.
import { ask, badge, byId, capital, copy, drawing, el, headline } from "./dom.js";

const panel = byId("panel");
const RELATIONS = { same: "same figure", rounding: "the same, rounded", nuance: "worded otherwise", conflict: "another figure" };
let line = "", back = null, asking = null;

export const isOpen = () => panel.classList.contains("open") || panel.dataset.kind === "mark" || panel.dataset.kind === "fact";
export const copyOpen = () => (line ? copy(line, panel.querySelector(".copy")) : false);
export const forget = () => asking?.abort();

const show = (kind, nodes, reveal) => {
  panel.dataset.kind = kind;
  panel.replaceChildren(...nodes);
  panel.scrollTop = 0;
  if (reveal) panel.classList.add("open");
};
const top = (title, onclose) => el("div", { class: "panel-top" }, el("span", { class: "soft" }, title),
  el("button", { type: "button", id: "shut", onclick: onclose, "aria-keyshortcuts": "Escape" }, "Close"));

export const shut = () => {
  asking?.abort();
  line = "";
  panel.classList.remove("open");
  rest();
  back?.focus({ preventScroll: true });
};
let rest = () => legend();
export const setRest = (view) => { rest = view ?? (() => legend()); rest(); };
export const legend = () => { line = ""; show("legend", [byId("legend").content.cloneNode(true)], false); };

const failed = (error) => [top("", shut), el("p", {}, el("b", {}, capital(error.found ?? String(error))), `. ${error.todo ?? ""}.`)];

const load = async (path, render, opener, reveal, focus) => {
  asking?.abort();
  const own = (asking = new AbortController());
  back = opener ?? back;
  try {
    const said = await ask(path, { signal: own.signal });
    if (own.signal.aborted) return;
    render(said);
  } catch (error) {
    if (error.name === "AbortError") return;
    line = "";
    show("error", failed(error), true);
  }
  if (reveal) panel.classList.add("open");
  if (focus) panel.focus({ preventScroll: true });
};

export const openMark = (check, number, opener, { reveal, focus }) =>
  load(`/api/v1/checks/${check}/marks/${number}`, (said) => show("mark", markView(said), reveal), opener, reveal, focus);
export const openFact = (id, opener, focus = true) =>
  load(`/api/v1/facts/${encodeURIComponent(id)}`, (said) => show("fact", [top("In the ledger", shut), ...factView(said.fact, false)], true), opener, true, focus);

const finding = (one) => el("div", { class: `flag s-${one.severity}` },
  el("p", { class: "flag-head" }, el("span", { class: "sev" }, el("i", { "aria-hidden": "true" }, one.sign), capital(one.severity)), " ", el("span", { class: "check" }, one.title), " ", el("span", { class: "soft" }, one.check)),
  el("p", { dir: "auto" }, one.message), one.working ? el("p", { class: "working" }, one.working) : "",
  one.todo ? el("p", { class: "todo" }, `${one.todo}.`) : "");

const markView = (said) => {
  const status = said.status;
  const parts = [top(`In the draft, ${/\d+:/.test(said.where) ? `line ${said.where.split(":")[0]}` : said.where}`, shut),
    el("p", { class: "said", dir: "auto" }, said.sentence.before, el("mark", {}, said.sentence.figure), said.sentence.after),
    el("p", { class: `stand m-${status}` }, el("b", {}, capital(said.words.split(/[: ]/)[0] === "possibly" ? "possibly related" : status)), said.words.replace(/^(possibly related|\w+)/, "")),
    el("div", { class: "body" }, said.findings.map(finding), said.why ? el("p", { class: "soft" }, `Kept apart: ${said.why}`) : "",
      said.working && !said.findings.some((one) => one.working === said.working) ? el("p", { class: "working" }, said.working) : "")];
  if (said.fact) parts.push(el("h3", {}, "What the ledger says"), ...factView(said.fact, true));
  else {
    line = "";
    const thing = said.thing || said.surface;
    parts.push(el("p", {}, el("button", { type: "button", onclick: () => dispatchEvent(new CustomEvent("look-up", { detail: thing })) }, `Look up “${thing}” in the ledger`)));
  }
  return parts;
};

const factView = (fact, ofMark) => {
  const agreeing = fact.mentions.find((one) => one.relation && one.relation !== "conflict") ?? fact.mentions[0];
  line = (ofMark && fact.mentions[0]?.relation === "conflict" ? fact.mentions[0] : agreeing)?.line ?? "";
  const lead = fact.mentions.find((one) => one.line === line);
  const rows = lead ? [lead, ...fact.mentions.filter((one) => one !== lead)] : fact.mentions;
  return [badge(`v-${fact.verdict}`, fact.sign, capital(fact.verdict)), headline(fact.headline),
    el("p", { class: "soft" }, [fact.counts, fact.meaning, ...fact.tags].join(" · ")),
    line ? el("p", { class: "take" }, taker(line, "the best source of this figure"), el("kbd", { "aria-hidden": "true" }, "c")) : "",
    el("div", { class: "body" },
      fact.plot ? el("figure", {}, drawing(fact.plot)) : "",
      el("ul", { class: "mentions" }, rows.map(mention)),
      fact.flags.map(finding),
      fact.left_out ? el("p", { class: "notice" }, `${fact.left_out} more in claims.csv.`) : "",
      fact.near.length ? el("div", { class: "near" }, el("p", { class: "near-head" }, "Looked alike, kept apart"), el("ul", {}, fact.near.map((one) =>
        el("li", {}, el("button", { type: "button", class: "linkish", onclick: () => openFact(one.fact_id, null) }, one.headline), one.reasons ? el("span", { class: "soft" }, ` (${one.reasons})`) : "")))) : "",
      el("p", { class: "id soft" }, fact.fact_id))];
};

const taker = (words, of) => {
  const button = el("button", { type: "button", class: "copy", title: words, "aria-label": `Copy source: ${of}` }, "Copy source");
  button.addEventListener("click", () => copy(words, button));
  return button;
};

const mention = (one) => {
  const button = taker(one.line, `${one.figure}, ${one.source.name}`);
  const told = [one.source.publisher, one.source.published, one.section].filter(Boolean).join(" · ");
  return el("li", { class: `mention${one.quiet ? " quiet" : ""}` },
    el("div", { class: "m-figure" }, el("b", {}, one.figure), one.hedge ? el("span", { class: "hedge" }, one.hedge) : "", one.allows ? el("span", { class: "soft" }, `allows ${one.allows}`) : "",
      one.relation ? el("span", { class: "rel soft" }, RELATIONS[one.relation] ?? one.relation) : ""),
    el("p", { class: "said", dir: "auto" }, one.before, one.mark ? el("mark", {}, one.mark) : "", one.after),
    el("div", { class: "m-source" }, el("span", {}, el("span", { class: "name", dir: "auto" }, one.source.name), el("span", { class: "soft" }, told),
      one.source.reprint_of ? el("span", { class: "soft" }, `reprint of “${one.source.reprint_of}”: not an independent source`) : ""), button));
};

// What to look at first: errors, then warnings; the rest is on the figures.
export const workList = (said, choose, reveal) => {
  line = "";
  const rows = said.findings.filter((one) => one.severity !== "info");
  const order = { error: 0, warning: 1 };
  rows.sort((a, b) => order[a.severity] - order[b.severity]);
  const items = rows.map((one) => el("li", { class: `s-${one.severity}` }, el("button", { type: "button", onclick: () => choose(one) },
    el("b", {}, `${one.sign} ${one.title}`), ` · ${one.place.includes(":") ? `line ${one.place.split(":")[0]}` : one.place}`, el("br"), one.message,
    one.mark || !one.working ? "" : el("span", { class: "working" }, ` ${one.working}`))));
  const quiet = said.marks.length ? "Nothing contradicts the ledger, and the arithmetic holds." : "No figure was found in this draft.";
  const notices = said.notices.map((one) => el("p", { class: "soft" }, `${one.found}. ${one.todo}.`));
  const nodes = [el("p", { class: "panel-hint" }, rows.length ? "What to look at" : quiet), el("ul", { class: "work-list" }, items),
    said.hushed ? el("p", { class: "soft" }, `${said.hushed} hushed by comments in the draft.`) : "", ...notices, byId("legend").content.cloneNode(true)];
  show("list", reveal ? [top("", shut), ...nodes] : nodes, reveal);
};
