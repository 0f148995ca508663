/** A pizza seen from above and a little from the front: what lies on it follows the recipe. Centred on (0, 0), 100 wide. */
import { circle, ellipse, fill, noStroke, pop, push, rotate, scale, translate } from 'braise/draw';
import type { Made, Topping } from '../data/pizzas';
import { box, piece, waver } from './paper';

/** Where a topping lies: evenly around, never twice in the same place. */
function scattered(count: number, turn: number, put: (index: number) => void): void {
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
		const reach = size * (0.8 + 0.3 * waver(seed, corner));
		points.push(Math.cos(turn) * reach, Math.sin(turn) * reach);
	}
	piece(colour, points);
}

const toppings: Record<Topping, (turn: number) => void> = {
	sauce: () => {
		fill('#c9412a');
		circle(0, 0, 84);
		fill('#d8573a');
		circle(-3, -4, 72);
	},
	cream: () => {
		fill('#f3e3bd');
		circle(0, 0, 84);
		fill('#f9eed2');
		circle(-3, -4, 72);
	},
	cheese: (turn) => scattered(9, turn, (index) => blob(index % 3 === 0 ? '#fff3cf' : '#fbe3a4', 9.5, index + turn)),
	blue: (turn) =>
		scattered(7, turn + 1, (index) => {
			blob('#f4efdc', 6.5, index);
			fill('#5f7d8c');
			circle(1, -1, 3);
			circle(-2.5, 2, 2);
		}),
	goat: (turn) =>
		scattered(6, turn + 2, () => {
			fill('#e7d9b4');
			circle(0, 1, 17);
			fill('#fffaf0');
			circle(0, 0, 15);
		}),
	olive: (turn) =>
		scattered(7, turn + 0.4, () => {
			fill('#3b3330');
			circle(0, 0, 8);
			fill('#b8472c');
			circle(0, 0, 3);
		}),
	basil: (turn) =>
		scattered(5, turn + 0.9, () => {
			fill('#3f7a3c');
			ellipse(0, 0, 17, 9);
			box('#6fa85c', -7, -0.6, 14, 1.2);
		}),
	mushroom: (turn) =>
		scattered(7, turn + 1.5, () => {
			piece('#d9c4a1', [-6, 0, -5, -5, 0, -7, 5, -5, 6, 0, 2, 1, 2, 6, -2, 6, -2, 1]);
			piece('#a98a63', [-6, 0, -5, -5, 0, -7, 5, -5, 6, 0, 0, -3]);
		}),
	pepper: (turn) =>
		scattered(9, turn + 2.2, (index) => {
			box(index % 2 === 0 ? '#4f8f3f' : '#e0a02b', -9, -2, 18, 4.5, 2.5);
		}),
	tuna: (turn) => scattered(8, turn + 0.7, (index) => blob(index % 2 === 0 ? '#d8a98c' : '#c18f76', 7, index + 3)),
	chicken: (turn) => scattered(7, turn + 0.2, (index) => blob(index % 2 === 0 ? '#edc78d' : '#dba968', 7.5, index + 5)),
	anchovy: (turn) =>
		scattered(6, turn + 1.1, () => {
			box('#6f7f88', -13, -2.4, 26, 4.8, 2.4);
			box('#9fb0b7', -11, -1.8, 20, 1.4, 1);
		}),
	salmon: (turn) => scattered(7, turn + 2.6, (index) => blob('#f29273', 8.5, index + 8)),
	pear: (turn) =>
		scattered(6, turn + 0.6, () => {
			fill('#e9e29b');
			ellipse(0, 0, 20, 10);
			fill('#c3c765');
			ellipse(0, 2.6, 20, 5);
		})
};

/** `tilt` is how far one looks from above: 1 from straight above. */
export function pizza(made: Made, tilt: number): void {
	push();
	scale(1, tilt);
	noStroke();
	fill(made.wholemeal === true ? '#8f6236' : '#c48a45');
	circle(0, 4 / tilt, 100);
	fill(made.wholemeal === true ? '#a87a48' : '#e3b169');
	circle(0, 0, 100);
	fill(made.wholemeal === true ? '#bb8e58' : '#edc588');
	circle(0, -1, 90);
	for (let index = 0; index < 9; index++) {
		const angle = index * 0.7 + 0.3;
		fill('rgba(110, 60, 20, 0.35)');
		circle(Math.cos(angle) * 46, Math.sin(angle) * 46, 3 + Math.abs(waver(index, 4)) * 4);
	}
	noStroke();
	made.toppings.forEach((topping, index) => toppings[topping](index * 1.9 + made.name.length));
	pop();
}
