/** Finds the frequency of a note by its name, as it is written in French and in English. */

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
