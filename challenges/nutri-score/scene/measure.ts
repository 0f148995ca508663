/** The figures of the decision, on the twelve pizzas and with the student's own `score` and `grade`. Pure. */
import type { Nutrition } from '../given';
import { pizzas, type Made } from '../data/pizzas';
import { tenth } from '../data/labels';
import { ask, scoreOf } from './orders';

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

export function planOf(option: string, values: Record<string, number> = {}): Plan {
	if (option === 'shave') return { saltCut: 0.1, addVegetables: 0, logo: true };
	if (option === 'nologo') return { saltCut: 0, addVegetables: 0, logo: false };
	if (option === 'another') {
		return {
			saltCut: values['saltCut'] ?? 0.2,
			addVegetables: values['addVegetables'] ?? 5,
			logo: (values['logo'] ?? 1) > 0
		};
	}
	return { saltCut: 0, addVegetables: 0, logo: true };
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
	/** What the program answers; null for nonsense. */
	letter: string | null;
	before: string | null;
	score: number | null;
	salt: number;
	/** It is not made as it is today. */
	changed: boolean;
}

const letterOf = (pizza: Pick<Made, 'nutrition'>) => {
	const answer = ask(pizza, 'letter');
	return answer.kind === 'letter' ? answer.shown : null;
};

export function shelfOf(plan: Plan): Shelved[] {
	return pizzas.map((pizza) => {
		const nutrition = changed(pizza.nutrition, plan);
		return {
			pizza,
			letter: letterOf({ nutrition }),
			before: letterOf(pizza),
			score: scoreOf({ nutrition }),
			salt: nutrition.salt,
			changed: plan.saltCut > 0 || plan.addVegetables > 0
		};
	});
}

/** The place of La Valcendre among the twelve: 1 for the best score. Boxes with equal scores share the better place. */
export function placeOf(shelf: Shelved[]): number {
	const own = shelf.find(({ pizza }) => pizza.name === 'valcendre')?.score ?? null;
	if (own === null) return 0;
	return 1 + shelf.filter(({ score }) => score !== null && score < own).length;
}

export function measure(option: string, values: Record<string, number> = {}): Figure[] {
	const plan = planOf(option, values);
	const shelf = shelfOf(plan);
	const count = (of: (each: Shelved) => boolean) => shelf.filter(of).length;
	const low = ({ letter }: Shelved) => letter === 'D' || letter === 'E';
	const sold = pizzas.reduce((sum, pizza) => sum + pizza.sold, 0);
	const each = Math.round(plan.saltCut * 10) * HERBS + Math.round(plan.addVegetables / 5) * VEGETABLES;
	const salt = shelf.reduce((sum, { pizza, salt }) => sum + (pizza.sold * salt * WEIGHT) / 100, 0);
	return [
		{ id: 'good', value: plan.logo ? count((each) => each.letter !== null && !low(each)) : 0, unit: 'count', of: 12 },
		{ id: 'bad', value: plan.logo ? count(low) : 0, unit: 'count', of: 12 },
		{ id: 'changed', value: count(({ changed }) => changed), unit: 'count', of: 12 },
		{ id: 'place', value: placeOf(shelf), unit: 'count', of: 12 },
		{ id: 'unseen', value: plan.logo ? 0 : count(low), unit: 'count', of: 12 },
		{ id: 'salt', value: Math.round(salt), unit: 'grams' },
		{ id: 'cost', value: sold * each, unit: 'cents' }
	];
}
