/** Colours and sizes of code, shared by the early editor and Monaco, so that nothing shifts between them. */
export type Theme = 'light' | 'dark';
export type TokenKind = 'keyword' | 'string' | 'value' | 'comment';

export interface CodePalette {
	ground: string;
	text: string;
	quiet: string;
	line: string;
	raised: string;
	selection: string;
	ember: string;
	focus: string;
	fail: string;
	warn: string;
	tokens: Record<TokenKind, string>;
}

/** Values of src/lib/ui/tokens.css, repeated because Monaco takes hexadecimal colours only. */
export const CODE_PALETTES: Record<Theme, CodePalette> = {
	light: {
		ground: '#fffdf8',
		text: '#1d1b19',
		quiet: '#6b6156',
		line: '#ddd4c4',
		raised: '#f1ebdf',
		selection: '#f9dcc7',
		ember: '#d9560d',
		focus: '#1f5fae',
		fail: '#a8231c',
		warn: '#7a5200',
		tokens: { keyword: '#a83f06', string: '#1b6b3a', value: '#1f5fae', comment: '#6b6156' }
	},
	dark: {
		ground: '#232020',
		text: '#f4eee2',
		quiet: '#b0a698',
		line: '#3f3a36',
		raised: '#2d2a28',
		selection: '#4e3120',
		ember: '#ffa06b',
		focus: '#8fc0ff',
		fail: '#ff9c8f',
		warn: '#f0c46b',
		tokens: { keyword: '#ffa06b', string: '#7fd49c', value: '#8fc0ff', comment: '#b0a698' }
	}
};

/** Sizes of code in pixels, at the usual text size. */
export const CODE_FONT_METRICS = {
	font: "'Atkinson Hyperlegible Mono Variable', ui-monospace, monospace",
	size: 15,
	lineHeight: 23,
	padding: 12,
	/** Width of the line numbers in characters, and the gap after them in pixels. */
	numbers: 3,
	gap: 14,
	tab: 2
} as const;

export function scaleCodeSizes(textScale: number): { size: number; lineHeight: number } {
	return {
		size: Math.round(CODE_FONT_METRICS.size * textScale),
		lineHeight: Math.round(CODE_FONT_METRICS.lineHeight * textScale)
	};
}

/** Colours of both themes and sizes as CSS custom properties for a page's style. The browser chooses the theme. */
export const CODE_STYLE_PROPERTIES: string = writeCodeStyleProperties();

function writeCodeStyleProperties(): string {
	const coloursOf = ({ tokens, ground, text, quiet, ember, selection }: CodePalette): Record<string, string> => ({
		...tokens,
		ground,
		text,
		quiet,
		ember,
		selection
	});
	const darkColours = coloursOf(CODE_PALETTES.dark);
	const { size, lineHeight, padding, gap, font, numbers, tab } = CODE_FONT_METRICS;
	const pixelSizes = { size, 'line-height': lineHeight, padding, gap };
	return [
		...Object.entries(coloursOf(CODE_PALETTES.light)).map(
			([name, light]) => `--code-${name}:light-dark(${light},${darkColours[name]})`
		),
		...Object.entries(pixelSizes).map(([name, value]) => `--code-${name}:${value}px`),
		`--code-font:${font}`,
		`--code-numbers:${numbers}ch`,
		`--code-tab:${tab}`
	].join(';');
}
