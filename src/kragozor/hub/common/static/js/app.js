// What the pages gain where JavaScript runs; none of them needs it.

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
