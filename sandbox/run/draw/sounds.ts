import {
	isFrequency,
	isNoteLength,
	isWaveShape,
	NOTE_LIMITS,
	WAVE_SHAPES,
	type SoundNote,
	type WaveShape
} from '../../note.ts';
import { DrawError, type DrawLanguage, type ArgumentGuard } from './guard.ts';
import { isVolume, type SoundArrivalByPath, type SoundCommand } from '../../sound-command.ts';

const SEMITONE_BY_LETTER: Readonly<Record<string, number>> = {
	...{ c: 0, d: 2, e: 4, f: 5, g: 7, a: 9, b: 11 },
	...{ do: 0, re: 2, mi: 4, fa: 5, sol: 7, la: 9, si: 11 }
};
const NOTE_NAME_PATTERN = /^(do|re|mi|fa|sol|la|si|[a-g])([#♯b♭]?)([0-9])$/;

/** Frequency in hertz of the note A4 (ISO 16), which is la3 in French, and its MIDI key number. */
const TUNING_NOTE = { frequency: 440, key: 69 };

/**
 * Returns the frequency in hertz, or undefined for a text that names no note. The octaves of French names are counted as in France:
 * la3 is A4, and do3 is C4.
 */
export function frequencyOfNote(name: string): number | undefined {
	const plainName = name.trim().toLowerCase().replace('é', 'e');
	const [, letter = '', sign = '', octave = ''] = NOTE_NAME_PATTERN.exec(plainName) ?? [];
	const semitone = SEMITONE_BY_LETTER[letter];
	if (semitone === undefined) return undefined;
	const shift = sign === '' ? 0 : /[#♯]/.test(sign) ? 1 : -1;
	// Key 12 is C0. French octave numbers are smaller by one: do3 is C4.
	const keyNumber = 12 * (Number(octave) + (letter.length > 1 ? 2 : 1)) + semitone + shift;
	return TUNING_NOTE.frequency * 2 ** ((keyNumber - TUNING_NOTE.key) / 12);
}

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

const SOUND_ERROR_TEXTS = {
	fr: {
		volume: (shown: string) => `setVolume(${shown}) : il faut un nombre de 0 à 1.`
	},
	en: {
		volume: (shown: string) => `setVolume(${shown}): it must be a number from 0 to 1.`
	}
} as const;

interface SoundHost {
	language(): DrawLanguage;
	soundArrivals(): SoundArrivalByPath;
	guard: ArgumentGuard;
	onSoundCommand(command: SoundCommand): void;
}

class Sound {
	#volume = 1;
	readonly #path: string;
	readonly #host: SoundHost;

	constructor(path: string, host: SoundHost) {
		this.#path = path;
		this.#host = host;
	}

	/** Plays the sound once, even while it is already playing. */
	play(): void {
		this.#sendCommand('play');
	}
	loop(): void {
		this.#sendCommand('loop');
	}
	stop(): void {
		this.#sendCommand('stop');
	}
	setVolume(volume: number): void {
		if (!isVolume(volume)) throw new DrawError(SOUND_ERROR_TEXTS[this.#host.language()].volume(String(volume)));
		this.#volume = volume;
		this.#sendCommand('volume');
	}

	#sendCommand(action: SoundCommand['action']): void {
		this.#host.onSoundCommand({ path: this.#path, action, volume: this.#volume });
	}
}

export function createSoundFunctions(host: SoundHost) {
	return {
		/** Returns the sound at once. Calls `onload` once the running code has ended, as p5 does. */
		loadSound(path: string, onload?: (sound: Sound) => void): Sound {
			const { path: name } = host.guard.requireFile('sound', path, host.soundArrivals());
			const sound = new Sound(name, host);
			if (typeof onload === 'function') queueMicrotask(() => onload(sound));
			return sound;
		}
	};
}
