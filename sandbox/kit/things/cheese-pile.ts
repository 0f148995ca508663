/** Draws a swaying pile of cheeses on a box that cannot hold them, and a mouse on it. */
import { circle, ellipse, fill, noStroke, pop, push, rotate, scale, translate } from 'braise/draw';
import { drawPaperPiece } from '../paper.ts';

/** Largest number of cheeses that are drawn. */
const MAX_DRAWN_CHEESES = 20;

/** Draws a pile whose foot is at (0, 0). `sway` goes from -1 to 1. */
export function drawCheesePile(cheeseCount: number, hasMouse: boolean, sway: number): void {
	const drawnCount = Math.min(MAX_DRAWN_CHEESES, Math.ceil(cheeseCount * 0.9));
	const paintAtPileHeight = (index: number, paint: () => void): void => {
		push();
		translate(Math.sin(index * 2.3) * 7 + sway * index * 0.28, -index * 8);
		paint();
		pop();
	};
	for (let index = 0; index < drawnCount; index++) {
		paintAtPileHeight(index, () => {
			rotate(Math.sin(index * 1.7) * 0.12);
			scale(0.66, 0.9);
			drawCheeseWedge(index);
		});
	}
	if (hasMouse) paintAtPileHeight(Math.max(0, drawnCount), drawMouse);
}

const CHEESE_COLOURS = [
	['#d79a2c', '#f8d978'],
	['#cfc5a5', '#fff6df'],
	['#b9772e', '#f2c25c']
] as const;

function drawCheeseWedge(index: number): void {
	const [rind, inside] = CHEESE_COLOURS[index % 3] ?? CHEESE_COLOURS[0];
	drawPaperPiece(rind, [-30, 0, -30, -11, 30, -7, 30, 0]);
	drawPaperPiece(inside, [-30, -3, -27, -13, 30, -8, 30, -3]);
	noStroke();
	fill(index % 3 === 1 ? '#7f98a3' : 'rgba(150, 95, 20, 0.35)');
	for (const x of [-17, -3, 13]) ellipse(x + (index % 4) * 2, -6, 6, 3.4);
}

function drawMouse(): void {
	noStroke();
	scale(1.15);
	fill('#8d8792');
	ellipse(0, -9, 26, 18);
	circle(13, -15, 13);
	fill('#c9a6ad');
	circle(9, -22, 8);
	circle(16, -22, 8);
	fill('#2a2420');
	circle(15, -16, 2.6);
	circle(20, -13, 2.6);
}
