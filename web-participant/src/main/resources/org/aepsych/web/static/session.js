// Presents the trials of an adaptive experiment: asks the server what to show, shows it in time with the screen, and tells
// it the answer with what was measured. The server numbers the trials and keeps what was answered, so a page that is
// loaded again, a second tab, or a request that is sent twice changes nothing.

const CARD_MILLIMETRES = 85.6;
const PHONE = "(max-width: 599px)";
const UPRIGHT_PIXELS = 500;
const FIRST_RETRY = 500;
const LAST_RETRY = 8000;
const FEEDBACK = 700;
const FRAMES_MEASURED = 20;
const LAST_FAILURE = 3;
const STORE = "aepsych-screen";

const root = document.querySelector("[data-session]");
const config = JSON.parse(root.dataset.session);
const parts = new Map([...root.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]));
const field = root.querySelector("[data-field]");
const answers = root.querySelector("[data-answers]");
const feedback = root.querySelector("[data-feedback]");
const progress = root.querySelector("[data-progress]");

let presenter;
let screen = { pixelsPerDegree: 37, gamma: 2.2, calibrated: false };
let audioContext;
let frame = 1000 / 60;
let interrupted = false;
let counted = 0;

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const text = (key, ...values) => values.reduce((said, value, i) => said.replace(`{${i}}`, value), config.texts[key]);

function showPart(name) {
  for (const [key, part] of parts) part.hidden = key !== name;
  document.body.classList.toggle("presenting", name === "stage");
  root.dataset.shown = name;
  parts.get(name).querySelector("[tabindex='-1']")?.focus({ preventScroll: true });
}

/** Sends to the server until it answers; what it has already, it takes once. */
async function send(path, fields) {
  const body = new URLSearchParams({ form_token: config.token, ...fields });
  for (let pause = FIRST_RETRY; ; pause = Math.min(2 * pause, LAST_RETRY)) {
    try {
      const answer = await fetch(`${config.address}/${path}`, { method: "POST", body, credentials: "same-origin" });
      if (answer.ok) {
        root.querySelector("[data-offline]").hidden = true;
        return await answer.json();
      }
      if (answer.status < 500 && answer.status !== 429) {
        location.reload();
        await new Promise(() => {});
      }
    } catch {
      // Without a connection there is no answer; the same is sent again.
    }
    root.querySelector("[data-offline]").hidden = false;
    await wait(pause);
  }
}

/** Fetches what trials need until it is there; says whether the line or the experiment is at fault. */
async function fetched(work) {
  const offline = root.querySelector("[data-offline]");
  const missing = root.querySelector("[data-missing]");
  let failures = 0;
  for (let attempt = 0, pause = FIRST_RETRY; ; attempt++, pause = Math.min(2 * pause, LAST_RETRY)) {
    try {
      const result = await work(attempt);
      offline.hidden = missing.hidden = true;
      return result;
    } catch {
      const reached = await fetch("/health", { cache: "no-store" }).then(
        (answer) => answer.ok,
        () => false,
      );
      failures = reached ? failures + 1 : 0;
      missing.hidden = failures < LAST_FAILURE;
      offline.hidden = !missing.hidden;
    }
    await wait(pause);
  }
}

async function measureFrame() {
  let last = await nextFrame();
  const lengths = [];
  for (let i = 0; i < FRAMES_MEASURED; i++) {
    const now = await nextFrame();
    lengths.push(now - last);
    last = now;
  }
  return lengths.sort((a, b) => a - b)[FRAMES_MEASURED >> 1];
}

/** Lets frames pass until a time has gone by since a frame; returns the frame and how many came late. */
async function framesUntil(start, milliseconds, stop = () => false) {
  let late = 0;
  let last = start;
  for (;;) {
    const now = await nextFrame();
    if (now - last > 1.5 * frame) late++;
    last = now;
    if (now - start >= milliseconds - frame / 2 || stop()) return { now, late };
  }
}

const tools = {
  get pixelsPerDegree() {
    return screen.pixelsPerDegree;
  },
  get gamma() {
    return screen.gamma;
  },
  audio() {
    audioContext ??= new AudioContext();
    audioContext.resume();
    return audioContext;
  },
  file: (name) => `${config.address}/files/${encodeURIComponent(name)}`,
  text: (key) => config.texts[key] ?? "",
  language: config.language,
};

function fixation() {
  const mark = document.createElement("div");
  mark.className = "fixation";
  mark.setAttribute("aria-hidden", "true");
  field.replaceChildren(mark);
}

function slot() {
  const element = document.createElement("div");
  element.className = "slot";
  return element;
}

