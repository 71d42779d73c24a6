// A grating in a window, drawn once before it is shown. Luminances are linear and are turned into pixel values with the
// screen's gamma. What lies between two pixel values is spread over the pixels at random ("noisy bit"), so that contrasts
// below one step of an 8-bit screen are there on average.

export const background = "grey";

function level(luminance, gamma) {
  const exact = 255 * Math.min(1, Math.max(0, luminance)) ** (1 / gamma);
  const floor = Math.floor(exact);
  return floor + (Math.random() < exact - floor ? 1 : 0);
}

export function prepare(properties, tools) {
  const { contrast, frequency, orientation, phase, size, eccentricity, angle, window: shape } = properties;
  const mean = properties.background;
  const ratio = globalThis.devicePixelRatio || 1;
  const degree = tools.pixelsPerDegree * ratio;
  const side = Math.max(8, Math.round(size * degree));
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  canvas.className = "stimulus-canvas";
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", tools.text("stimulus"));
  canvas.style.width = `${side / ratio}px`;
  canvas.style.height = `${side / ratio}px`;
  const turn = (angle * Math.PI) / 180;
  const away = eccentricity * tools.pixelsPerDegree;
  canvas.style.translate = `${away * Math.cos(turn)}px ${-away * Math.sin(turn)}px`;

  const context = canvas.getContext("2d", { alpha: false });
  const pixels = context.createImageData(side, side);
  const theta = (orientation * Math.PI) / 180;
  const wave = (2 * Math.PI * frequency) / degree;
  const start = (phase * Math.PI) / 180;
  const sigma = side / 6;
  const centre = (side - 1) / 2;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const x = column - centre;
      const y = row - centre;
      const distance = Math.hypot(x, y);
      const envelope = shape === "disk" ? (distance <= side / 2 ? 1 : 0) : Math.exp(-(distance * distance) / (2 * sigma * sigma));
      const grating = Math.cos(wave * (x * Math.cos(theta) + y * Math.sin(theta)) + start);
      const value = level(mean * (1 + contrast * envelope * grating), tools.gamma);
      const place = 4 * (row * side + column);
      pixels.data[place] = value;
      pixels.data[place + 1] = value;
      pixels.data[place + 2] = value;
      pixels.data[place + 3] = 255;
    }
  }
  context.putImageData(pixels, 0, 0);
  return canvas;
}

export function show(slot, canvas) {
  slot.append(canvas);
}
