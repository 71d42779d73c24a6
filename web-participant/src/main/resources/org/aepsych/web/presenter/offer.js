// An amount of money and when it is paid, in the words of the participant's language.

function money(amount, currency, language) {
  const format = new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    maximumFractionDigits: 2,
  });
  return format.format(amount);
}

export function prepare({ amount, delay, unit, probability, currency }, tools) {
  const element = document.createElement("div");
  element.className = "stimulus-offer";
  const sum = document.createElement("p");
  sum.className = "stimulus-offer__amount";
  sum.textContent = money(amount, currency, tools.language);
  const when = document.createElement("p");
  when.textContent = new Intl.RelativeTimeFormat(tools.language, { numeric: "auto" }).format(Math.round(delay), unit);
  element.append(sum, when);
  if (probability < 1) {
    const chance = document.createElement("p");
    chance.textContent = new Intl.NumberFormat(tools.language, { style: "percent", maximumFractionDigits: 1 }).format(probability);
    element.append(chance);
  }
  return element;
}

export function show(slot, element) {
  slot.append(element);
}
