// The draft: pasted, typed, opened or dropped; checked; shown with every figure marked.
import { ask, byId, el, toast } from "./dom.js";
import { openMark, setRest, workList } from "./panel.js";

const box = byId("draft"), button = byId("check"), marked = byId("marked"), message = byId("message");
const wide = matchMedia("(min-width: 1061px)");
const SIGNS = { contradicted: ["≠", "contradicted"], nuanced: ["≈", "nuanced"], related: ["?", "possibly related"], unsupported: ["·", "unsupported"], supported: ["✓", "supported"] };
const LEVELS = { error: "✕", warning: "!" };
let said = null, text = "", limits = null, last = null, running = null;

export const setLimits = (given) => { limits = given; };
export const isChecked = () => said !== null && !byId("result").hidden;

const fail = (error) => message.replaceChildren(el("p", {}, el("b", {}, `${error.where && error.where !== "desk" ? `${error.where}: ` : ""}${error.found}.`), ` ${error.todo}.`));
const showEntry = (entry) => { byId("entry").hidden = !entry; byId("result").hidden = entry; };

const send = async (body, name) => {
  running?.abort();
  const own = (running = new AbortController());
  message.replaceChildren();
  button.setAttribute("aria-busy", "true");
  button.textContent = "Checking…";
  try {
    const options = { method: "POST", body, headers: { "Content-Type": "application/octet-stream" }, signal: own.signal };
    const answer = await ask(`/api/v1/check?name=${encodeURIComponent(name)}`, options);
    last = { body, name };
    show(answer);
    return true;
  } catch (error) {
    if (error.name !== "AbortError") fail(error);
    return false;
  } finally {
    if (running === own) { button.removeAttribute("aria-busy"); button.textContent = "Check the figures"; }
  }
};

export const checkText = (given = box.value) => {
  if (!given.trim()) { box.focus(); return fail({ found: "there is nothing to check yet", todo: "Paste a draft or type a sentence" }); }
  return send(new Blob([given]), "pasted.txt");
};
export const checkFile = (file) => {
  const most = /\.(docx|pdf)$/i.test(file.name) ? limits?.office : limits?.text;
  if (most && file.size > most) {
    return fail({ where: file.name, found: `the file has ${(file.size / 1048576).toFixed(1)} MB, and the desk takes ${(most / 1048576).toFixed(0)} MB`, todo: "Give a part of it, or run factledger check on the file" });
  }
  return send(file, file.name);
};
export const checkAgain = async (why) => { if (last && isChecked() && (await send(last.body, last.name))) toast(why); };

const figure = (run, mark) => {
  const [sign, word] = SIGNS[mark.status];
  const words = [el("span", { class: "word" }, `${sign} ${word}`)];
  if (mark.warned) words.push(el("span", { class: "word s-warning" }, "! stronger than its sources"));
  mark.inside.forEach((one) => words.push(el("span", { class: `word s-${one.severity}` }, `${LEVELS[one.severity]} ${one.title.toLowerCase()}`)));
  const node = el("span", { class: `fig m-${mark.status}`, role: "button", tabindex: "0", id: `f${mark.number}`, title: mark.words }, el("span", { class: "num-in" }, run.text), ...words);
  node.addEventListener("click", () => pick(mark.number, { reveal: true, focus: !wide.matches }));
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(mark.number, { reveal: true, focus: true }); }
    else if (event.key === "ArrowRight" || event.key === "ArrowDown") { event.preventDefault(); step(1); }
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") { event.preventDefault(); step(-1); }
  });
  return node;
};

