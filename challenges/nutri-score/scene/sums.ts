/** What stands on the slate: how Awa finds by hand what the program should answer. Pure. */
import { rule, type Nutrition } from '../given';
import type { Order, Printed } from './orders';

export interface Row {
	/** A label's id. */
	id: string;
	/** A value of the box's label, as it is written there; empty for a sum. */
	value: string;
	/** What it counts; a nutrient that does not count is struck out. */
	points?: string;
	struck?: true;
}

type Name = keyof Nutrition;

const UNITS: Record<Name, string> = {
	energy: 'kJ',
	saturates: 'g',
	sugars: 'g',
	salt: 'g',
	vegetables: '%',
	fibre: 'g',
	protein: 'g'
};

/** How many limits Awa crosses out on paper. */
export const passed = (name: Name, value: number): number => rule[name].filter((limit) => value > limit).length;

const minus = (points: number) => (points === 0 ? '0' : `−${points}`);

function row({ pizza }: Order, name: Name, won: boolean): Row {
	const value = pizza.nutrition[name];
	const points = passed(name, value);
	return { id: `row-${name}`, value: `${value} ${UNITS[name]}`, points: won ? minus(points) : String(points) };
}

export function rowsOf(order: Order, printed: Printed, situation: string): Row[] {
	const { byHand, nutrition } = order.pizza;
	const lost = (['energy', 'saturates', 'sugars', 'salt'] as const).map((name) => row(order, name, false));
	if (situation === 'recipe') {
		const names: Name[] = ['energy', 'saturates', 'salt', 'vegetables'];
		return names.map((name) => ({ id: `row-${name}`, value: `${nutrition[name]} ${UNITS[name]}` }));
	}
	if (printed === 'negative') return lost;
	if (printed === 'points') return [{ id: 'row-salt', value: `${nutrition.salt} g` }];
	if (printed === 'score') {
		const won = (['vegetables', 'fibre', 'protein'] as const).map((name) => row(order, name, true));
		const protein = won.at(-1);
		if (protein && byHand.negative >= 11) Object.assign(protein, { points: '0', struck: true });
		return [{ id: 'row-lost', value: '', points: String(byHand.negative) }, ...won];
	}
	if (situation === 'discover' || situation === 'predict') {
		return lost.map(({ id, value }) => ({ id, value }));
	}
	return [{ id: 'row-score', value: '', points: String(byHand.score).replace('-', '−') }];
}
