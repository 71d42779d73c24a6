// Checks the weights of a game while they are entered, exactly as the server does: with whole numbers, not floating point.

const FRACTION = /^(-?\d+)(?:\/(-?\d+))?$/;
const DECIMAL = /^(-?)(\d*)\.(\d{0,4})$/;

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

/** Returns the number, or undefined if the text is none. */
export function parse(text) {
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

function sentence({ empty, wrong, sum, rest, right }) {
  if (empty) return "";
  if (wrong.length > 0) return "✗ A weight is a number such as 1, 1/3 or .25, and not negative.";
  if (right) return "✓ The sum is 1.";
  return rest.above > 0n
    ? `The sum is ${sum}; ${shown(rest)} is missing.`
    : `The sum is ${sum}; that is ${shown({ above: -rest.above, below: rest.below })} too much.`;
}

function watch(form) {
  const fields = [...form.querySelectorAll("input[type=text]")];
  const output = form.querySelector("[data-sum]");
  const check = () => {
    const verdict = judge(fields.map((field) => field.value));
    fields.forEach((field, place) => {
      if (verdict.wrong.includes(place)) {
        field.setAttribute("aria-invalid", "true");
      } else {
        field.removeAttribute("aria-invalid");
      }
    });
    output.dataset.state = verdict.empty ? "" : verdict.right ? "right" : "wrong";
    output.textContent = sentence(verdict);
    return verdict;
  };
  form.addEventListener("input", check);
  form.addEventListener("submit", (event) => {
    const verdict = check();
    if (verdict.right) return;
    event.preventDefault();
    output.dataset.state = "wrong";
    if (verdict.empty) output.textContent = "Give at least one row a weight; the sum must be 1.";
    fields[verdict.wrong[0] ?? 0].focus();
  });
  if (fields.some((field) => field.value !== "")) check();
}

if (typeof document !== "undefined") {
  document.querySelectorAll("form[data-play]").forEach(watch);
  document.addEventListener("page:replaced", () => document.querySelectorAll("form[data-play]").forEach(watch));
}
