/** The four cheeses with as many cheeses as a hand wants: its label, what Awa finds by hand, and the pile on its box. */
import { circle, ellipse, fill, noStroke, pop, push, rotate, scale, translate } from 'braise/draw';
import type { Grade, Nutrition } from '../given';
import { pizzas, type Made } from '../data/pizzas';
import { tenth } from '../data/labels';
import { piece } from './paper';
import { passed } from './sums';

/** A simplified model: grams of the four cheeses without their cheese, and of one cheese on it. */
const BARE = 280;
const PORTION = 30;
/** For 100 g of cheese. */
const CHEESE: Nutrition = {
	energy: 1500,
	saturates: 18,
	sugars: 1,
	salt: 2.5,
	vegetables: 0,
	fibre: 0,
	protein: 22
};
/** From so many on, the pile is as high as it gets, and a mouse has found it. */
const PILE = 30;

export const isPile = (cheeses: number): boolean => cheeses >= PILE;

function labelOf(own: Nutrition, cheeses: number): Nutrition {
	const weight = BARE + PORTION * cheeses;
	const mixed = (name: keyof Nutrition) => {
		const bare = own[name] * (BARE + PORTION * 4) - CHEESE[name] * PORTION * 4;
		return tenth((bare + CHEESE[name] * PORTION * cheeses) / weight);
	};
	return {
		energy: Math.round(mixed('energy')),
		saturates: mixed('saturates'),
		sugars: mixed('sugars'),
		salt: mixed('salt'),
		vegetables: mixed('vegetables'),
		fibre: mixed('fibre'),
		protein: mixed('protein')
	};
}

/** As Awa counts on her slate: nothing of the program is used here. */
function foundByHand(label: Nutrition): Made['byHand'] {
	const points = (name: keyof Nutrition) => passed(name, label[name]);
	const negative = points('energy') + points('saturates') + points('sugars') + points('salt');
	const protein = negative < 11 ? points('protein') : 0;
	const score = negative - points('vegetables') - points('fibre') - protein;
	return { salt: points('salt'), negative, score, letter: letterOf(score) };
}

function letterOf(score: number): Grade {
	if (score <= 0) return 'A';
	if (score <= 2) return 'B';
	if (score <= 10) return 'C';
	return score <= 18 ? 'D' : 'E';
}

/** Returns the four cheeses as it is sold for four, and another pizza for any other number. */
export function withCheeses(cheeses: number): Made | undefined {
	const sold = pizzas.find(({ name }) => name === 'fourcheeses');
	if (sold === undefined || cheeses === 4) return sold;
	const nutrition = labelOf(sold.nutrition, cheeses);
	return {
		...sold,
		name: 'cheeses',
		nutrition,
		byHand: foundByHand(nutrition),
		toppings: ['cream', ...(['cheese', 'blue', 'goat', 'cheese'] as const).slice(0, cheeses)]
	};
}

/** The cheeses that the box does not hold, on its lid; the lid lies on y = 0. */
export function pile(cheeses: number, sway: number): void {
	const most = Math.min(20, Math.ceil((cheeses - 4) * 0.9));
	for (let index = 0; index < most; index++) {
		push();
		translate(leanOf(index, sway), -index * 8);
		rotate(Math.sin(index * 1.7) * 0.12);
		scale(0.66, 0.9);
		wedge(index);
		pop();
	}
	if (!isPile(cheeses)) return;
	push();
	translate(leanOf(most, sway), -most * 8);
	mouse();
	pop();
}

const leanOf = (index: number, sway: number) => Math.sin(index * 2.3) * 7 + sway * index * 0.28;

function wedge(index: number): void {
	const [rind, inside] =
		index % 3 === 0 ? ['#d79a2c', '#f8d978'] : index % 3 === 1 ? ['#cfc5a5', '#fff6df'] : ['#b9772e', '#f2c25c'];
	piece(rind ?? '', [-30, 0, -30, -11, 30, -7, 30, 0]);
	piece(inside ?? '', [-30, -3, -27, -13, 30, -8, 30, -3]);
	noStroke();
	fill(index % 3 === 1 ? '#7f98a3' : 'rgba(150, 95, 20, 0.35)');
	for (const x of [-17, -3, 13]) ellipse(x + (index % 4) * 2, -6, 6, 3.4);
}

function mouse(): void {
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
