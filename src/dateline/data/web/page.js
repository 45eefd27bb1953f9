
"use strict";
(function () {
  // The page is whole without this: it adds filters and a panel in which an article opens beside the timeline.
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const events = all(".event"), months = all(".month"), articles = all(".text");

  const text = byId("f-text"), type = byId("f-type"), who = byId("f-who"), story = byId("f-story"), main = byId("f-main"), form = byId("filters");
  const boxes = all("input[name=status]");
  const words = new Map(events.map((e) => [e, e.textContent.toLowerCase()]));

  function fits(e, query, statuses) {
    return statuses.has(e.dataset.status)
      && (!type.value || e.dataset.type === type.value)
      && (!who.value || e.dataset.who.split(" ").includes(who.value))
      && (!story || !story.value || e.dataset.story === story.value)
      && (!main.checked || !("minor" in e.dataset))
      && query.every((word) => words.get(e).includes(word));
  }
  function filter() {
    const query = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const statuses = new Set(boxes.filter((b) => b.checked).map((b) => b.value));
    let shown = 0;
    for (const e of events) { e.hidden = !fits(e, query, statuses); if (!e.hidden) shown += 1; }
    for (const m of months) { m.hidden = !all(".event", m).some((e) => !e.hidden); }
    byId("f-count").textContent = shown === events.length ? "All " + shown + " events are shown." : shown + " of " + events.length + " events are shown.";
  }
  function reset() {
    text.value = ""; type.value = ""; who.value = ""; main.checked = false;
    if (story) { story.value = ""; }
    for (const b of boxes) { b.checked = true; }
    filter();
  }
  if (events.length > 1) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    byId("f-reset").addEventListener("click", reset);
    filter();
  }

  let open = null, back = null;
  function unlight() { for (const one of all(".now")) { one.classList.remove("now"); } }
  function shut() {
    if (!open) { return; }
    open.classList.remove("in-reader");
    all(".close", open)[0].hidden = true;
    all(".page-text", open)[0].open = false;
    document.body.classList.remove("reading");
    open = null;
    unlight();
    if (back) { back.focus({ preventScroll: true }); back = null; }
  }
  function read(article, anchor, from) {
    const origin = open && open.contains(from) ? back : from;
    if (open !== article) { back = null; shut(); }
    back = origin; open = article;
    article.classList.add("in-reader");
    all(".close", article)[0].hidden = false;
    all(".page-text", article)[0].open = true;
    document.body.classList.add("reading");
    unlight();
    const lit = all("[data-of]", article).filter((one) => one.dataset.of.split(" ").includes(anchor));
    for (const one of lit) { one.classList.add("now"); }
    const spot = lit.length ? byId(anchor) : article;
    spot.focus({ preventScroll: true });
    if (lit.length) { lit[0].scrollIntoView({ block: "center", behavior: "instant" }); } else { article.scrollTop = 0; }
  }
  function reveal(id) {
    const goal = byId(id);
    if (!goal) { return; }
    if (goal.hidden || goal.closest(".month[hidden]")) { reset(); }
    for (let up = goal.parentElement; up; up = up.parentElement) { if (up.tagName === "DETAILS") { up.open = true; } }
  }

  for (const a of articles) {
    all(".page-text", a)[0].open = false;
    all(".close", a)[0].addEventListener("click", shut);
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest ? event.target.closest("a[href^='#']") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
    const id = link.getAttribute("href").slice(1), goal = byId(id), article = goal && goal.closest(".text");
    if (article) { event.preventDefault(); read(article, id, link); return; }
    if (open && open.contains(link)) { back = null; shut(); }
    reveal(id);
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement ? document.activeElement.tagName : "");
    if (event.key === "Escape" && open) { shut(); event.preventDefault(); }
    else if (event.key === "Escape" && typing && document.activeElement === text) { reset(); }
    else if (event.key === "/" && !typing && !form.hidden && !event.ctrlKey && !event.metaKey) { event.preventDefault(); text.focus(); }
  });
  window.addEventListener("beforeprint", () => { shut(); for (const one of all(".page-text, .history")) { one.dataset.was = one.open ? "1" : ""; one.open = true; } });
  window.addEventListener("afterprint", () => { for (const one of all("[data-was]")) { one.open = one.dataset.was === "1"; delete one.dataset.was; } });
  if (location.hash.length > 1) {
    const id = decodeURIComponent(location.hash.slice(1)), goal = byId(id), article = goal && goal.closest(".text");
    if (article) { read(article, id, null); } else { reveal(id); if (goal) { goal.scrollIntoView(); } }
  }
})();
