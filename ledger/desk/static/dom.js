// Elements from plain values: text is only ever text, nothing is parsed as markup.
export const byId = (id) => document.getElementById(id);

export const el = (name, props = {}, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "class") node.className = value;
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return node;
};

const SHAPES = new Set(["svg", "g", "line", "rect", "circle", "path", "text"]);
export const drawing = (part) => {
  if (typeof part === "string") return document.createTextNode(part);
  const [name, attributes, children] = part;
  if (!SHAPES.has(name)) return document.createTextNode("");
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => { if (!key.startsWith("on") && !key.includes("href")) node.setAttribute(key, value); });
  node.append(...children.map(drawing));
  return node;
};

// An answer, or an error with where, what was found and what to do.
export const ask = async (path, options = {}) => {
  let response;
  try { response = await fetch(path, options); } catch (error) {
    if (error.name === "AbortError") throw error;
    throw { where: "desk", found: "no answer came", todo: "See whether factledger serve still runs, and try again" };
  }
  const said = await response.json().catch(() => null);
  if (!response.ok || !said) throw { status: response.status, ...(said?.error ?? { where: "desk", found: "the answer could not be read", todo: "Try again" }) };
  return said;
};

let fading = 0;
export const toast = (text) => {
  clearTimeout(fading);
  byId("toast").textContent = text;
  fading = setTimeout(() => { byId("toast").textContent = ""; }, 4000);
};

export const copy = async (line, button) => {
  try {
    await navigator.clipboard.writeText(line);
  } catch {
    const box = el("textarea", { class: "vh" });
    box.value = line;
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    if (!done) return toast("The browser did not allow copying. Select the line and copy it by hand: " + line);
  }
  toast(`Copied: ${line}`);
  if (button) {
    button.textContent = "Copied ✓";
    setTimeout(() => { button.textContent = "Copy source"; }, 1800);
  }
};

export const headline = (head) => el("span", { class: "c-head", dir: "auto" }, el("b", {}, head.amount), head.joint + head.what,
  head.tail.length ? el("span", { class: "tail" }, `, ${head.tail.join(", ")}`) : "");
export const badge = (kind, sign, word) => el("span", { class: `badge ${kind}` }, el("i", { "aria-hidden": "true" }, sign), word);
export const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
