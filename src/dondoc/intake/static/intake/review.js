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
      first = first || line;
      const node = line.firstChild;
      if (!node || !window.Highlight) return;
      // Spans count code points, ranges count UTF-16 units: the same but for characters beyond the BMP.
      const points = [...node.data];
      const unit = (n) => points.slice(0, Math.max(0, n)).join("").length;
      for (const [s, e] of hits) {
        const range = new Range();
        range.setStart(node, Math.min(node.length, unit(s - start)));
        range.setEnd(node, Math.min(node.length, unit(e - start)));
        ranges.push(range);
      }
    });
    if (window.Highlight) CSS.highlights.set("current", new Highlight(...ranges));
    if (first) {
      const at = first.getBoundingClientRect().top - paper().getBoundingClientRect().top + paper().scrollTop;
      paper().scrollTo({ top: Math.max(0, at - paper().clientHeight / 3) });
    }
  }

  function light(row) {
    const spans = spansOf(row);
    if (paper().classList.contains("scanned")) lightPages(spans);
    else lightText(spans);
  }

  // --- choosing -----------------------------------------------------------------------------------------
  function choose(row, { open = true, focus = true } = {}) {
    if (!row) return;
    if (current && current !== row) {
      current.classList.remove("current");
      const slot = current.querySelector(".slot");
      if (slot && !slot.querySelector("[data-dirty]")) slot.replaceChildren();
    }
    current = row;
    row.classList.add("current");
    const link = row.querySelector("a");
    if (focus) link.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    sessionStorage.setItem(key("current"), row.dataset.item);
    light(row);
    if (open && row.querySelector(".slot") && !row.querySelector(".editor")) htmx.trigger(link, "chosen");
  }

  const step = (by, wanted = () => true) => {
    const all = rows();
    let at = all.indexOf(current);
    do at += by; while (all[at] && !wanted(all[at]));
    choose(all[at]);
  };
  const nextUnseen = () => step(1, (row) => row.dataset.state === "unseen");

  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-item] > a");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      choose(link.parentElement);
    }
    const line = event.target.closest(".paper [data-s]");
    if (line && getSelection().isCollapsed) chooseAt(Number(line.dataset.s), Number(line.dataset.e));
    const sheet = event.target.closest(".sheet");
    if (sheet) {
      const frame = sheet.getBoundingClientRect();
      const x = ((event.clientX - frame.left) / frame.width) * sheet.dataset.w;
      const y = ((event.clientY - frame.top) / frame.height) * sheet.dataset.h;
      const hit = lines.find(([, , page, [l, t, r, b]]) => page === Number(sheet.dataset.page) && x >= l && x <= r && y >= t - 2 && y <= b + 2);
      if (hit) chooseAt(hit[0], hit[1]);
    }
  });

  function chooseAt(start, end) {
    const hits = rows().filter((row) => spansOf(row).some(([s, e]) => start < e && end > s));
    hits.sort((a, b) => length(a) - length(b));
    choose(hits.find((row) => row.matches(".row")) || hits[0], { focus: false });
  }
  const length = (row) => spansOf(row).reduce((sum, [s, e]) => sum + e - s, 0);

  // --- acts ---------------------------------------------------------------------------------------------
  const press = (selector) => {
    const button = current && current.querySelector(selector);
    if (button) button.click();
    return Boolean(button);
  };

  const typing = (target) => target.matches("input, textarea, select") || target.isContentEditable;

  document.addEventListener("keydown", (event) => {
    const held = event.ctrlKey || event.metaKey;
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
      Enter: () => { if (event.target.matches("button, summary")) return false; if (!press("[data-accept]")) choose(current || rows()[0]); },
      F2: () => { const field = current && current.querySelector(".editor textarea, .editor input:not([type=hidden])"); if (field) field.focus(); else choose(current); },
      Delete: () => press("[data-drop-item]"),
      "+": () => zoom(1),
      "-": () => zoom(-1),
    }[event.key];
    if (act && act() !== false) event.preventDefault();
  });

  document.body.addEventListener("htmx:afterSwap", (event) => {
    const row = event.target.closest ? document.getElementById(event.target.id) : null;
    if (row && row.matches && row.matches(".row")) {
      current = row;
      if (row.dataset.state !== "unseen") nextUnseen(); else choose(row);
    }
    restoreDraft(event.target);
  });

  root.addEventListener("click", (event) => {
    if (event.target.closest("[data-keys]")) document.getElementById("keys").showModal();
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
  root.addEventListener("input", (event) => {
    const form = event.target.closest("[data-edit]");
    if (!form) return;
    form.dataset.dirty = "1";
    const draft = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
    localStorage.setItem(key(`draft-${form.closest("[data-editor]").dataset.editor}`), JSON.stringify(draft));
  });
  function restoreDraft(place) {
    const editor = place.querySelector && place.querySelector("[data-editor]");
    const stored = editor && localStorage.getItem(key(`draft-${editor.dataset.editor}`));
    if (!stored) return;
    const draft = new Map(JSON.parse(stored));
    if (draft.get("revision") !== editor.dataset.revision) return;
    for (const [name, value] of draft) {
      const field = editor.querySelector(`[data-edit] [name="${CSS.escape(name)}"]`);
      if (field && field.type !== "checkbox") field.value = value;
    }
    editor.querySelector("[data-edit]").dataset.dirty = "1";
  }
  document.body.addEventListener("htmx:afterRequest", (event) => {
    const editor = event.target.closest("[data-editor]");
    const failed = !event.detail.successful;
    if (editor && !failed) localStorage.removeItem(key(`draft-${editor.dataset.editor}`));
    root.classList.toggle("offline", failed && !event.detail.xhr.status);
  });

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
    const options = [...adder.elements.section.options].filter((o) => Number(o.dataset.start) <= start);
    if (options.length) options[options.length - 1].selected = true;
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
    const kept = sessionStorage.getItem(key("current"));
    const start = kept && root.querySelector(`[data-item="${CSS.escape(kept)}"]`);
    choose(start || rows().find((row) => row.dataset.state === "unseen" && row.matches(".row")), { focus: false });
  });
})();
