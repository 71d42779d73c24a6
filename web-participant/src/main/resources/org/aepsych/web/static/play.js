// Checks the weights of a game while they are entered, exactly as the server does: with whole numbers, not floating point.

const FRACTION = /^(-?\d+)(?:\/(-?\d+))?$/;
const DECIMAL = /^(-?)(\d*)\.(\d{0,12})$/;

const ZERO = { above: 0n, below: 1n };

function divisor(a, b) {
  while (b !== 0n) {
    [a, b] = [b, a % b];
  }
  return a < 0n ? -a : a;
}

function reduced(above, below) {
  const common = divisor(above, below) || 1n;
  const sign = below < 0n ? -1n : 1n;
  return { above: (sign * above) / common, below: (sign * below) / common };
}

function plus(a, b) {
  return reduced(a.above * b.below + b.above * a.below, a.below * b.below);
}

/** What people write, in ASCII and with a dot: commas, other scripts' digits, signs for fractions. */
export function plain(text) {
  return text
    .normalize("NFKC")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) & 15)
    .replace(/[,\u060c\u066b]/g, ".")
    .replace(/[\u2044\u2215]/g, "/")
    .replace(/\u066a/g, "%")
    .trim();
}

/** Returns the number, or undefined if the text is none. */
export function parse(text) {
  if (text.endsWith("%")) {
    const percent = parse(text.slice(0, -1).trim());
    return percent && reduced(percent.above, percent.below * 100n);
  }
  if (!text.includes(".")) {
    const fraction = FRACTION.exec(text.replace(/[ \t\n]/g, ""));
    if (!fraction) return undefined;
    const below = BigInt(fraction[2] ?? "1");
    return below === 0n ? undefined : reduced(BigInt(fraction[1]), below);
  }
  const decimal = DECIMAL.exec(text.trim());
  if (!decimal) return undefined;
  const [, minus, left, right] = decimal;
  if (left === "" && (right === "" || minus !== "")) return undefined;
  const above = BigInt(left + right || "0");
  return reduced(minus ? -above : above, 10n ** BigInt(right.length));
}

function shown(number) {
  return number.below === 1n ? `${number.above}` : `${number.above}/${number.below}`;
}

/** Judges the texts of all fields. */
export function judge(texts) {
  let sum = ZERO;
  const wrong = [];
  texts.forEach((text, place) => {
    if (text === "") return;
    const number = parse(text);
    if (number === undefined || number.above < 0n) {
      wrong.push(place);
    } else {
      sum = plus(sum, number);
    }
  });
  const empty = texts.every((text) => text === "");
  const rest = plus({ above: 1n, below: 1n }, { above: -sum.above, below: sum.below });
  return { empty, wrong, sum: shown(sum), rest, right: !empty && wrong.length === 0 && rest.above === 0n };
}

function said(text, ...values) {
  return values.reduce((filled, value, place) => filled.replace(`{${place}}`, value), text);
}

/** The verdict in the reader's language; the form has the sentences. */
function sentence({ empty, wrong, sum, rest, right }, words) {
  if (empty) return "";
  if (wrong.length > 0) return `✗ ${words.wrong}`;
  if (right) return `✓ ${words.right}`;
  return rest.above > 0n
    ? said(words.missing, sum, shown(rest))
    : said(words.over, sum, shown({ above: -rest.above, below: rest.below }));
}

const STEPS = 100;

/** Adds a slider to each weight. It writes hundredths, so what is sent stays exact; with two rows one follows the other. */
function slide(fields, changed) {
  const sliders = fields.map((field) => {
    const slider = document.createElement("input");
    slider.type = "range";
    slider.max = STEPS;
    slider.value = 0;
    slider.setAttribute("aria-label", field.dataset.slider);
    field.after(slider);
    return slider;
  });
  const write = (place, hundredths) => {
    const exact = reduced(BigInt(hundredths), BigInt(STEPS));
    fields[place].value = shown(exact);
  };
  sliders.forEach((slider, place) => {
    slider.addEventListener("input", () => {
      write(place, slider.value);
      if (fields.length === 2) {
        write(1 - place, STEPS - slider.value);
        sliders[1 - place].value = STEPS - slider.value;
      }
      changed();
    });
  });
  return () =>
    fields.forEach((field, place) => {
      const number = parse(plain(field.value));
      if (number && document.activeElement !== sliders[place]) {
        sliders[place].value = Number(number.above * BigInt(STEPS)) / Number(number.below);
      }
    });
}

let sending = false;

/** Sends weights and leaves the page only once they have arrived: what was entered is not lost with the connection. */
async function send(form) {
  if (sending) return;
  sending = true;
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
    if (answer.ok) location.assign(answer.url);
    else form.submit();
  } catch {
    document.dispatchEvent(new CustomEvent("page:offline"));
  }
  sending = false;
}

function watch(form) {
  const fields = [...form.querySelectorAll("td.weight input[type=text]")];
  const output = form.querySelector("[data-sum]");
  const check = () => {
    const verdict = judge(fields.map((field) => plain(field.value)));
    fields.forEach((field, place) => {
      if (verdict.wrong.includes(place)) {
        field.setAttribute("aria-invalid", "true");
      } else {
        field.removeAttribute("aria-invalid");
      }
    });
    output.dataset.state = verdict.empty ? "" : verdict.right ? "right" : "wrong";
    output.textContent = sentence(verdict, form.dataset);
    return verdict;
  };
  const follow = slide(fields, check);
  form.addEventListener("input", (event) => {
    if (event.target.type !== "text") return;
    follow();
    check();
  });
  form.addEventListener("submit", (event) => {
    const verdict = check();
    event.preventDefault();
    if (verdict.right) {
      send(form);
      return;
    }
    output.dataset.state = "wrong";
    if (verdict.empty) output.textContent = form.dataset.empty;
    fields[verdict.wrong[0] ?? 0].focus();
  });
  if (fields.some((field) => field.value !== "")) {
    follow();
    check();
  }
}

if (typeof document !== "undefined") {
  document.querySelectorAll("form[data-play]").forEach(watch);
  document.addEventListener("page:replaced", () => document.querySelectorAll("form[data-play]").forEach(watch));
}
