/** Draws the signs by which villages are recognised, such as a steeple, each with its lower edge at y. */
import { circle, fill, noStroke, pop, push, rotate, translate } from 'braise/draw';
import type { CountrysideColours } from '../countryside-colours.ts';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { currentPalette } from '../stage.ts';
import type { VillageSign } from './country-plan.ts';

type DrawVillageSign = (colours: CountrysideColours, x: number, y: number) => void;

export const drawChurch: DrawVillageSign = (colours, x, y) => {
	drawRoundedBox(colours.walls[0] ?? '', x - 4, y - 12, 20, 12);
	drawPaperPiece(colours.slate, [x - 2, y - 12, x + 4, y - 19, x + 15, y - 19, x + 19, y - 12]);
	drawRoundedBox(colours.walls[1] ?? '', x - 9, y - 21, 9, 21);
	drawPaperPiece(colours.slate, [x - 11, y - 21, x - 4.5, y - 39, x + 2, y - 21]);
	drawRoundedBox(colours.window, x - 6.5, y - 17, 4, 5, 2, 2, 0, 0);
};

const drawLighthouse: DrawVillageSign = (colours, x, y) => {
	const { red, hour } = currentPalette();
	drawPaperPiece(colours.walls[0] ?? '', [x - 6, y, x - 4, y - 30, x + 4, y - 30, x + 6, y]);
	drawPaperPiece(red, [x - 5.4, y - 9, x - 5, y - 16, x + 5, y - 16, x + 5.4, y - 9]);
	drawRoundedBox(colours.slate, x - 5, y - 33, 10, 3);
	drawRoundedBox(hour === 'day' ? '#ffe9a8' : '#fff3c4', x - 3, y - 39, 6, 6);
	drawPaperPiece(red, [x - 5, y - 39, x, y - 44, x + 5, y - 39]);
	if (hour !== 'day') drawPaperPiece('rgba(255, 240, 180, 0.16)', [x, y - 36, x - 90, y - 62, x - 90, y - 22]);
};

const drawWindmill: DrawVillageSign = (colours, x, y) => {
	drawPaperPiece(colours.walls[0] ?? '', [x - 8, y, x - 5, y - 22, x + 5, y - 22, x + 8, y]);
	drawPaperPiece(colours.slate, [x - 7, y - 22, x, y - 30, x + 7, y - 22]);
	push();
	translate(x, y - 23);
	rotate(0.5);
	for (let arm = 0; arm < 4; arm++) {
		rotate(Math.PI / 2);
		drawRoundedBox(colours.door, -0.8, 0, 1.6, 20);
		drawRoundedBox(currentPalette().paper, 0.8, 5, 4.6, 14);
	}
	pop();
};

const drawPonds: DrawVillageSign = (colours, x, y) => {
	noStroke();
	for (const [px, py, size] of [
		[-30, 8, 20],
		[-14, 14, 15],
		[-40, -6, 13]
	] as const) {
		fill(colours.bank);
		circle(x + px, y + py, size + 4);
		fill(colours.water);
		circle(x + px, y + py, size);
	}
};

export const DRAW_BY_VILLAGE_SIGN: Record<VillageSign, DrawVillageSign> = {
	church: drawChurch,
	lighthouse: drawLighthouse,
	windmill: drawWindmill,
	ponds: drawPonds
};
