/** Draws a sheet of paper that is pinned to the wall, for a scene without code. */
import { drawRoundedBox, drawPaperSheet, paperOffset } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';

export function drawPinnedSheet({ x, y, width, height }: Area): void {
	const { paper, shade } = currentPalette();
	const [right, low] = [x + width, y + height];
	drawPaperSheet(paper, shade, [x, y, right, y, right, low, x, low], 6, 1.2);
	for (let index = 0; index < 40; index++) {
		const at = x + (paperOffset(index, 7) + 1) * 0.5 * (width - 4);
		drawRoundedBox('rgba(120, 80, 30, 0.05)', at, y + (paperOffset(3, index) + 1) * 0.5 * (height - 4), 3, 1.4);
	}
	drawRoundedBox('rgba(200, 165, 110, 0.9)', x + width / 2 - 32, y - 6, 64, 13);
}
