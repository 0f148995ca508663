/** Draws the toppings of a pizza, which is a disc of 100 units around (0, 0). */
import { circle, ellipse, fill, pop, push, rotate, translate } from 'braise/draw';
import { drawRoundedBox, drawPaperPiece, paperOffset } from '../paper.ts';

export type Topping =
	| 'sauce'
	| 'cream'
	| 'cheese'
	| 'olive'
	| 'basil'
	| 'mushroom'
	| 'tuna'
	| 'chicken'
	| 'goat'
	| 'anchovy'
	| 'salmon'
	| 'pear'
	| 'pepper'
	| 'blue';

/** Calls `put` for pieces that are spread evenly, never two in the same place. */
function scatter(count: number, turn: number, put: (index: number) => void): void {
	for (let index = 0; index < count; index++) {
		const angle = index * 2.399 + turn;
		const far = Math.sqrt((index + 0.6) / count) * 36;
		push();
		translate(Math.cos(angle) * far, Math.sin(angle) * far);
		rotate(angle * 1.7);
		put(index);
		pop();
	}
}

function blob(colour: string, size: number, seed: number): void {
	const points: number[] = [];
	for (let corner = 0; corner < 9; corner++) {
		const turn = (corner / 9) * Math.PI * 2;
		const reach = size * (0.8 + 0.3 * paperOffset(seed, corner));
		points.push(Math.cos(turn) * reach, Math.sin(turn) * reach);
	}
	drawPaperPiece(colour, points);
}

function disc(colour: string, size: number, x = 0, y = 0): void {
	fill(colour);
	circle(x, y, size);
}

function leaf(colour: string, wide: number, high: number, y = 0): void {
	fill(colour);
	ellipse(0, y, wide, high);
}

/** Draws chunks that have one of two colours in turn. */
const chunks = (colours: readonly [string, string], size: number, count: number, from: number) => (turn: number) =>
	scatter(count, turn + from, (index) => blob(colours[index % 2 === 0 ? 0 : 1], size, index + from));

function spread(dark: string, light: string): void {
	disc(dark, 84);
	disc(light, 72, -3, -4);
}

/** Functions that draw one topping each. `turn` is an angle that keeps it from covering the others. */
export const TOPPING_DRAWINGS: Record<Topping, (turn: number) => void> = {
	sauce: () => spread('#c9412a', '#d8573a'),
	cream: () => spread('#f3e3bd', '#f9eed2'),
	cheese: (turn) => scatter(9, turn, (index) => blob(index % 3 === 0 ? '#fff3cf' : '#fbe3a4', 9.5, index + turn)),
	blue: (turn) =>
		scatter(7, turn + 1, (index) => {
			blob('#f4efdc', 6.5, index);
			disc('#5f7d8c', 3, 1, -1);
			disc('#5f7d8c', 2, -2.5, 2);
		}),
	goat: (turn) =>
		scatter(6, turn + 2, () => {
			disc('#e7d9b4', 17, 0, 1);
			disc('#fffaf0', 15);
		}),
	olive: (turn) =>
		scatter(7, turn + 0.4, () => {
			disc('#3b3330', 8);
			disc('#b8472c', 3);
		}),
	basil: (turn) =>
		scatter(5, turn + 0.9, () => {
			leaf('#3f7a3c', 17, 9);
			drawRoundedBox('#6fa85c', -7, -0.6, 14, 1.2);
		}),
	mushroom: (turn) =>
		scatter(7, turn + 1.5, () => {
			drawPaperPiece('#d9c4a1', [-6, 0, -5, -5, 0, -7, 5, -5, 6, 0, 2, 1, 2, 6, -2, 6, -2, 1]);
			drawPaperPiece('#a98a63', [-6, 0, -5, -5, 0, -7, 5, -5, 6, 0, 0, -3]);
		}),
	pepper: (turn) =>
		scatter(9, turn + 2.2, (index) => drawRoundedBox(index % 2 === 0 ? '#4f8f3f' : '#e0a02b', -9, -2, 18, 4.5, 2.5)),
	tuna: chunks(['#d8a98c', '#c18f76'], 7, 8, 0.7),
	chicken: chunks(['#edc78d', '#dba968'], 7.5, 7, 0.2),
	salmon: chunks(['#f29273', '#f29273'], 8.5, 7, 2.6),
	anchovy: (turn) =>
		scatter(6, turn + 1.1, () => {
			drawRoundedBox('#6f7f88', -13, -2.4, 26, 4.8, 2.4);
			drawRoundedBox('#9fb0b7', -11, -1.8, 20, 1.4, 1);
		}),
	pear: (turn) =>
		scatter(6, turn + 0.6, () => {
			leaf('#e9e29b', 20, 10);
			leaf('#c3c765', 20, 5, 2.6);
		})
};