const figures = () => [...marked.querySelectorAll(".fig")];
export const pick = (number, { reveal = false, focus = false } = {}) => {
  figures().forEach((one) => one.removeAttribute("aria-current"));
  const node = byId(`f${number}`);
  node?.setAttribute("aria-current", "true");
  return openMark(said.check, number, node, { reveal, focus });
};
export const step = (by) => {
  const all = figures();
  if (!all.length || !isChecked()) return;
  const at = all.findIndex((one) => one === document.activeElement || one.hasAttribute("aria-current"));
  const node = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
  node.focus({ preventScroll: true });
  const place = node.getBoundingClientRect();
  if (place.top < 90 || place.bottom > innerHeight - 60) node.scrollIntoView({ block: "center" });
  pick(Number(node.id.slice(1)));
};

const jump = (one) => {
  const node = one.mark && byId(`f${one.mark}`);
  if (!node) return;
  node.scrollIntoView({ block: "center" });
  node.focus({ preventScroll: true });
  pick(one.mark, { reveal: true, focus: !wide.matches });
};
export const showList = (reveal = true) => workList(said, jump, reveal && !wide.matches);

const chips = () => Object.entries(said.counts).filter(([, many]) => many).map(([status, many]) => {
  const chip = el("button", { type: "button", class: `m-${status}` }, `${SIGNS[status][0]} ${many} ${SIGNS[status][1]}`);
  chip.addEventListener("click", () => {
    const own = said.marks.filter((mark) => mark.status === status && byId(`f${mark.number}`));
    const at = own.findIndex((mark) => byId(`f${mark.number}`).hasAttribute("aria-current"));
    if (own.length) jump({ mark: own[(at + 1) % own.length].number });
  });
  return el("li", {}, chip);
});

const show = (answer) => {
  said = answer;
  text = answer.draft;
  byId("name").textContent = answer.name === "pasted.txt" ? answer.summary : `${answer.name}: ${answer.summary}`;
  byId("counts").replaceChildren(...(answer.marks.length ? chips() : [el("li", { class: "soft" }, "No figures found")]));
  const marks = new Map(answer.marks.map((mark) => [mark.number, mark]));
  marked.replaceChildren(...answer.runs.map((run) => (run.mark ? figure(run, marks.get(run.mark)) : run.text)));
  showEntry(false);
  setRest(() => { figures().forEach((one) => one.removeAttribute("aria-current")); showList(false); });
  byId("panel").classList.remove("open");
  byId("work").focus({ preventScroll: true });
  scrollTo(0, 0);
};

export const edit = () => { if (!said) return; box.value = text; showEntry(true); setRest(null); box.focus(); };
export const fresh = () => { box.value = ""; said = null; last = null; message.replaceChildren(); showEntry(true); setRest(null); box.focus(); };

button.addEventListener("click", () => checkText());
byId("edit").addEventListener("click", edit);
byId("fresh").addEventListener("click", fresh);
byId("list").addEventListener("click", () => showList(true));
box.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); checkText(); } });
box.addEventListener("paste", (event) => {
  const file = event.clipboardData?.files?.[0], pasted = event.clipboardData?.getData("text/plain") ?? "";
  if (!pasted && file) { event.preventDefault(); checkFile(file); return; }
  // A text too long to check is told so; putting it into the box would only make the browser slow.
  if (limits && pasted.length > limits.characters) { event.preventDefault(); checkText(pasted); return; }
  if (!box.value.trim() && pasted.trim()) setTimeout(() => checkText());
});
byId("open").addEventListener("click", () => byId("file").click());
byId("file").addEventListener("change", (event) => { const file = event.target.files[0]; if (file) checkFile(file); event.target.value = ""; });

const drop = byId("drop");
let inside = 0;
addEventListener("dragenter", (event) => { event.preventDefault(); inside += 1; drop.hidden = false; });
addEventListener("dragleave", () => { inside = Math.max(0, inside - 1); drop.hidden = inside === 0; });
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  inside = 0;
  drop.hidden = true;
  const files = event.dataTransfer?.files ?? [], dropped = event.dataTransfer?.getData("text/plain") ?? "";
  if (files.length > 1) toast(`One draft at a time: ${files[0].name} is checked.`);
  if (files.length) checkFile(files[0]);
  else if (dropped.trim()) checkText(dropped);
});
