/** Choices of each setting, the usual one first. src/lib/ui/reading/reading.css gives their sizes. */
export const READING_SETTING_CHOICES = {
	textSize: ['normal', 'large', 'larger', 'largest'],
	lineSpacing: ['normal', 'wide', 'widest'],
	letterSpacing: ['normal', 'wide', 'widest']
} as const;

export type TextSize = (typeof READING_SETTING_CHOICES.textSize)[number];
type TextSpacing = (typeof READING_SETTING_CHOICES.lineSpacing)[number];

export interface ReadingSettings {
	textSize: TextSize;
	lineSpacing: TextSpacing;
	letterSpacing: TextSpacing;
	hasRuler: boolean;
}

export const DEFAULT_READING_SETTINGS: ReadingSettings = {
	textSize: 'normal',
	lineSpacing: 'normal',
	letterSpacing: 'normal',
	hasRuler: false
};

/**
 * Text sizes as multiples of the usual size. Sizes of code, multiplied by these, are rounded to the same pixels in styles and in
 * scripts.
 */
export const SCALE_BY_TEXT_SIZE: Record<TextSize, number> = { normal: 1, large: 1.12, larger: 1.25, largest: 1.5 };

/** Returns the storage key of an account's settings, or of a visitor's; src/app.html uses the same key. */
export const readingSettingsStorageKey = (account: string | null): string => `braise.reading.${account ?? ''}`;

/** Parses stored settings; a setting that is missing or unknown gets its usual value. */
export function parseReadingSettings(text: string | null): ReadingSettings {
	const storedRecord = parseRecord(text);
	return {
		textSize: pickChoice(READING_SETTING_CHOICES.textSize, storedRecord['textSize']),
		lineSpacing: pickChoice(READING_SETTING_CHOICES.lineSpacing, storedRecord['lineSpacing']),
		letterSpacing: pickChoice(READING_SETTING_CHOICES.letterSpacing, storedRecord['letterSpacing']),
		hasRuler: storedRecord['hasRuler'] === true
	};
}

const pickChoice = <T>(choices: readonly [T, ...T[]], value: unknown): T =>
	choices.find((choice) => choice === value) ?? choices[0];

function parseRecord(text: string | null): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(text ?? '{}');
		return typeof value === 'object' && value !== null ? { ...value } : {};
	} catch {
		return {};
	}
}
