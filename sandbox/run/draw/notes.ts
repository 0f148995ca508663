/** `playNote`: a sketch plays a note. p5 itself has no such function; its sound library does. */
import {
	isFrequency,
	isNoteLength,
	isWaveShape,
	NOTE_LIMITS,
	WAVE_SHAPES,
	type SoundNote,
	type WaveShape
} from '../../note.ts';
import { DrawError, type DrawLanguage } from './draw-error.ts';
import { frequencyOfNote } from './note-names.ts';

const { lowest, highest, seconds: longestSeconds } = NOTE_LIMITS;
const NOTE_ERROR_TEXTS = {
	fr: {
		note: (shown: string) =>
			`playNote(${shown}) : ce n’est pas une note. Exemples : 'la3', 'do#4', 'C4', ou une fréquence de ${lowest} à ${highest} Hz.`,
		length: (shown: string) =>
			`playNote : la durée est ${shown}. Il faut un nombre de secondes, au plus ${longestSeconds}.`,
		wave: (shown: string) => `playNote : ${shown} n’est pas un timbre. Il y a : ${WAVE_SHAPES.join(', ')}.`
	},
	en: {
		note: (shown: string) =>
			`playNote(${shown}): this is not a note. Examples: 'A4', 'C#5', 'la3', or a frequency from ${lowest} to ${highest} Hz.`,
		length: (shown: string) =>
			`playNote: the length is ${shown}. It must be a number of seconds, at most ${longestSeconds}.`,
		wave: (shown: string) => `playNote: ${shown} is not a wave. There are: ${WAVE_SHAPES.join(', ')}.`
	}
} as const;

const formatArgument = (value: unknown): string =>
	typeof value === 'string' ? `'${value.slice(0, 20)}'` : String(value);

/** Returns the function `playNote`. `onNote` gets each note that is within the bounds. */
export function createNoteFunctions(language: () => DrawLanguage, onNote: (note: SoundNote) => void) {
	return {
		playNote(note: number | string, seconds: number = 0.4, wave: WaveShape = 'triangle'): void {
			const texts = NOTE_ERROR_TEXTS[language()];
			const frequency = typeof note === 'string' ? frequencyOfNote(note) : note;
			if (!isFrequency(frequency)) throw new DrawError(texts.note(formatArgument(note)));
			if (!isNoteLength(seconds)) throw new DrawError(texts.length(formatArgument(seconds)));
			if (!isWaveShape(wave)) throw new DrawError(texts.wave(formatArgument(wave)));
			onNote({ frequency, seconds, wave });
		}
	};
}
