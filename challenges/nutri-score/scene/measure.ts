/** The figures of the decision, on the twelve pizzas and with the student's own `score` and `grade`. Pure. */
import { tenth } from '../data/labels';
import { pizzas, type Made } from '../data/pizzas';
import type { Nutrition } from '../given';
import { letterOf, scoreOf } from './orders';

export interface Figure {
	id: string;
	value: number;
	unit: 'cents' | 'count' | 'grams';
	of?: number;
}

/** Grams for 100 g of pizza: salt taken away, vegetables put in its dough's place; and whether boxes carry a letter. */
export interface Plan {
	saltCut: number;
	addVegetables: number;
	logo: boolean;
}

/** A simplified model: herbs instead of 0.1 g of salt, and 5 g of vegetables, cost so many cents a pizza. */
const HERBS = 2;
const VEGETABLES = 6;
/** Grams in a pizza. */
const WEIGHT = 400;

export function planOf(
	option: string,
	{ saltCut = 0.2, addVegetables = 5, logo = 1 }: Record<string, number> = {}
): Plan {
	if (option === 'another') return { saltCut, addVegetables, logo: logo > 0 };
	return { saltCut: option === 'shave' ? 0.1 : 0, addVegetables: 0, logo: option !== 'nologo' };
}

/** The label under a plan, rounded as it is printed. */
function changed(label: Nutrition, { saltCut, addVegetables }: Plan): Nutrition {
	const rest = (100 - addVegetables) / 100;
	return {
		energy: Math.round(label.energy * rest + addVegetables * 1.6),
		saturates: tenth(label.saturates * rest),
		sugars: tenth(label.sugars * rest + addVegetables * 0.042),
		salt: tenth(Math.max(0, label.salt * rest - saltCut)),
		vegetables: tenth(label.vegetables * rest + addVegetables),
		fibre: tenth(label.fibre * rest + addVegetables * 0.022),
		protein: tenth(label.protein * rest + addVegetables * 0.012)
	};
}

export interface Shelved {
	pizza: Made;
	/** What the program returns; `?` for what is odd. */
	letter: string;
	before: string;
	score: number | null;
	salt: number;
}

function letterIn(nutrition: Nutrition): string {
	const { shown, odd } = letterOf(nutrition);
	return odd ? '?' : shown;
}

export function shelfOf(plan: Plan): Shelved[] {
	return pizzas.map((pizza) => {
		const nutrition = changed(pizza.nutrition, plan);
		const score = scoreOf(nutrition).number;
		return { pizza, letter: letterIn(nutrition), before: letterIn(pizza.nutrition), score, salt: nutrition.salt };
	});
}

export const isLow = ({ letter }: Shelved): boolean => letter === 'D' || letter === 'E';
export const isMoved = ({ letter, before }: Shelved): boolean => letter !== before;

/** The place of La Valcendre among the twelve: 1 for the best score. Boxes with equal scores share the better place. */
function placeOf(shelf: Shelved[]): number {
	const own = shelf.find(({ pizza }) => pizza.name === 'valcendre')?.score ?? null;
	if (own === null) return 0;
	return 1 + shelf.filter(({ score }) => score !== null && score < own).length;
}

export function measure(option: string, values?: Record<string, number>): Figure[] {
	const plan = planOf(option, values);
	const { saltCut, addVegetables, logo } = plan;
	const shelf = shelfOf(plan);
	const low = shelf.filter(isLow).length;
	const odd = shelf.filter(({ letter }) => letter === '?').length;
	const sold = pizzas.reduce((sum, pizza) => sum + pizza.sold, 0);
	const each = Math.round(saltCut * 10) * HERBS + Math.round(addVegetables / 5) * VEGETABLES;
	const salt = shelf.reduce((sum, { pizza, salt }) => sum + (pizza.sold * salt * WEIGHT) / 100, 0);
	const count = (id: string, value: number): Figure => ({ id, value, unit: 'count', of: pizzas.length });
	return [
		count('good', logo ? pizzas.length - low - odd : 0),
		count('bad', logo ? low : 0),
		count('changed', saltCut > 0 || addVegetables > 0 ? pizzas.length : 0),
		count('place', placeOf(shelf)),
		count('unseen', logo ? 0 : low),
		{ id: 'salt', value: Math.round(salt), unit: 'grams' },
		{ id: 'cost', value: sold * each, unit: 'cents' }
	];
}
