// The ledger searched as one types: the latest question wins, an earlier one is dropped.
import { ask, byId, el, headline } from "./dom.js";
import { openFact } from "./panel.js";

const query = byId("q"), found = byId("found"), hits = byId("hits"), count = byId("found-count");
let asking = null, chosen = -1, retry = 0;

const close = () => { found.hidden = true; query.setAttribute("aria-expanded", "false"); query.removeAttribute("aria-activedescendant"); chosen = -1; };
const open = () => { found.hidden = false; query.setAttribute("aria-expanded", "true"); };
const choose = (at) => {
  const rows = [...hits.children];
  if (!rows.length) return;
  chosen = (at + rows.length) % rows.length;
  rows.forEach((row, index) => row.setAttribute("aria-selected", String(index === chosen)));
  query.setAttribute("aria-activedescendant", rows[chosen].id);
  rows[chosen].scrollIntoView({ block: "nearest" });
};
const take = (row) => { close(); openFact(row.dataset.fact, query); };

const row = (fact, at) => {
  const sources = fact.sources.join(", ") + (fact.articles > fact.sources.length ? " and more" : "");
  const many = `${fact.mentions} mention${fact.mentions === 1 ? "" : "s"}, ${fact.independent} independent source${fact.independent === 1 ? "" : "s"}`;
  const node = el("li", { id: `hit-${at}`, role: "option", "aria-selected": "false", "data-fact": fact.fact_id },
    headline(fact.headline), el("span", { class: `word v-${fact.verdict}` }, `${fact.sign} ${fact.verdict}`), el("span", { class: "soft" }, ` · ${many} · ${sources}`));
  node.addEventListener("mousedown", (event) => { event.preventDefault(); take(node); });
  return node;
};

const look = async () => {
  clearTimeout(retry);
  asking?.abort();
  const words = query.value.trim();
  if (!words) return close();
  const own = (asking = new AbortController());
  try {
    const said = await ask(`/api/v1/search?q=${encodeURIComponent(words)}`, { signal: own.signal });
    if (own.signal.aborted) return;
    hits.replaceChildren(...said.facts.map(row));
    const total = `${said.total.toLocaleString("en")}${said.more ? " or more" : ""}`;
    count.textContent = !said.ready ? "The ledger is still being read; this answers by itself." : said.total === 0 ? "No fact fits. Try fewer words, or a number as it is written."
      : `${total} fact${said.total === 1 ? "" : "s"}${said.total > said.facts.length ? `, the first ${said.facts.length} shown` : ""}`;
    query.dataset.answered = words;
    open();
    if (said.facts.length) choose(0);
    if (!said.ready) retry = setTimeout(look, 500);
  } catch (error) {
    if (error.name === "AbortError") return;
    hits.replaceChildren();
    count.textContent = `${error.found}. ${error.todo}.`;
    open();
  }
};

export const lookUp = (words) => { query.value = words; query.focus(); look(); };
export const focusSearch = () => { query.focus(); query.select(); if (query.value.trim()) look(); };

query.addEventListener("input", look);
query.addEventListener("blur", close);
query.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") { event.preventDefault(); found.hidden ? look() : choose(chosen + 1); }
  else if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen - 1); }
  else if (event.key === "Enter" && chosen >= 0 && !found.hidden) { event.preventDefault(); take(hits.children[chosen]); }
  else if (event.key === "Escape") {
    event.stopPropagation();
    if (!found.hidden) close();
    else if (query.value) query.value = "";
    else query.blur();
  }
});