const buttons = config.answers.map(({ value, label }) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--answer";
  button.value = value;
  button.textContent = label;
  button.disabled = true;
  return button;
});
answers.replaceChildren(...buttons);
answers.classList.toggle("stage__answers--many", buttons.length > 2);

/** Returns a promise of the first answer from now on. */
function listen() {
  let end;
  const answered = new Promise((resolve) => {
    const choose = (button, event) => {
      if (button) resolve({ value: button.value, at: event.timeStamp });
    };
    const click = (event) => choose(event.target.closest("button"), event);
    const key = (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      let place = -1;
      if (buttons.length === 2) place = ["ArrowLeft", "ArrowRight"].indexOf(event.key);
      else if (/^[1-9]$/.test(event.key)) place = Number(event.key) - 1;
      if (place >= 0 && place < buttons.length) {
        event.preventDefault();
        choose(buttons[place], event);
      }
    };
    answers.addEventListener("click", click);
    // Wherever the focus is: a click beside the answers moves it away from the stage.
    document.addEventListener("keydown", key);
    for (const button of buttons) button.disabled = false;
    end = () => {
      answers.removeEventListener("click", click);
      document.removeEventListener("keydown", key);
      const focused = buttons.includes(document.activeElement);
      for (const button of buttons) button.disabled = true;
      if (focused) progress.focus({ preventScroll: true });
    };
  });
  return answered.finally(() => end());
}

/** Shows prepared stimuli together, for a time or until the answer. */
async function present(shown, duration, onset) {
  const slots = shown.map(() => slot());
  const start = await nextFrame();
  const measured = {};
  field.replaceChildren(...slots);
  shown.forEach((prepared, i) => {
    if (prepared !== null) Object.assign(measured, presenter.show(slots[i], prepared, tools));
  });
  const state = onset(start);
  if (duration <= 0) return { start, measured, hide: () => field.replaceChildren() };
  const { now, late } = await framesUntil(start, duration, () => state?.answered);
  shown.forEach((prepared, i) => {
    if (prepared !== null) presenter.hide?.(slots[i], prepared, tools);
  });
  field.replaceChildren();
  const cut = Boolean(state?.answered);
  return {
    start,
    measured: {
      ...measured,
      shown_ms: now - start,
      ...(cut ? { cut_short: true } : { presentation_error_ms: now - start - duration }),
      late_frames: late,
    },
  };
}

async function present1(prepared, trial) {
  let answer;
  const state = { answered: false };
  const shown = await present(prepared, trial.duration, () => {
    answer = listen().then((given) => {
      state.answered = true;
      return given;
    });
    root.dataset.waiting = trial.trial;
    return state;
  });
  const given = await answer;
  shown.hide?.();
  return { given, start: shown.start, measured: shown.measured };
}

async function presentIntervals(prepared, trial) {
  const measured = { presentation_error_ms: 0, late_frames: 0 };
  let start = 0;
  const duration = trial.duration > 0 ? trial.duration : 500;
  for (let i = 0; i < prepared.length; i++) {
    feedback.textContent = text("task_name", i + 1);
    const shown = await present([prepared[i]], duration, () => {});
    start = shown.start;
    const error = shown.measured.presentation_error_ms;
    if (Math.abs(error) >= Math.abs(measured.presentation_error_ms)) measured.presentation_error_ms = error;
    measured.late_frames += shown.measured.late_frames;
    measured.shown_ms = shown.measured.shown_ms;
    if (i + 1 < prepared.length) {
      const pause = await nextFrame();
      await framesUntil(pause, config.gap);
    }
  }
  feedback.textContent = "";
  root.dataset.waiting = trial.trial;
  return { given: await listen(), start, measured };
}

function place(number) {
  return number <= config.expected ? text("trial_of", number, config.expected) : text("trial", number);
}

async function runTrial(trial) {
  interrupted = document.hidden;
  feedback.textContent = "";
  delete feedback.dataset.state;
  progress.textContent = trial.practice
    ? text("practice", trial.trial + 1, config.practice)
    : place(trial.trial + 1 - config.practice);
  fixation();
  const started = await nextFrame();
  const prepared = await fetched(() =>
    Promise.all(trial.slots.map((stimulus) => (stimulus ? presenter.prepare(stimulus, tools) : null))),
  );
  root.dataset.slots = JSON.stringify(trial.slots);
  root.dataset.parameters = JSON.stringify(trial.parameters);
  await framesUntil(started, config.fixation);
  const intervals = config.task === "two_interval";
  const { given, start, measured } = await (intervals ? presentIntervals : present1)(prepared, trial);
  delete root.dataset.waiting;
  return send("answer", {
    trial: trial.trial,
    answer: given.value,
    response_time: Math.max(0, given.at - start) / 1000,
    measured: JSON.stringify({
      ...measured,
      requested_ms: trial.duration,
      frame_ms: frame,
      pixels_per_degree: screen.pixelsPerDegree,
      gamma: screen.gamma,
      calibrated: screen.calibrated,
      fullscreen: document.fullscreenElement !== null,
      interrupted,
    }),
  });
}

