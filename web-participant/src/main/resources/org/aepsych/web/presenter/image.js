export async function prepare({ file, prefix, suffix, width, opacity }, tools) {
  const image = new Image();
  image.src = tools.file(`${prefix}${file}${suffix}`);
  image.alt = tools.text("stimulus");
  image.className = "stimulus-image";
  if (width > 0) image.style.width = `${width}px`;
  image.style.opacity = opacity;
  await image.decode();
  return image;
}

export function show(slot, image) {
  slot.append(image);
}
