import type { DrawingSurface } from './surface.ts';

/** Measures the width of each word only once per font. */

/**
 * Upper limit of kept widths, because a program may write a new number in every frame. At the limit, all widths are forgotten.
 */
const MAX_KEPT_WIDTHS = 2000;

export class WordWidths {
	#widthsByFont = new Map<string, Map<string, number>>();
	#keptCount = 0;

	/** Sums words and spaces, because measuring the whole line after each added word would take milliseconds. */
	createLineMeasurer(font: string, measure: (word: string) => number): (line: string) => number {
		const wordWidthOf = (word: string): number => {
			const storedWidth = this.#widthsByFont.get(font)?.get(word);
			if (storedWidth !== undefined) return storedWidth;
			const width = measure(word);
			this.#remember(font, word, width);
			return width;
		};
		return (line) => {
			const words = line.split(' ');
			return words.reduce((sum, word) => sum + wordWidthOf(word), (words.length - 1) * wordWidthOf(' '));
		};
	}

	#remember(font: string, word: string, width: number): void {
		if (this.#keptCount >= MAX_KEPT_WIDTHS) {
			this.#widthsByFont.clear();
			this.#keptCount = 0;
		}
		const words = this.#widthsByFont.get(font) ?? new Map<string, number>();
		this.#widthsByFont.set(font, words.set(word, width));
		this.#keptCount += 1;
	}
}

/** Breaks lines at spaces to fit `width`. A single word that is longer stays whole. */
function wrapLines(text: string, width: number, measure: (line: string) => number): string[] {
	return text.split('\n').flatMap((paragraph) => {
		const lines: string[] = [];
		let line = '';
		for (const word of paragraph.split(' ')) {
			const longerLine = line === '' ? word : `${line} ${word}`;
			if (line !== '' && measure(longerLine) > width) {
				lines.push(line);
				line = word;
			} else line = longerLine;
		}
		return [...lines, line];
	});
}

export function createTextFunctions(surface: DrawingSurface, labels: () => Record<string, string>) {
	const { guard } = surface;
	const wordWidths = new WordWidths();
	let lineHeightFactor = 1.25;
	const cssFontOf = ({ textStyle, textSize, textFont }: DrawingSurface['style']) =>
		`${textStyle} ${textSize}px ${textFont}`;
	const applyFont = () => {
		const { context, style } = surface;
		context.font = cssFontOf(style);
		return context;
	};
	const createStyledLineMeasurer = () => {
		const context = applyFont();
		return wordWidths.createLineMeasurer(cssFontOf(surface.style), (word) => context.measureText(word).width);
	};
	return {
		text(value: unknown, x: number, y: number, maxWidth?: number) {
			guard.requireNumbers('text', ['x', 'y'], [x, y]);
			const context = applyFont();
			const { style } = surface;
			const lines =
				maxWidth === undefined
					? String(value).split('\n')
					: wrapLines(String(value), maxWidth, createStyledLineMeasurer());
			lines.forEach((line, index) => {
				const baseline = y + index * style.textSize * lineHeightFactor;
				if (style.stroke !== null && style.fill === null) {
					context.strokeStyle = style.stroke;
					context.lineWidth = style.strokeWeight;
					context.strokeText(line, x, baseline);
				}
				if (style.fill === null) return;
				context.fillStyle = style.fill;
				context.fillText(line, x, baseline);
			});
		},
		textLines(value: unknown, maxWidth: number): string[] {
			guard.requireNumbers('textLines', ['maxWidth'], [maxWidth]);
			return wrapLines(String(value), maxWidth, createStyledLineMeasurer());
		},
		textWidth: (value: unknown): number => createStyledLineMeasurer()(String(value)),
		textSize(size: number) {
			guard.requireNumbers('textSize', ['size'], [size]);
			surface.style.textSize = size;
		},
		textStyle(style: string) {
			surface.style.textStyle = style;
		},
		textFont(font: string) {
			surface.style.textFont = font;
		},
		textLeading(lines: number) {
			guard.requireNumbers('textLeading', ['lines'], [lines]);
			lineHeightFactor = lines;
		},
		textAlign(horizontal: CanvasTextAlign, vertical?: string) {
			surface.context.textAlign = horizontal;
			if (vertical !== undefined)
				surface.context.textBaseline = (vertical === 'center' ? 'middle' : vertical) as CanvasTextBaseline;
		},
		/**
		 * Returns the scene's label with this id, its gaps filled. Without one, returns the id, so that somebody notices.
		 */
		label(id: string, values: Record<string, unknown> = {}): string {
			const template = labels()[id] ?? id;
			return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
				Object.hasOwn(values, name) ? String(values[name]) : whole
			);
		}
	};
}
