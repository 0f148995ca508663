/** Shapes of a wave, from the softest sound to the sharpest. */
export const WAVE_SHAPES = ['sine', 'triangle', 'square', 'sawtooth'] as const;
export type WaveShape = (typeof WAVE_SHAPES)[number];

export interface SoundNote {
	/** Frequency in hertz. */
	frequency: number;
	seconds: number;
	wave: WaveShape;
}

/** Bounds of a note: the frequencies that people hear, in hertz, and the longest length, in seconds. */
export const NOTE_LIMITS = { lowest: 20, highest: 20_000, seconds: 5 };

export const isWaveShape = (value: unknown): value is WaveShape => WAVE_SHAPES.some((wave) => wave === value);

export const isFrequency = (value: unknown): value is number =>
	typeof value === 'number' && value >= NOTE_LIMITS.lowest && value <= NOTE_LIMITS.highest;

export const isNoteLength = (value: unknown): value is number =>
	typeof value === 'number' && value > 0 && value <= NOTE_LIMITS.seconds;

export function readSoundNote(value: unknown): SoundNote | undefined {
	const { frequency, seconds, wave } = (value ?? {}) as Partial<Record<keyof SoundNote, unknown>>;
	return isFrequency(frequency) && isNoteLength(seconds) && isWaveShape(wave)
		? { frequency, seconds, wave }
		: undefined;
}
