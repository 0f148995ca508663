/** How Awa finds by hand what the program should return, and what she writes on her slate. Pure. */
import type { Made } from '../data/pizzas';
import { rule, type Nutrition } from '../given';

/** What is printed on the box in a step: the number of points that the step is about, or the letter. */
export type Printed = 'points' | 'negative' | 'score' | 'letter';

type Name = keyof Nutrition;

interface Row {
	name: Name | 'lost' | 'score';
	/** The value on the label, in its unit; none for a sum. */
	value?: string;
	points?: string;
	isStruck?: boolean;
}

const BAD = ['energy', 'saturates', 'sugars', 'salt'] as const;
const GOOD = ['vegetables', 'fibre', 'protein'] as const;
/** From so many unfavourable points on, protein does not count. */
const EXCEPTION = 11;

/** How many limits Awa crosses out on paper. */
export const passed = (name: Name, value: number): number => rule[name].filter((limit) => value > limit).length;

/** Nothing of the program is used here. */
export function foundByHand(label: Nutrition): Made['byHand'] {
	const sum = (names: readonly Name[]) => names.reduce((points, name) => points + passed(name, label[name]), 0);
	const negative = sum(BAD);
	const score = negative - sum(negative < EXCEPTION ? GOOD : GOOD.slice(0, 2));
	const letter = score <= 0 ? 'A' : score <= 2 ? 'B' : score <= 10 ? 'C' : score <= 18 ? 'D' : 'E';
	return { salt: passed('salt', label.salt), negative, score, letter };
}

export function rowsOf({ byHand, nutrition }: Made, printed: Printed, situation: string): Row[] {
	const rowOf = (name: Name): Row => {
		const unit = name === 'energy' ? 'kJ' : name === 'vegetables' ? '%' : 'g';
		return { name, value: `${nutrition[name]} ${unit}` };
	};
	const counted = (name: Name, sign = ''): Row => {
		const points = passed(name, nutrition[name]);
		return { ...rowOf(name), points: points === 0 ? '0' : `${sign}${points}` };
	};
	if (situation === 'recipe') return (['energy', 'saturates', 'salt', 'vegetables'] as const).map(rowOf);
	if (printed === 'points') return [rowOf('salt')];
	if (printed === 'negative') return BAD.map((name) => counted(name));
	if (printed === 'score') {
		const rows = GOOD.map((name) => counted(name, '−'));
		if (byHand.negative >= EXCEPTION) Object.assign(rows.at(-1) ?? {}, { points: '0', isStruck: true });
		return [{ name: 'lost', points: String(byHand.negative) }, ...rows];
	}
	if (situation === 'discover' || situation === 'predict') return BAD.map(rowOf);
	return [{ name: 'score', points: String(byHand.score).replace('-', '−') }];
}
