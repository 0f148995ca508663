/** Draws ice or drops of water behind the glass of a fridge. */
import { circle, fill, line, noStroke, rect, stroke, strokeWeight } from 'braise/draw';
import { drawRoundedBox, drawPaperPiece, paperOffset } from '../paper.ts';
import { currentMoment } from '../stage.ts';

/** The glass of the door, in the fridge's units. */
export const FRIDGE_GLASS_AREA = { left: -50, top: -226, width: 100, height: 196 };
export const FRIDGE_SHELF_COUNT = 3;

/** Returns the y of a shelf; shelves count from 1 at the top. */
export const shelfYAt = (shelf: number): number =>
	FRIDGE_GLASS_AREA.top + (FRIDGE_GLASS_AREA.height / FRIDGE_SHELF_COUNT) * shelf - 3;

/** Draws icicles under each shelf, snow on it, and white edges on the glass. */
export function drawFrost(ice: number): void {
	const { left, top, width, height } = FRIDGE_GLASS_AREA;
	fill(`rgba(235, 246, 255, ${0.45 * ice})`);
	noStroke();
	rect(left, top, width, height);
	for (let shelf = 0; shelf <= FRIDGE_SHELF_COUNT; shelf++) {
		const y = shelf === 0 ? top : shelfYAt(shelf) + 3;
		for (let index = 0; index < 11; index++) {
			const x = left + 3 + index * 9.2;
			const icicleLength = (10 + Math.abs(paperOffset(index + 3, shelf)) * 24) * ice;
			if (y + icicleLength < top + height) drawPaperPiece('#f4fbff', [x - 4, y, x + 4, y, x, y + icicleLength]);
		}
		const snowHeight = 7 * ice;
		if (shelf > 0) drawRoundedBox('#ffffff', left, shelfYAt(shelf) - snowHeight, width, snowHeight, 4, 4, 0, 0);
	}
	for (const [x, y] of [
		[left, top],
		[left + width, top],
		[left, top + height],
		[left + width, top + height]
	] as const) {
		fill(`rgba(255, 255, 255, ${0.75 * ice})`);
		circle(x, y, 62 * ice);
	}
	// Ice crystals on the door.
	stroke('rgba(255, 255, 255, 0.95)');
	strokeWeight(2);
	for (const [x, y] of [
		[-24, -170],
		[20, -110],
		[-14, -62]
	] as const)
		for (let arm = 0; arm < 3; arm++) {
			const [dx, dy] = [Math.cos((arm * Math.PI) / 3) * 11 * ice, Math.sin((arm * Math.PI) / 3) * 11 * ice];
			line(x - dx, y - dy, x + dx, y + dy);
		}
}

/** Draws an orange tint over the glass, and drops of water that run down it. */
export function drawWaterDrops(heat: number): void {
	const { left, top, width, height } = FRIDGE_GLASS_AREA;
	const { time, still } = currentMoment();
	fill(`rgba(240, 120, 50, ${0.3 * heat})`);
	noStroke();
	rect(left, top, width, height);
	for (let index = 0; index < 16; index++) {
		const fallenDistance = still ? 0 : time * (14 + Math.abs(paperOffset(index, 4)) * 20) * heat;
		const x = left + 6 + ((paperOffset(index, 1) + 1) / 2) * (width - 12);
		const y = top + ((((paperOffset(1, index) + 1) / 2) * height + fallenDistance) % (height - 10));
		const size = 3 + Math.abs(paperOffset(index, index)) * 3;
		drawPaperPiece('rgba(70, 130, 190, 0.9)', [x - size * 0.6, y, x + size * 0.6, y, x, y - size * 1.6]);
		noStroke();
		fill('rgba(70, 130, 190, 0.9)');
		circle(x, y, size * 1.25);
	}
}
