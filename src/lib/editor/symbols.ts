export type KeyboardPlatform = 'pc' | 'mac';

export interface SymbolKey {
	text: string;
	/** Strokes, each of them keys pressed together; several strokes follow one another. */
	strokes: Record<KeyboardPlatform, string[][]>;
}

export const CODE_SYMBOLS: readonly SymbolKey[] = [
	{ text: '{', strokes: { pc: [['AltGr', '4']], mac: [['⌥', '(']] } },
	{ text: '}', strokes: { pc: [['AltGr', '=']], mac: [['⌥', ')']] } },
	{ text: '[', strokes: { pc: [['AltGr', '5']], mac: [['⇧', '⌥', '(']] } },
	{ text: ']', strokes: { pc: [['AltGr', ')']], mac: [['⇧', '⌥', ')']] } },
	{ text: '(', strokes: { pc: [['5']], mac: [['5']] } },
	{ text: ')', strokes: { pc: [[')']], mac: [[')']] } },
	{ text: ';', strokes: { pc: [[';']], mac: [[';']] } },
	{ text: '=>', strokes: { pc: [['='], ['⇧', '<']], mac: [['='], ['⇧', '<']] } },
	{ text: '&&', strokes: { pc: [['1'], ['1']], mac: [['1'], ['1']] } },
	{
		text: '||',
		strokes: {
			pc: [
				['AltGr', '6'],
				['AltGr', '6']
			],
			mac: [
				['⇧', '⌥', 'L'],
				['⇧', '⌥', 'L']
			]
		}
	}
];

export function keyboardPlatformOf(userAgent: string): KeyboardPlatform {
	return /Mac|iPhone|iPad/.test(userAgent) ? 'mac' : 'pc';
}

/** Describes strokes in short: `AltGr+6 ×2`, `= puis ⇧+<`. */
export function describeStrokes(strokes: string[][], thenWord: string): string {
	const strokeTexts = strokes.map((keys) => keys.join('+'));
	const [first, second] = strokeTexts;
	if (first !== undefined && first === second) return `${first} ×2`;
	return strokeTexts.join(` ${thenWord} `);
}
