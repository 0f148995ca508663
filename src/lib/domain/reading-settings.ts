/** What a person may choose in order to read better, as a browser keeps it for each account. */

/** The choices, the usual one first. src/lib/ui/reading/reading.css gives them their measures. */
export const READING_CHOICES = {
	textSize: ['normal', 'large', 'larger', 'largest'],
	lineSpacing: ['normal', 'wide', 'widest'],
	letterSpacing: ['normal', 'wide', 'widest']
} as const;

export type TextSize = (typeof READING_CHOICES.textSize)[number];
type Spacing = (typeof READING_CHOICES.lineSpacing)[number];

export interface ReadingSettings {
	textSize: TextSize;
	lineSpacing: Spacing;
	letterSpacing: Spacing;
	hasRuler: boolean;
}

export const USUAL_READING: ReadingSettings = {
	textSize: 'normal',
	lineSpacing: 'normal',
	letterSpacing: 'normal',
	hasRuler: false
};

/** Times the usual size. The code's measures, times these, are rounded to the same pixels by styles and by scripts. */
export const TEXT_SCALES: Record<TextSize, number> = { normal: 1, large: 1.12, larger: 1.25, largest: 1.5 };

/** Names where a browser keeps the settings of an account, or of whoever has none; src/app.html writes the same name. */
export const readingKey = (account: string | null): string => `braise.reading.${account ?? ''}`;

/** Parses stored settings; what is missing or unknown is as usual. */
export function parseReadingSettings(text: string | null): ReadingSettings {
	const stored = parseRecord(text);
	return {
		textSize: chosenOf(READING_CHOICES.textSize, stored['textSize']),
		lineSpacing: chosenOf(READING_CHOICES.lineSpacing, stored['lineSpacing']),
		letterSpacing: chosenOf(READING_CHOICES.letterSpacing, stored['letterSpacing']),
		hasRuler: stored['hasRuler'] === true
	};
}

const chosenOf = <T>(choices: readonly [T, ...T[]], stored: unknown): T =>
	choices.find((choice) => choice === stored) ?? choices[0];

function parseRecord(text: string | null): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(text ?? '{}');
		return typeof value === 'object' && value !== null ? { ...value } : {};
	} catch {
		return {};
	}
}
