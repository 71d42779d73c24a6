// What the console does beyond its pages: choices send their form when they are made; a slider sends it when it is let
// go, and shows where it is meanwhile; times are those of the reader's zone.

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

// --- times: pages and forms speak of UTC, and who reads and enters them sees those of their own zone ---

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const two = (number) => String(number).padStart(2, "0");

/** As fields of dates and times have it, in the reader's zone; seconds only where there are some. */
function wall(at, seconds = at.getSeconds() > 0) {
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}${seconds ? `:${two(at.getSeconds())}` : ""}`;
}

/** How far the reader's zone is from UTC at a moment, such as UTC+1. */
function distance(at) {
  const minutes = -at.getTimezoneOffset();
  const part = Math.abs(minutes) % 60;
  const hours = `${Math.floor(Math.abs(minutes) / 60)}${part ? `:${two(part)}` : ""}`;
  return minutes === 0 ? "UTC" : `UTC${minutes < 0 ? "−" : "+"}${hours}`;
}

function showTimes() {
  for (const time of document.querySelectorAll("time[data-moment]")) {
    const at = new Date(time.dateTime);
    time.title = time.textContent;
    time.textContent = `${wall(at, true).replace("T", " ")} ${distance(at)}`;
    time.removeAttribute("data-moment");
  }
  for (const zone of document.querySelectorAll("[data-zone='']")) zone.textContent = ZONE;
}

/** A field for a date and a time: an entry that nobody has touched is sent as it came. */
function ownZone(field) {
  const came = field.defaultValue;
  const at = new Date(`${came.length === "2030-01-01T00:00".length ? `${came}:00` : came}Z`);
  const shown = Number.isNaN(at.getTime()) ? "" : wall(at);
  const untouched = field.value === came;
  field.defaultValue = shown;
  if (untouched) field.value = shown;
  const zone = document.querySelector(`[data-zone="${CSS.escape(field.id)}"]`);
  const name = () => {
    const at = field.value ? new Date(field.value) : new Date();
    if (zone) zone.textContent = [...new Set([ZONE, distance(at)])].join(", ");
  };
  name();
  field.addEventListener("input", name);
  field.form.addEventListener("formdata", ({ formData }) => {
    if (!field.value) return;
    formData.set(field.name, (field.value === shown ? at : new Date(field.value)).toISOString());
  });
}

showTimes();
document.addEventListener("page:replaced", showTimes);
document.querySelectorAll("input[data-utc]").forEach(ownZone);
