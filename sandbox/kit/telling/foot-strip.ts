/** Draws a strip at the foot of the picture: a label for what is shown, and counts beside it. */
import { fill, noStroke, text, textAlign, textSize, textStyle, textWidth } from 'braise/draw';
import { drawRoundedBox } from '../paper.ts';
import { currentPalette, stage } from '../stage.ts';

interface StripCount {
	words: string;
	isLoud?: boolean;
}

const ONE_ROW_STRIP_HEIGHT = 32;
const TWO_ROW_STRIP_HEIGHT = 50;
const STRIP_MARGIN = 10;

/** Returns the strip's height in pixels: two rows on a stage that is too narrow for the label and the counts in one row. */
export const footHeight = (hasCounts: boolean): number =>
	hasCounts && stage().width < 760 ? TWO_ROW_STRIP_HEIGHT : ONE_ROW_STRIP_HEIGHT;

/** Draws the strip, across the whole width. */
export function footStrip(heading: string, counts: readonly StripCount[] = []): void {
	const { width, height } = stage();
	const { hour, ink, red } = currentPalette();
	const isDark = hour === 'night';
	const stripHeight = footHeight(counts.length > 0);
	const stripTop = height - stripHeight;
	const [plain, loud] = isDark ? ['#f4eee2', '#ff9c8f'] : [ink, red];
	drawRoundedBox(isDark ? '#151a2c' : '#fffaf0', 0, stripTop, width, stripHeight);
	drawRoundedBox(isDark ? '#59506a' : '#a98d6d', 0, stripTop, width, 2);
	noStroke();
	textAlign('left', 'alphabetic');
	const headingAndCounts: StripCount[] = [{ words: heading }, ...counts];
	const fullTextSize = Math.max(16.5, Math.min(18, width / 38));
	const { size, spots } = layOutStripWords(
		headingAndCounts,
		width,
		stripHeight === TWO_ROW_STRIP_HEIGHT ? 2 : 1,
		fullTextSize
	);
	textSize(size);
	headingAndCounts.forEach(({ words, isLoud = false }, index) => {
		const { x, row } = spots[index] ?? { x: 0, row: 0 };
		textStyle(isLoud || index === 0 ? 'bold' : 'normal');
		fill(isLoud ? loud : plain);
		text(words, x, stripTop + fullTextSize * (1.35 + row * 1.25));
	});
}

/** Returns the positions of the label and the counts in `rowCount` rows, and the text size at which they fit. */
function layOutStripWords(
	headingAndCounts: readonly StripCount[],
	width: number,
	rowCount: number,
	fullTextSize: number
) {
	textSize(fullTextSize);
	// The words are measured at the full size only, because the width of a text is proportional to its size.
	const fullWidths = headingAndCounts.map(({ words, isLoud = false }, index) => {
		textStyle(isLoud || index === 0 ? 'bold' : 'normal');
		return textWidth(words);
	});
	for (let size = fullTextSize; ; size *= 0.96) {
		let [x, row] = [STRIP_MARGIN, 0];
		const spots = fullWidths.map((fullWidth) => {
			const wordsWidth = (fullWidth * size) / fullTextSize;
			if (x > STRIP_MARGIN && x + wordsWidth > width - STRIP_MARGIN) [x, row] = [STRIP_MARGIN, row + 1];
			const spot = { x, row };
			x += wordsWidth + size * 1.1;
			return spot;
		});
		if (row < rowCount || size < fullTextSize * 0.6) return { size, spots };
	}
}
