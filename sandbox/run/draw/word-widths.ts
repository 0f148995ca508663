/** Measures the width of each word only once per font. */

/**
 * Upper limit of kept widths, because a program may write a new number in every frame. At the limit, all widths are forgotten.
 */
const MAX_KEPT_WIDTHS = 2000;

export class WordWidths {
	#widthsByFont = new Map<string, Map<string, number>>();
	#keptCount = 0;

	/**
	 * Returns a function that measures a line as the sum of its words and spaces, because measuring the whole line after each
	 * added word would take milliseconds.
	 */
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
