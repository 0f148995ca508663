/** Draws small things for shelves, about 30 high, each with its lower edge on y = 0. */
import {
	arc,
	circle,
	ellipse,
	fill,
	line,
	noStroke,
	PI,
	pop,
	push,
	scale,
	stroke,
	strokeWeight,
	translate
} from 'braise/draw';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';

export type Item = 'bread' | 'box' | 'bottle' | 'jar' | 'letter' | 'medicine' | 'tray';

const DRAW_BY_ITEM: Record<Item, () => void> = {
	bread() {
		fill('#b9762f');
		ellipse(0, -11, 40, 24);
		fill('#dba254');
		ellipse(-1, -13, 36, 19);
		stroke('#f3d9a4');
		strokeWeight(2);
		for (const x of [-9, 0, 9]) line(x - 3, -9, x + 3, -18);
	},
	box() {
		drawRoundedBox('#b98e58', -15, -26, 32, 26, 2);
		drawRoundedBox('#d9b27e', -17, -27, 31, 27, 2);
		drawRoundedBox('#efd9b4', -4, -27, 6, 27);
		drawRoundedBox('#8f683c', -13, -8, 9, 4, 1);
	},
	bottle() {
		drawRoundedBox('#4f7d4a', -8, -26, 16, 26, 4, 4, 2, 2);
		drawPaperPiece('#4f7d4a', [-8, -24, -3, -33, 3, -33, 8, -24]);
		drawRoundedBox('#4f7d4a', -3, -40, 6, 9, 1);
		drawRoundedBox('#c8452f', -3.5, -42, 7, 4, 1);
		drawRoundedBox('#fffaf0', -8, -19, 16, 11);
		drawRoundedBox('rgba(255, 255, 255, 0.35)', -6, -25, 3, 24, 2);
	},
	jar() {
		drawRoundedBox('#c8502f', -12, -25, 24, 25, 4);
		drawRoundedBox('rgba(255, 255, 255, 0.3)', -10, -23, 5, 20, 2);
		drawRoundedBox('#f2cf9a', -12, -17, 24, 11);
		drawRoundedBox('#fffaf0', -13, -30, 26, 7, 2);
	},
	letter() {
		drawRoundedBox('#d8cbb2', -18, -23, 37, 24, 2);
		drawRoundedBox('#fffaf0', -19, -24, 37, 24, 2);
		stroke('#c3b292');
		strokeWeight(1.4);
		line(-18, -23, -1, -11);
		line(17, -23, -1, -11);
		noStroke();
		fill('#c8452f');
		circle(-1, -11, 7);
	},
	medicine() {
		drawRoundedBox('#c9d3d0', -14, -24, 30, 24, 2);
		drawRoundedBox('#fffaf0', -16, -25, 30, 25, 2);
		drawRoundedBox('#1f7d4f', -4, -20, 6, 16, 1);
		drawRoundedBox('#1f7d4f', -9, -15, 16, 6, 1);
	},
	tray() {
		drawRoundedBox('#8b938f', -21, -12, 43, 12, 3);
		drawRoundedBox('#c3c8c4', -22, -15, 44, 12, 3);
		fill('#e0a63a');
		arc(0, -14, 36, 16, PI, 0);
	}
};

/** Draws one thing, with its lower edge at (x, y). */
export function item(kind: Item, x: number, y: number, size = 1): void {
	noStroke();
	fill('rgba(50, 25, 5, 0.18)');
	ellipse(x + 2 * size, y, 40 * size, 6 * size);
	drawCarriedItem(kind, x, y, size);
}

/** Draws one thing in the air, without a shadow below it. */
export function drawCarriedItem(kind: Item, x: number, y: number, size: number): void {
	push();
	translate(x, y);
	scale(size);
	noStroke();
	DRAW_BY_ITEM[kind]();
	pop();
}
