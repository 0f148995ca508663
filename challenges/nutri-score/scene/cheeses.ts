/** The four cheeses with as many cheeses as a hand wants: a simplified model of its label. */
import { tenth } from '../data/labels';
import { pizzas, type Made } from '../data/pizzas';
import type { Nutrition } from '../given';
import { foundByHand } from './by-hand';

/** Grams of the four cheeses without their cheese, and of one cheese on it. */
const BARE = 280;
const PORTION = 30;
/** For 100 g of cheese. */
const CHEESE: Nutrition = { energy: 1500, saturates: 18, sugars: 1, salt: 2.5, vegetables: 0, fibre: 0, protein: 22 };
/** As it is sold, and as many as its box holds. */
export const SOLD = 4;
/** From so many on, a mouse has found the pile. */
const PILE = 30;

export const isPile = (cheeses: number): boolean => cheeses >= PILE;

function labelOf(own: Nutrition, cheeses: number): Nutrition {
	const weight = BARE + PORTION * cheeses;
	const mixed = (name: keyof Nutrition) =>
		tenth((own[name] * (BARE + PORTION * SOLD) + CHEESE[name] * PORTION * (cheeses - SOLD)) / weight);
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

/** Returns the four cheeses as it is sold for four, and another pizza for any other number. */
export function withCheeses(cheeses: number): Made | undefined {
	const sold = pizzas.find(({ name }) => name === 'fourcheeses');
	if (sold === undefined || cheeses === SOLD) return sold;
	const nutrition = labelOf(sold.nutrition, cheeses);
	const toppings: Made['toppings'] = ['cream', ...(['cheese', 'blue', 'goat', 'cheese'] as const).slice(0, cheeses)];
	return { ...sold, name: 'cheeses', nutrition, byHand: foundByHand(nutrition), toppings };
}
