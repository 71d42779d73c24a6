// What the console does beyond its pages: choices send their form when they are made; a slider sends it when it is let
// go, and shows where it is meanwhile.

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit=change]")) event.target.form?.requestSubmit();
});

document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-submit=change]")) return;
  const output = event.target.form?.querySelector(`output[for="${CSS.escape(event.target.id)}"]`);
  if (output) output.textContent = Number(Number(event.target.value).toPrecision(4));
  if (!event.target.matches(".travel__slider")) return;
  const button = event.target.form?.querySelector("button[type=submit]");
  if (button) button.textContent = `Go to ${event.target.value}`;
});
