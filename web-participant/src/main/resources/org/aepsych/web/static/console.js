// What the console does beyond its pages: a slider sends its form when it is let go, and shows where it is meanwhile.

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit=change]")) event.target.form?.requestSubmit();
});

document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-submit=change]")) return;
  const button = event.target.form?.querySelector("button[type=submit]");
  if (button) button.textContent = `Go to ${event.target.value}`;
});