/** The field around stimuli has their mean luminance, on this screen. */
function shade() {
  if (presenter?.background !== "grey") return;
  const level = Math.round(255 * 0.5 ** (1 / screen.gamma));
  field.style.backgroundColor = `rgb(${level} ${level} ${level})`;
}

async function run() {
  shade();
  showPart("stage");
  feedback.textContent = text("get_ready");
  fixation();
  frame = await measureFrame();
  let trial = await send("next", {});
  while (!trial.finished) {
    const answer = await runTrial(trial);
    counted += trial.practice ? 0 : 1;
    if ("correct" in answer && (config.feedback || trial.practice)) {
      feedback.textContent = text(answer.correct ? "correct" : "wrong");
      feedback.dataset.state = answer.correct ? "right" : "wrong";
      await wait(FEEDBACK);
    }
    trial = answer.next;
    if (!trial.finished && config.breakEvery > 0 && counted > 0 && counted % config.breakEvery === 0 && !trial.practice) {
      await rest();
    }
  }
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => {});
  showPart("done");
}

function rest() {
  showPart("break");
  return new Promise((resolve) => {
    root.querySelector("[data-go=resume]").addEventListener(
      "click",
      () => {
        showPart("stage");
        resolve();
      },
      { once: true },
    );
  });
}

function calibrate() {
  const form = root.querySelector("[data-calibration]");
  const width = form.querySelector("#card-width");
  const distance = form.querySelector("#distance");
  const brightness = form.querySelector("#brightness");
  const card = form.querySelector("[data-card]");
  const canvas = form.querySelector("[data-gamma]");
  // A card is wider than a phone's screen, but not longer.
  const upright = matchMedia(PHONE).matches;
  for (const text of form.querySelectorAll("[data-lying]")) text.hidden = upright;
  for (const text of form.querySelectorAll("[data-upright]")) text.hidden = !upright;
  card.classList.toggle("card-frame--upright", upright);
  showPart("calibration");
  if (upright) width.value = UPRIGHT_PIXELS;
  else width.max = Math.min(width.max, card.offsetWidth);
  const draw = () => {
    card.style[upright ? "height" : "width"] = `${width.value}px`;
    const context = canvas.getContext("2d");
    context.fillStyle = "#000";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = "#fff";
    for (let row = 0; row < canvas.height; row += 2) context.fillRect(0, row, canvas.width / 2, 1);
    context.fillStyle = `rgb(${brightness.value} ${brightness.value} ${brightness.value})`;
    context.fillRect(canvas.width / 2, 0, canvas.width / 2, canvas.height);
  };
  form.addEventListener("input", draw);
  draw();
  return new Promise((resolve) => {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const perMillimetre = Number(width.value) / CARD_MILLIMETRES;
      const millimetres = 10 * Number(distance.value) * Math.tan(Math.PI / 180);
      screen = {
        pixelsPerDegree: perMillimetre * millimetres,
        gamma: Math.log(0.5) / Math.log(Number(brightness.value) / 255),
        calibrated: true,
      };
      try {
        localStorage.setItem(STORE, JSON.stringify(screen));
      } catch {
        // A browser that keeps nothing is measured once more next time.
      }
      resolve();
    });
  });
}

function knownScreen() {
  try {
    return JSON.parse(localStorage.getItem(STORE));
  } catch {
    return null;
  }
}

async function begin() {
  if (config.fullscreen) await document.documentElement.requestFullscreen?.().catch(() => {});
  if (config.calibration) {
    const known = knownScreen();
    if (known) screen = known;
    else await calibrate();
  }
  await run();
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) interrupted = true;
});

root.querySelector("[data-question]").textContent = config.question;
if (config.finished) showPart("done");
// A browser may remember that a script could not be fetched, so each attempt has an address of its own.
if (config.presenter) {
  presenter = await fetched((attempt) => import(`${config.address}/presenter.js${attempt > 0 ? `?${attempt}` : ""}`));
}
field.classList.toggle("stage__field--grey", presenter?.background === "grey");
const start = root.querySelector("[data-go=start]");
start.addEventListener("click", begin, { once: true });
start.disabled = false;
