// A pure tone with ramps. It is prepared as samples, so that it begins without delay.

export function prepare({ frequency, level, length, ramp, pan }, tools) {
  const audio = tools.audio();
  const rate = audio.sampleRate;
  const samples = Math.max(1, Math.round((length / 1000) * rate));
  const rise = Math.min(samples / 2, (ramp / 1000) * rate);
  const amplitude = 10 ** (Math.min(0, level) / 20);
  const buffer = audio.createBuffer(1, samples, rate);
  const data = buffer.getChannelData(0);
  for (let i = 0; i < samples; i++) {
    const edge = Math.min(i, samples - 1 - i);
    const gain = edge < rise ? 0.5 - 0.5 * Math.cos((Math.PI * edge) / rise) : 1;
    data[i] = amplitude * gain * Math.sin((2 * Math.PI * frequency * i) / rate);
  }
  const source = audio.createBufferSource();
  source.buffer = buffer;
  const panner = audio.createStereoPanner();
  panner.pan.value = Math.min(1, Math.max(-1, pan));
  source.connect(panner).connect(audio.destination);
  return { source, audio };
}

export function show(slot, { source, audio }) {
  const sign = document.createElement("p");
  sign.className = "stimulus-sound";
  sign.setAttribute("aria-hidden", "true");
  sign.textContent = "♪";
  slot.append(sign);
  source.start();
  return { audio_latency_ms: 1000 * ((audio.baseLatency || 0) + (audio.outputLatency || 0)) };
}
