export function prepare({ text, size, opacity }) {
  const element = document.createElement("p");
  element.className = "stimulus-text";
  element.textContent = text;
  element.style.fontSize = `${size}px`;
  element.style.opacity = opacity;
  return element;
}

export function show(slot, element) {
  slot.append(element);
}
