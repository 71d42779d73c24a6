// Keeps an open page up to date: listens for news, fetches the page again and puts its content in place. Without
// server-sent events it asks every few seconds; without scripts the page reloads itself where nothing is being entered.

const POLL = 5000;

let offset = 0;
let pending = false;
let waiting = false;
let again = false;
let polling;
let leaving = false;

const main = () => document.getElementById("main");

function beingEdited() {
  return [...main().querySelectorAll("input:not([type=hidden]):not([type=range]), textarea, select")].some(
    (field) =>
      field === document.activeElement ||
      (field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue),
  );
}

function stops() {
  return [...main().querySelectorAll("a, button, input, select, textarea, summary, [tabindex]")];
}

/** What tells a stop of the keyboard from all others, on this page and on a fresh one. */
function place(stop) {
  const attributes = ["id", "href", "name", "aria-labelledby", "aria-label"].map((name) => stop.getAttribute(name));
  return [stop.tagName, ...attributes, stop.closest("form")?.getAttribute("action"), stop.closest("details")?.id].join(" ");
}

function left(seconds, units) {
  const [s, min, h, d] = units.split("|");
  if (seconds < 60) return `${seconds} ${s}`;
  const minutes = Math.ceil(seconds / 60);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return `${days} ${d} ${hours} ${h}`;
  return hours > 0 ? `${hours} ${h} ${minutes % 60} ${min}` : `${minutes % 60} ${min}`;
}

function setClock() {
  const time = main().querySelector("time[data-now]");
  if (time) offset = Date.parse(time.dataset.now) - Date.now();
}

function tick() {
  main().querySelectorAll("time[data-now]").forEach((time) => {
    const rest = Math.max(0, Math.ceil((Date.parse(time.dateTime) - Date.now() - offset) / 1000));
    const text = left(rest, time.dataset.units ?? "s|min|h|d");
    if (time.textContent !== text) time.textContent = text;
    if (rest === 0 && !time.dataset.asked) {
      time.dataset.asked = "true";
      news();
    }
  });
}

// Notes come and go one by one, so that a screen reader reads out the new ones only.
function showNotes(page) {
  const shown = document.getElementById("notes");
  const fresh = page.getElementById("notes");
  if (!shown || !fresh) return;
  const find = (place, note) => place.querySelector(`[data-note="${note.dataset.note}"]`);
  for (const old of shown.querySelectorAll("[data-note]")) {
    if (!find(fresh, old)) takeAway(old);
  }
  for (const note of fresh.querySelectorAll("[data-note]")) {
    if (!find(shown, note)) shown.append(document.adoptNode(note));
  }
  setTimes();
}

function takeAway(note) {
  const focused = note.contains(document.activeElement);
  const next = note.nextElementSibling ?? note.previousElementSibling;
  note.remove();
  if (focused) (next?.querySelector("button") ?? main()).focus({ preventScroll: true });
}

function setTimes() {
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" });
  for (const at of document.querySelectorAll("time[data-clock]")) {
    at.textContent = time.format(new Date(at.dateTime));
  }
}

// What is being entered below stays where it is when a note is put away.
document.addEventListener("submit", async (event) => {
  const note = event.target.closest("[data-note]");
  if (!note) return;
  event.preventDefault();
  const form = event.target;
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual", credentials: "same-origin" });
    if (answer.type === "opaqueredirect" || answer.ok) {
      takeAway(note);
      return;
    }
  } catch {
    // Without scripts it works as well, and says what is wrong.
  }
  form.submit();
});

async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  if (!answer.ok) return;
  if (answer.redirected) {
    location.assign(answer.url);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("main");
  if (!fresh) return;
  showNotes(page);
  // Parsed without scripts, so these would show.
  for (const without of fresh.querySelectorAll("noscript")) without.remove();
  const moved = fresh.dataset.situation !== main().dataset.situation;
  if (!moved && beingEdited()) return;
  const focused = main().contains(document.activeElement) ? place(document.activeElement) : undefined;
  for (const open of main().querySelectorAll("details[open][id]")) {
    fresh.querySelector(`#${open.id}`)?.setAttribute("open", "");
  }
  main().replaceWith(document.adoptNode(fresh));
  document.title = page.title;
  setClock();
  tick();
  document.dispatchEvent(new CustomEvent("page:replaced"));
  if (moved) {
    document.getElementById("announcement").textContent = main().querySelector("h1")?.textContent ?? "";
  }
  if (focused) stops().find((stop) => place(stop) === focused)?.focus({ preventScroll: true });
}

// One request at a time: news that comes while one is under way is looked for afterwards.
function news(within = 0) {
  if (pending) {
    again = again || !waiting;
    return;
  }
  pending = true;
  waiting = true;
  setTimeout(async () => {
    waiting = false;
    try {
      await refresh();
      lost(false);
    } catch {
      // The next news, or the next poll, tries again.
      lost(true);
    }
    pending = false;
    if (again) {
      again = false;
      news(within);
    }
  }, within * Math.random());
}

function figure({ round, done, expected }) {
  const number = new Intl.NumberFormat(document.documentElement.lang);
  for (const text of main().querySelectorAll(`[data-turnout][data-round="${round}"]`)) {
    text.textContent = text.dataset.turnout.replace("{0}", number.format(done)).replace("{1}", number.format(expected));
    const bar = main().querySelector("[data-turnout-bar]");
    if (bar) {
      bar.max = expected;
      bar.value = done;
    }
  }
}

/** Says that the page has lost the server, and that it is back. A page that is being left loses it, too. */
function lost(yes) {
  if (leaving) return;
  const offline = document.querySelector("[data-offline]");
  if (offline && offline.hidden === yes) offline.hidden = !yes;
}

function poll(on) {
  if (on && polling === undefined) {
    polling = setInterval(() => news(), POLL);
  } else if (!on && polling !== undefined) {
    clearInterval(polling);
    polling = undefined;
  }
}

setTimes();
const address = main().dataset.events;
if (address) {
  setClock();
  setInterval(tick, 1000);
  const source = new EventSource(address);
  source.addEventListener("open", () => {
    poll(false);
    lost(false);
  });
  source.addEventListener("news", (event) => news(Number(event.data)));
  source.addEventListener("figure", (event) => figure(JSON.parse(event.data)));
  source.addEventListener("error", () => poll(true));
  document.addEventListener("page:offline", () => lost(true));
  addEventListener("pagehide", () => (leaving = true));
  addEventListener("pageshow", () => (leaving = false));
  addEventListener("offline", () => lost(true));
  addEventListener("online", () => news());
}
