"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const query = byId("q"), count = byId("count"), clear = byId("clear"), panel = byId("panel"), bar = document.querySelector(".bar");
  const hint = [...panel.childNodes].map((node) => node.cloneNode(true));
  const buttons = all("#filters button[aria-pressed]");
  const wide = matchMedia("(min-width: 1061px)");
  const views = new Map(all("section.view").map((view) => [view.dataset.view, { view, items: all(".item", view), texts: null }]));
  // From here on #facts names a view to show, not a place for the browser to jump to.
  views.forEach(({ view }) => view.removeAttribute("id"));

  // Searching: lower case, accents off, thousands marks out, so that 1,200 and 1200 find each other.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/(\d)[,\u202f\u00a0](?=\d{3}(?!\d))/g, "$1");
  const textsOf = (one) => (one.texts ??= one.items.map((item) => " " + plain(`${item.textContent} ${item.dataset.find ?? ""} ${item.id}`)));
  const isNumber = /^[^\p{L}\d]*\d/u;
  const finder = (word) => {
    if (!isNumber.test(word)) return (text) => text.includes(word);
    // A number is sought from its first digit on: 35 finds 350, not 1350, and not an id that holds it.
    const digits = /\d/.test(word[0]);
    return (text) => {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (!digits || !(/[\d.,]/.test(text[at - 1]) || /[cfg]-[\da-f]*$/.test(text.slice(Math.max(at - 14, 0), at)))) return true;
      }
      return false;
    };
  };
  const pressed = (name) => new Set(buttons.filter((b) => b.dataset[name] && b.getAttribute("aria-pressed") === "true" && !b.parentElement.hidden).map((b) => b.dataset[name]));
  const holds = (item, name, wanted) => wanted.size === 0 || (item.dataset[name] ?? "").split(" ").some((one) => wanted.has(one));

  const filter = () => {
    const one = views.get(root.dataset.view);
    const words = plain(query.value).split(/\s+/).filter(Boolean).map(finder);
    const verdicts = pressed("verdict"), severities = pressed("severity");
    if (verdicts.size) root.dataset.only = [...verdicts].join(" ");
    else delete root.dataset.only;
    const texts = words.length ? textsOf(one) : null;
    let left = 0;
    one.items.forEach((item, index) => {
      const fits = (!texts || words.every((found) => found(texts[index]))) && holds(item, "verdict", verdicts) && holds(item, "severity", severities);
      if (item.hidden === fits) item.hidden = !fits;
      left += fits;
    });
    const total = one.items.length, name = total === 1 ? one.view.dataset.one : one.view.dataset.many;
    const narrowed = words.length || verdicts.size || severities.size;
    count.textContent = narrowed ? `${left.toLocaleString("en")} of ${total.toLocaleString("en")} ${name}` : `${total.toLocaleString("en")} ${name}`;
    clear.hidden = !narrowed;
    const nothing = one.view.querySelector(".nothing");
    if (nothing) nothing.hidden = left > 0 || total === 0;
  };
  const showAll = () => {
    query.value = "";
    buttons.forEach((button) => button.setAttribute("aria-pressed", "false"));
    filter();
  };

  const show = (name) => {
    root.dataset.view = name;
    all("nav a[data-to]").forEach((link) => (link.dataset.to === name ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current")));
    all("#filters .group").forEach((group) => (group.hidden = !group.dataset.for.split(" ").includes(name)));
    buttons.forEach((button) => {
      const number = button.querySelector("b");
      if (number.dataset.facts) number.textContent = number.dataset[name === "flags" ? "flags" : "facts"];
    });
    filter();
  };

  // The panel beside an article: a copy of the fact without its ids.
  const fillPanel = (fact, claim) => {
    if (!fact) return panel.replaceChildren(...hint.map((node) => node.cloneNode(true)));
    const top = document.createElement("div"), open = document.createElement("a"), shut = document.createElement("button");
    top.className = "panel-top";
    open.href = `#${fact.id}`;
    open.textContent = "Open among the facts";
    shut.type = "button";
    shut.textContent = "Close";
    shut.addEventListener("click", () => { unlight(); fillPanel(null); claim?.focus({ preventScroll: true }); });
    top.append(open, shut);
    const parts = [".c-verdict", ".c-head", ".c-count", ".body"].map((name) => fact.querySelector(name).cloneNode(true));
    parts.forEach((part) => all("[id]", part).forEach((node) => node.removeAttribute("id")));
    all(".mention", parts[3]).forEach((row) => row.classList.toggle("here", Boolean(claim && row.querySelector(`a[href="#${claim.id}"]`))));
    panel.replaceChildren(top, ...parts);
    panel.scrollTop = 0;
  };
  const unlight = () => all(".lit").forEach((node) => node.classList.remove("lit"));

  const reveal = (node) => {
    const item = node.closest(".item");
    if (item && item.hidden) showAll();
    for (let at = node; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
    unlight();
    node.classList.add("lit");
    // What is in sight stays where it is: a figure under the pointer must not jump away.
    const box = node.getBoundingClientRect();
    if (box.top < bar.offsetHeight || box.top > innerHeight - 80) node.scrollIntoView({ block: node.matches(".fig") ? "center" : "start" });
    const target = node.matches("details") ? node.querySelector("summary") : node;
    if (!target.matches("a, button, summary, [tabindex]")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };

  const go = () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* an address nobody made; taken as it is */ }
    if (views.has(id)) { unlight(); show(id); return scrollTo(0, Math.min(scrollY, byId("main").offsetTop - bar.offsetHeight)); }
    const node = id && byId(id);
    const view = node && node.closest("section.view");
    if (!view) return show(root.dataset.view);
    show(view.dataset.view);
    if (node.matches("a.fig")) fillPanel(byId(node.hash.slice(1)), node);
    reveal(node);
  };
  addEventListener("hashchange", go);

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    if (link.matches(".text a.fig") && wide.matches) {
      // Beside the text where there is room; on a phone the link leads to the fact.
      event.preventDefault();
      // pushState and not location.hash, which would scroll the figure to the top.
      if (location.hash !== `#${link.id}`) history.pushState(null, "", `#${link.id}`);
      go();
      // Opened by key: on to the fact; Close leads back.
      if (event.detail === 0) panel.focus({ preventScroll: true });
    } else if (link.hash === location.hash) {
      event.preventDefault();
      go();
    }
  });

  let waiting = 0;
  query.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 60); });
  buttons.forEach((button) => button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    filter();
  }));
  clear.addEventListener("click", () => { showAll(); query.focus(); });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      query.focus();
      query.select();
    } else if (event.key === "Escape") {
      if (query.value) { query.value = ""; filter(); }
      else if (typing) query.blur();
      else { unlight(); fillPanel(null); }
    }
  });
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("section.view details.item:not([open])").filter((one) => one.checkVisibility?.() ?? true);
    opened.forEach((one) => (one.open = true));
  });
  addEventListener("afterprint", () => { opened.forEach((one) => (one.open = false)); opened = []; });

  show("facts");
  if (location.hash) go();
})();
