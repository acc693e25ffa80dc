// The desk: what the ledger holds, the keys, and the parts put together.
import { ask, byId, toast } from "./dom.js";
import { copyOpen, isOpen, legend, shut } from "./panel.js";
import { focusSearch, lookUp } from "./search.js";
import { checkAgain, checkText, edit, isChecked, setLimits, step } from "./draft.js";

let revision = 0, example = null;
const many = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

const refresh = async () => {
  try {
    const said = await ask("/api/v1/ledger");
    byId("holds").textContent = said.trouble ? `The ledger on disk cannot be read now (${said.trouble.found}); the earlier one answers`
      : said.facts ? `${many(said.facts, "fact")} from ${many(said.articles, "article")}` : "This ledger holds no facts yet";
    byId("holds").title = said.trouble ? `${said.trouble.where}: ${said.trouble.found}. ${said.trouble.todo}.` : said.name;
    setLimits(said.limits);
    example = said.example;
    byId("example").hidden = !example.right;
    byId("example-text").textContent = example.right;
    byId("example-wrong").hidden = !example.wrong;
    if (revision && said.revision !== revision) {
      if (isChecked()) checkAgain("The ledger was built anew: the draft was checked again.");
      else toast("The ledger was built anew.");
    }
    revision = said.revision;
    if (!said.ready || (said.facts && !example.right)) setTimeout(refresh, said.ready ? 3000 : 400);
  } catch { byId("holds").textContent = "The desk does not answer: see whether factledger serve still runs"; }
};

byId("example-right").addEventListener("click", () => { byId("draft").value = example.right; checkText(); });
byId("example-wrong").addEventListener("click", () => { byId("draft").value = example.wrong; checkText(); });
byId("help-open").addEventListener("click", () => byId("help").showModal());
addEventListener("look-up", (event) => lookUp(event.detail));
addEventListener("focus", refresh);
setInterval(() => { if (!document.hidden) refresh(); }, 5000);

addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select");
  if (byId("help").open || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") { if (typing) typing.blur(); else if (isOpen()) shut(); return; }
  if (typing) return;
  const keys = { "/": focusSearch, "?": () => byId("help").showModal(), j: () => step(1), k: () => step(-1), c: copyOpen, e: edit };
  const act = keys[event.key];
  if (act && !(event.key === "c" && String(getSelection()))) { event.preventDefault(); act(); }
});

legend();
refresh();
