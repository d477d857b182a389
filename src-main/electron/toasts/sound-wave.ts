import type { ToastLook } from '../../core/ports';

const RATE = 22_050;
/** Of full scale, at volume 100. */
const LOUDEST = 0.8;

/** Hz, equal temperament. */
const B4 = 493.88;
const E5 = 659.26;
const A5 = 880;
const C_SHARP_6 = 1108.73;

interface Note {
  /** Seconds from the start. */
  readonly at: number;
  readonly hertz: number;
  /** Seconds. */
  readonly rings: number;
}

/** Soft bells, told apart by their tune and not by how loud they are; none longer than 0.9 s. */
const TUNES: { readonly [L in ToastLook]: readonly Note[] } = {
  critical: [
    { at: 0, hertz: A5, rings: 0.3 },
    { at: 0.2, hertz: C_SHARP_6, rings: 0.3 },
    { at: 0.4, hertz: A5, rings: 0.46 },
  ],
  major: [
    { at: 0, hertz: A5, rings: 0.34 },
    { at: 0.22, hertz: E5, rings: 0.52 },
  ],
  warning: [
    { at: 0, hertz: E5, rings: 0.26 },
    { at: 0.2, hertz: E5, rings: 0.4 },
  ],
  info: [{ at: 0, hertz: B4, rings: 0.4 }],
  recovered: [
    { at: 0, hertz: E5, rings: 0.3 },
    { at: 0.18, hertz: A5, rings: 0.46 },
  ],
};

/** Octave and twelfth ring shorter than the note itself, as a bell's do. */
const PARTIALS = [
  { times: 1, loud: 1, long: 1 },
  { times: 2, loud: 0.35, long: 0.6 },
  { times: 3, loud: 0.12, long: 0.35 },
] as const;

/**
 * The sound of a level as a whole WAV file: 16 bit, mono, at most 40 kB, the same bytes each time. The volume is in it,
 * since not every player can be told one.
 * @param volume 0–100; loudness follows its square, as ears do
 */
export function drawSound(look: ToastLook, volume: number): Buffer {
  const notes = TUNES[look];
  const samples = new Float64Array(Math.ceil(Math.max(...notes.map(({ at, rings }) => at + rings)) * RATE));
  for (const note of notes) addNote(samples, note);
  let peak = 0;
  for (const one of samples) peak = Math.max(peak, Math.abs(one));
  const scale = (LOUDEST * 32_767 * (volume / 100) ** 2) / peak;
  const file = header(samples.length);
  for (const [index, one] of samples.entries())
    file.writeInt16LE(Math.round(one * scale), HEADER + index * 2);
  return file;
}

function addNote(samples: Float64Array, { at, hertz, rings }: Note): void {
  const first = Math.round(at * RATE);
  const last = Math.min(first + Math.floor(rings * RATE), samples.length);
  for (let index = first; index < last; index += 1) {
    const t = (index - first) / RATE;
    const fade = Math.min(1, t / 0.006, (rings - t) / 0.03); // no click at either end
    let sum = 0;
    for (const { times, loud, long } of PARTIALS)
      sum += loud * Math.exp((-4.5 * t) / (rings * long)) * Math.sin(2 * Math.PI * hertz * times * t);
    samples[index] = samples[index]! + sum * fade;
  }
}

const HEADER = 44;

/** RIFF/WAVE, PCM. */
function header(count: number): Buffer {
  const file = Buffer.alloc(HEADER + count * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20); // PCM
  file.writeUInt16LE(1, 22); // mono
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(count * 2, 40);
  return file;
}
