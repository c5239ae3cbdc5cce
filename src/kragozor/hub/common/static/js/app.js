// What the pages gain where JavaScript runs; none of them needs it.

// What a page is saving by itself goes first: a form sent meanwhile would still carry the revision
// from before, and be told that somebody else had saved.
const isSaving = () => document.querySelector(".htmx-request") !== null;
const sendAfter = (form, button) => document.addEventListener("htmx:afterRequest", () => setTimeout(() => {
  if (isSaving()) sendAfter(form, button);
  else form.requestSubmit(button);
}), { once: true });
document.addEventListener("submit", (event) => {
  if (!isSaving()) return;
  event.preventDefault();
  sendAfter(event.target, event.submitter);
});

// A form that was just sent is not sent twice by an impatient second press.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  else if (!event.defaultPrevented) {
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 4000);
  }
});

// A popover closes by Escape and by a press outside it, as people expect.
const close = (popover) => { popover.open = false; };
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector("details.popover[open]");
  if (open) { close(open); open.querySelector("summary").focus(); }
});
document.addEventListener("click", (event) => {
  for (const popover of document.querySelectorAll("details.popover[open]"))
    if (!popover.contains(event.target)) close(popover);
});

// Whatever is wrong with a form is read out first.
document.querySelector(".error-summary")?.focus();
