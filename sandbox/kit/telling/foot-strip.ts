/** A strip at the foot of the picture: a label for what is shown, and the total of it so far. */
import { fill, noStroke, text, textAlign, textSize, textStyle, textWidth } from 'braise/draw';
import { drawRoundedBox } from '../paper.ts';
import { currentPalette, stage } from '../stage.ts';

interface Count {
	words: string;
	isLoud?: boolean;
}

const LOW = 32;
const HIGH = 50;
const MARGIN = 10;

/** How high the strip is: two rows where one is too narrow. */
export const footHeight = (hasCounts: boolean): number => (hasCounts && stage().width < 760 ? HIGH : LOW);

/** Draws the strip, across the whole width. */
export function footStrip(heading: string, counts: readonly Count[] = []): void {
	const { width, height } = stage();
	const { hour, ink, red } = currentPalette();
	const isDark = hour === 'night';
	const high = footHeight(counts.length > 0);
	const top = height - high;
	const [plain, loud] = isDark ? ['#f4eee2', '#ff9c8f'] : [ink, red];
	drawRoundedBox(isDark ? '#151a2c' : '#fffaf0', 0, top, width, high);
	drawRoundedBox(isDark ? '#59506a' : '#a98d6d', 0, top, width, 2);
	noStroke();
	textAlign('left', 'alphabetic');
	const all: Count[] = [{ words: heading }, ...counts];
	const full = Math.max(16.5, Math.min(18, width / 38));
	const { size, spots } = flow(all, width, high === HIGH ? 2 : 1, full);
	textSize(size);
	all.forEach(({ words, isLoud = false }, index) => {
		const { x, row } = spots[index] ?? { x: 0, row: 0 };
		textStyle(isLoud || index === 0 ? 'bold' : 'normal');
		fill(isLoud ? loud : plain);
		text(words, x, top + full * (1.35 + row * 1.25));
	});
}

/** Finds where each of the words stands, in so many rows; smaller where they do not fit. */
function flow(all: readonly Count[], width: number, rows: number, full: number) {
	textSize(full);
	// Measured once: writing that is half as large is half as wide.
	const widths = all.map(({ words, isLoud = false }, index) => {
		textStyle(isLoud || index === 0 ? 'bold' : 'normal');
		return textWidth(words);
	});
	for (let size = full; ; size *= 0.96) {
		let [x, row] = [MARGIN, 0];
		const spots = widths.map((fullWidth) => {
			const wide = (fullWidth * size) / full;
			if (x > MARGIN && x + wide > width - MARGIN) [x, row] = [MARGIN, row + 1];
			const spot = { x, row };
			x += wide + size * 1.1;
			return spot;
		});
		if (row < rows || size < full * 0.6) return { size, spots };
	}
}
