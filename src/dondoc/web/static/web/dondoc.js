// What pages do beyond htmx: everything here is a comfort, nothing is needed for reading or reporting.
"use strict";

// What is wrong in a form is told in our words and language, by the server, not by the browser's bubble.
const ownWords = (root) => {
  for (const form of root.querySelectorAll("form[method=post]")) form.noValidate = true;
};
ownWords(document);
document.addEventListener("htmx:afterSettle", (event) => ownWords(event.target.parentNode || document));

// A form that is being sent says so, and is not sent twice.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button || event.defaultPrevented || event.target.method !== "post") return;
  if (event.target.dataset.sent) return event.preventDefault();
  event.target.dataset.sent = "1";
  const word = event.target.dataset.sending;
  if (word) setTimeout(() => { button.textContent = word; }, 400);
  setTimeout(() => { button.setAttribute("aria-disabled", "true"); }, 0);
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
  }
});

// The person's menu closes by Escape and by a click elsewhere.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// The buttons "In" print the page; a chosen filter is applied at once.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
// Paper cannot be unfolded: what is folded and no form is printed open, and shut again.
const unfolded = [];
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("main details:not([open])")) {
    if (!fold.querySelector("form, .clamp")) { fold.open = true; unfolded.push(fold); }
  }
});
addEventListener("afterprint", () => { while (unfolded.length) unfolded.pop().open = false; });
document.addEventListener("change", (event) => {
  if (event.target.matches("form[data-auto] select, form[data-auto] input[type=checkbox]")) event.target.form.requestSubmit();
});

// Filters are folded on a phone only; where CSS cannot open them on a wide screen, this does.
const wide = matchMedia("(min-width: 701px)");
const fold = () => { for (const filters of document.querySelectorAll("details.filters")) filters.open = wide.matches; };
fold();
wide.addEventListener("change", fold);

// A text that fits into its two lines needs no "Xem đủ".
const fit = () => {
  const shut = [...document.querySelectorAll("details.full:not([open])")];
  const whole = shut.map((full) => full.querySelector(".clamp")).map((text) => text.scrollHeight <= text.clientHeight + 1);
  shut.forEach((full, i) => full.classList.toggle("fits", whole[i]));
};
document.fonts.ready.then(fit);
addEventListener("resize", fit);

// The summary of errors takes the focus, so that it is read first.
document.querySelector(".error-summary")?.focus();

// What htmx has put in place takes the focus when it asks for it, and failures are told in words.
document.addEventListener("htmx:afterSwap", (event) => {
  event.detail.target.querySelector("[data-focus]")?.focus();
});
const tell = (text) => { document.getElementById("doc-len").textContent = text; };
document.addEventListener("htmx:sendError", () => tell(document.body.dataset.offline || ""));
