// Review: choosing an item lights its place in the source and opens its editor; keys for every act.
// Reading goes without this file; each act is its own request, so that nothing is lost with the tab.
(() => {
  "use strict";
  const root = document.querySelector(".review");
  if (!root) return;
  const key = (name) => `review-${root.dataset.review}-${name}`;
  const rows = () => [...root.querySelectorAll("[data-item]")].filter((row) => row.offsetParent);
  let current = null;

  // --- places in the source -----------------------------------------------------------------------------
  const block = document.getElementById("layout");
  const lines = block ? JSON.parse(block.textContent) : [];
  const papers = [...root.querySelectorAll(".paper")];
  const paper = () => papers.find((p) => !p.hidden);

  const spansOf = (row) => (row.dataset.spans || "").split(" ").filter(Boolean).map((s) => s.split("-").map(Number));

  function lightPages(spans) {
    root.querySelectorAll(".sheet svg").forEach((svg) => svg.replaceChildren());
    let first = null;
    for (const [start, end, page, box] of lines) {
      if (!spans.some(([s, e]) => start < e && end > s)) continue;
      const sheet = root.querySelector(`.sheet[data-page="${page}"]`);
      if (!sheet) continue;
      const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      const [left, top, right, bottom] = box;
      for (const [name, value] of [["x", left - 2], ["y", top - 1], ["width", right - left + 4], ["height", bottom - top + 2]]) rect.setAttribute(name, value);
      sheet.querySelector("svg").append(rect);
      first = first || [sheet, top / Number(sheet.dataset.h)];
    }
    if (!first) return;
    const [sheet, share] = first;
    const target = sheet.offsetTop + share * sheet.offsetHeight - paper().clientHeight / 3;
    paper().scrollTo({ top: Math.max(0, target) });
  }

  // Text is lit without touching it: ranges of the CSS Custom Highlight API, whole lines where it is missing.
  function lightText(spans) {
    const ranges = [];
    let first = null;
    paper().querySelectorAll("[data-s]").forEach((line) => {
      const start = Number(line.dataset.s), end = Number(line.dataset.e);
      const hits = spans.filter(([s, e]) => start < e && end > s);
      line.classList.toggle("lit", hits.length > 0 && !window.Highlight);
      if (!hits.length) return;
      const node = line.firstChild;
      if (!node || !window.Highlight) { first = first || line; return; }
      // Spans count code points, ranges count UTF-16 units: the same but for characters beyond the BMP.
      const points = [...node.data];
      const unit = (n) => points.slice(0, Math.max(0, n)).join("").length;
      for (const [s, e] of hits) {
        const range = new Range();
        range.setStart(node, Math.min(node.length, unit(s - start)));
        range.setEnd(node, Math.min(node.length, unit(e - start)));
        ranges.push(range);
        first = first || range;
      }
    });
    if (window.Highlight) CSS.highlights.set("current", new Highlight(...ranges));
    if (first) {
      const at = first.getBoundingClientRect().top - paper().getBoundingClientRect().top + paper().scrollTop;
      paper().scrollTo({ top: Math.max(0, at - paper().clientHeight / 3) });
    }
  }

  // --- turning pages --------------------------------------------------------------------------------------
  const sheets = [...root.querySelectorAll(".sheet")];
  const scanned = root.querySelector(".paper.scanned");
  const pageNow = () => Math.max(0, sheets.findLastIndex((s) => s.offsetTop <= scanned.scrollTop + scanned.clientHeight / 2));
  if (scanned) {
    const at = root.querySelector("[data-at]");
    scanned.addEventListener("scroll", () => { at.textContent = pageNow() + 1; }, { passive: true });
  }
  function turn(by) {
    const sheet = sheets[pageNow() + by];
    if (sheet) scanned.scrollTo({ top: sheet.offsetTop - 8 });
  }

  function light(row) {
    const spans = spansOf(row);
    if (paper().classList.contains("scanned")) lightPages(spans);
    else lightText(spans);
  }

  // --- choosing -----------------------------------------------------------------------------------------
  let wanted = null; // what to press, or "edit", as soon as the editor of the chosen row is there
  function choose(row, { open = true, focus = true } = {}) {
    if (!row) return;
    wanted = null;
    if (current && current !== row) {
      current.classList.remove("current");
      const slot = current.querySelector(".slot");
      if (slot && !slot.querySelector("[data-dirty]")) slot.remove();
    }
    current = row;
    row.classList.add("current");
    const link = row.querySelector("a");
    if (focus) link.focus({ preventScroll: true });
    sessionStorage.setItem(key("current"), row.dataset.item);
    light(row);
    show(row);
    if (open && row.matches(".row") && !row.querySelector(".slot")) openEditor(row);
  }

  // The chosen row is brought into view, its head first; not before anybody has done anything: the top asks for number and date.
  let calm = true;
  for (const name of ["keydown", "pointerdown"]) addEventListener(name, () => { calm = false; }, { capture: true, once: true });
  function show(row) {
    if (calm) return;
    const list = root.querySelector(".list");
    row.scrollIntoView({ block: row.offsetHeight > list.clientHeight - 140 ? "start" : "nearest" });
  }

  function openEditor(row) {
    const slot = row.querySelector(".slot") || document.createElement("div");
    slot.className = "slot";
    row.append(slot);
    htmx.ajax("GET", row.querySelector("a").href, { target: slot, swap: "innerHTML settle:0ms", source: slot });
  }

  const step = (by, wanted = () => true) => {
    const all = rows();
    let at = all.indexOf(current);
    do at += by; while (all[at] && !wanted(all[at]));
    choose(all[at]);
  };
  const unseen = (row) => row.matches(".row") && row.dataset.state === "unseen";
  function nextUnseen() {
    const all = rows();
    const at = all.indexOf(current);
    choose(all.slice(at + 1).find(unseen) || all.find(unseen) || current);
  }

  // A row is chosen as the mouse goes down: an editor that arrives before it goes up moves the row from under it.
  root.addEventListener("pointerdown", (event) => {
    const link = event.target.closest("[data-item] > a");
    const plain = event.pointerType === "mouse" && event.button === 0 && !event.ctrlKey && !event.metaKey;
    if (link && plain && link.parentElement !== current) choose(link.parentElement);
  });
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-item] > a");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      choose(link.parentElement);
    }
    const line = event.target.closest(".paper [data-s]");
    if (line && getSelection().isCollapsed) {
      const at = placeOf(line, event.clientX, event.clientY);
      chooseAt(at, at + 1);
    }
    const sheet = event.target.closest(".sheet");
    if (sheet) {
      const frame = sheet.getBoundingClientRect();
      const x = ((event.clientX - frame.left) / frame.width) * sheet.dataset.w;
      const y = ((event.clientY - frame.top) / frame.height) * sheet.dataset.h;
      const hit = lines.find(([, , page, [l, t, r, b]]) => page === Number(sheet.dataset.page) && x >= l && x <= r && y >= t - 2 && y <= b + 2);
      if (hit) chooseAt(hit[0], hit[1]);
    }
  });

  // Where in the paper a click fell, in code points; the beginning of the line where the browser cannot say.
  function placeOf(line, x, y) {
    const range = document.caretRangeFromPoint && document.caretRangeFromPoint(x, y);
    const within = range && range.startContainer.nodeType === Node.TEXT_NODE && line.contains(range.startContainer);
    return Number(line.dataset.s) + (within ? [...range.startContainer.data.slice(0, range.startOffset)].length : 0);
  }

  function chooseAt(start, end) {
    const hits = rows().filter((row) => spansOf(row).some(([s, e]) => start < e && end > s));
    hits.sort((a, b) => length(a) - length(b));
    choose(hits.find((row) => row.matches(".row")) || hits[0], { focus: false });
  }
  const length = (row) => spansOf(row).reduce((sum, [s, e]) => sum + e - s, 0);

  // --- acts ---------------------------------------------------------------------------------------------
  // Presses a button of the chosen row: at once, or when its editor has come; never twice while it is being sent.
  function press(selector) {
    if (!current) return false;
    const button = current.querySelector(selector);
    if (button && current.querySelector("form.htmx-request, button.htmx-request")) return true;
    if (button) button.click();
    else if (current.matches(".row")) { choose(current); wanted = selector; }
    return true;
  }
  function edit() {
    const field = current && current.querySelector(".editor textarea, .editor input:not([type=hidden]), .editor select");
    if (field) { field.focus(); field.scrollIntoView({ block: "nearest" }); } else if (current) { choose(current); wanted = "edit"; }
  }

  const typing = (target) => target.matches("input, textarea, select") || target.isContentEditable;

  document.addEventListener("keydown", (event) => {
    const held = event.ctrlKey || event.metaKey;
    if (event.key === "F9") { event.preventDefault(); root.querySelector("[data-publish]").focus(); return; }
    if (event.key === "F4") {
      event.preventDefault();
      const head = root.querySelector("details.head");
      head.open = true;
      head.querySelector("[name=number]").focus();
      return;
    }
    if (event.key === "F1") { event.preventDefault(); document.getElementById("keys").showModal(); return; }
    if (held && event.key.toLowerCase() === "s") { event.preventDefault(); press("[data-save]"); return; }
    if (event.key === "Escape" && typing(event.target)) { current && current.querySelector("a").focus(); return; }
    // A letter that Telex or VNI rewrites never acts: only keys that no input method touches.
    if (event.isComposing || typing(event.target) || event.target.closest("dialog")) return;
    if (held && event.key.toLowerCase() === "z") { event.preventDefault(); remember(); root.querySelector("[data-undo]").requestSubmit(); return; }
    if (held && event.key === "Enter") {
      const group = current && current.closest(".group");
      const button = group && group.querySelector("[data-accept-section]");
      if (button) { event.preventDefault(); button.click(); }
      return;
    }
    const act = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      PageDown: () => step(1, (row) => row.matches(".doubtful, [data-careful] > *")),
      PageUp: () => step(-1, (row) => row.matches(".doubtful, [data-careful] > *")),
      Enter: () => {
        const elsewhere = event.target.closest("button, summary, a");
        if (elsewhere && !(current && current.contains(elsewhere) && elsewhere.matches("a"))) return false;
        return press("[data-accept]");
      },
      F2: edit,
      Delete: () => press("[data-drop-item]"),
      "+": () => zoom(1),
      "-": () => zoom(-1),
    }[event.key];
    if (act && act() !== false) event.preventDefault();
  });

  document.body.addEventListener("htmx:afterSwap", (event) => {
    const place = event.target.closest ? event.target : null;
    const editor = place && place.querySelector(".editor");
    if (editor && current && current.contains(editor)) {
      htmx.process(editor); // at once: a key may already be waiting for its buttons
      if (editor.querySelector("[data-conflict]")) keepDraft(editor.querySelector("[data-edit]"));
      restoreDraft(editor);
      show(current);
      const then = wanted;
      wanted = null;
      if (then === "edit") edit(); else if (then) press(then);
      return;
    }
    if (current && !current.isConnected) {
      // The row was acted on, or its section was: the new one stands in its place.
      const again = document.getElementById(current.id) || root.querySelector(`[data-item="${CSS.escape(current.dataset.item)}"]`);
      current = again || current;
      countSections();
      if (again && unseen(again)) choose(again); else nextUnseen();
    }
  });

  // The button of a section says how many sure items are left in it.
  function countSections() {
    for (const group of root.querySelectorAll(".group")) {
      const button = group.querySelector("[data-accept-section]");
      const left = group.querySelectorAll(".row[data-state=unseen]:not(.doubtful)").length;
      if (!button || !group.querySelector(".row")) continue;
      button.hidden = !left;
      button.textContent = button.textContent.replace(/\d+/, left);
    }
  }

  root.addEventListener("click", (event) => {
    if (event.target.closest("[data-keys]")) document.getElementById("keys").showModal();
    const turner = event.target.closest("[data-turn]");
    if (turner) turn(Number(turner.dataset.turn));
    const reload = event.target.closest("[data-reload]");
    if (reload) { event.preventDefault(); forget(current); openEditor(current); }
    const zoomer = event.target.closest("[data-zoom]");
    if (zoomer) zoom(Number(zoomer.dataset.zoom));
    const viewer = event.target.closest("[data-view]");
    if (viewer) {
      papers.forEach((p) => { p.hidden = p.classList.contains("scanned") !== (viewer.dataset.view === "pages"); });
      root.querySelectorAll("[data-view]").forEach((b) => b.setAttribute("aria-pressed", String(b === viewer)));
      if (current) light(current);
    }
  });

  // --- drafts: what is being typed survives a lost line or a closed tab -----------------------------------
  const draftKey = (item) => key(`draft-${item}`);
  function keepDraft(form) {
    form.dataset.dirty = "1";
    const draft = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
    localStorage.setItem(draftKey(form.closest("[data-editor]").dataset.editor), JSON.stringify(draft));
  }
  function forget(row) {
    localStorage.removeItem(draftKey(row.dataset.item));
    row.querySelectorAll(".unsaved, .slot").forEach((node) => node.remove());
  }
  root.addEventListener("input", (event) => {
    const form = event.target.closest("[data-edit]");
    if (form) keepDraft(form);
  });
  function restoreDraft(editor) {
    const stored = localStorage.getItem(draftKey(editor.dataset.editor));
    const form = editor.querySelector("[data-edit]");
    if (!stored || !form) return;
    const draft = JSON.parse(stored);
    const values = new Map(draft);
    // The text itself is kept even where somebody has changed the item since; saving then shows both versions.
    for (const field of form.elements) {
      if (!field.name || field.type === "hidden" && field.name !== "revision") continue;
      if (field.type === "checkbox" || field.type === "radio") field.checked = draft.some(([n, v]) => n === field.name && v === field.value);
      else if (values.has(field.name)) field.value = values.get(field.name);
    }
    form.dataset.dirty = "1";
  }
  document.body.addEventListener("htmx:afterRequest", (event) => {
    const { successful, xhr, requestConfig } = event.detail; // the form itself may be gone from the page by now
    const editor = requestConfig.elt && requestConfig.elt.closest("[data-editor]");
    const refused = xhr.getResponseHeader && xhr.getResponseHeader("HX-Retarget");
    if (editor && successful && !refused) localStorage.removeItem(draftKey(editor.dataset.editor));
    root.classList.toggle("offline", !successful && !xhr.status);
  });
  addEventListener("online", () => root.classList.remove("offline"));
  addEventListener("offline", () => root.classList.add("offline"));
  function showDrafts() {
    const found = [];
    for (const row of root.querySelectorAll(".row")) {
      if (!localStorage.getItem(draftKey(row.dataset.item))) continue;
      const mark = document.createElement("em");
      mark.className = "unsaved";
      mark.textContent = root.dataset.unsaved;
      row.querySelector("a").after(mark);
      found.push(row);
    }
    return found;
  }

  // --- what stays: place, zoom, divider -------------------------------------------------------------------
  const remember = () => current && sessionStorage.setItem(key("current"), current.dataset.item);
  const STEPS = [50, 60, 70, 85, 100, 120, 150, 200];
  function zoom(by) {
    const now = Number(localStorage.getItem("review-zoom") || 100);
    const next = by === 0 ? 100 : STEPS[Math.min(STEPS.length - 1, Math.max(0, STEPS.indexOf(now) + by))];
    localStorage.setItem("review-zoom", next);
    root.style.setProperty("--zoom", next / 100);
    if (current) light(current);
  }
  const divider = root.querySelector(".divider");
  function divide(share) {
    const kept = Math.min(70, Math.max(30, share));
    root.style.setProperty("--left", `${kept}%`);
    divider.setAttribute("aria-valuenow", Math.round(kept));
    localStorage.setItem("review-left", kept);
  }
  divider.addEventListener("pointerdown", (event) => {
    divider.setPointerCapture(event.pointerId);
    divider.onpointermove = (move) => divide(((move.clientX - root.offsetLeft) / root.offsetWidth) * 100);
    divider.onpointerup = () => { divider.onpointermove = null; };
  });
  divider.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -2, ArrowRight: 2 }[event.key];
    if (by) { event.preventDefault(); event.stopPropagation(); divide(Number(divider.getAttribute("aria-valuenow")) + by); }
  });

  // --- a new item from a selection in the text -------------------------------------------------------------
  const adder = root.querySelector("[data-add]");
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const first = range.startContainer.parentElement && range.startContainer.parentElement.closest("[data-s]");
    const last = range.endContainer.parentElement && range.endContainer.parentElement.closest("[data-s]");
    if (!first || !last || !first.closest(".paper")) return;
    const points = (node, offset) => [...node.data.slice(0, offset)].length;
    const start = Number(first.dataset.s) + points(range.startContainer, range.startOffset);
    adder.elements.start.value = start;
    adder.elements.end.value = Number(last.dataset.s) + points(range.endContainer, range.endOffset);
    const sections = adder.elements.section;
    if (!sections.options.length) {
      for (const heading of root.querySelectorAll(".group > h3")) {
        const option = new Option(heading.querySelector("a").textContent.trim().slice(0, 60), heading.parentElement.id.slice(2));
        option.dataset.start = (heading.dataset.spans || "0").split("-")[0];
        sections.append(option);
      }
    }
    const before = [...sections.options].filter((o) => Number(o.dataset.start) <= start);
    if (before.length) before[before.length - 1].selected = true;
    adder.hidden = false;
  });

  // Cutting: the caret in the text field says where.
  root.addEventListener("submit", (event) => {
    remember();
    const form = event.target.closest("[data-split]");
    if (!form) return;
    const field = form.closest(".editor").querySelector("textarea[name=text]");
    if (!form.elements.offset.value && field) form.elements.offset.value = [...field.value.slice(0, field.selectionStart)].length;
  }, true);

  if (localStorage.getItem("review-left")) divide(Number(localStorage.getItem("review-left")));
  root.style.setProperty("--zoom", Number(localStorage.getItem("review-zoom") || 100) / 100);
  // htmx binds its own handlers when the page is ready; the first choice must come after it.
  addEventListener("DOMContentLoaded", () => {
    const [draft] = showDrafts();
    const kept = sessionStorage.getItem(key("current"));
    const start = kept && root.querySelector(`[data-item="${CSS.escape(kept)}"]`);
    // What was undone is named in the address.
    const undone = /^#m\d+$/.test(location.hash) && root.querySelector(location.hash);
    if (undone) history.replaceState(null, "", location.pathname);
    calm = !draft && !start && !undone;
    const chosen = undone || draft || start || rows().find(unseen);
    const opened = root.querySelector(".slot"); // the page comes with the editor of its first unseen row
    if (opened && chosen && chosen.contains(opened)) restoreDraft(opened.querySelector(".editor"));
    else if (opened) opened.remove();
    choose(chosen, { focus: false });
  });
})();
