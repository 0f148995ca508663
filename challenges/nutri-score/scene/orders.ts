/** Which pizzas pass in which step, what the student's program returns for them, and what Awa found by hand. */
import { ask, type Answer, type Verdict } from 'braise/scene';
import { pizzas, type Made } from '../data/pizzas';
import { nutritionOf, rule, type Nutrition } from '../given';
import * as program from '../main';
import { cheese, salt, vegetables } from '../next-pizza';
import { withCheeses } from './cheeses';

/** What is printed on the box in a step: the number of points that the step is about, or the letter. */
export type Printed = 'points' | 'negative' | 'score' | 'letter';

export interface Order {
	pizza: Made;
	/** What the program returns. */
	shown: string;
	/** What Awa found by hand; for her next recipe, what she wishes for. */
	fair: string;
	verdict: Verdict;
	/** How many cheeses a hand has put on it. */
	cheeses?: number;
}

const plans: Record<string, string[]> = {
	discover: ['fourcheeses', 'garden', 'valcendre', 'goat'],
	predict: ['valcendre', 'fourcheeses', 'garden'],
	points: ['valcendre', 'garden', 'mushroom', 'fourcheeses', 'pear'],
	negative: ['valcendre', 'garden', 'goat', 'fourcheeses', 'wholemeal'],
	score: ['valcendre', 'garden', 'wholemeal', 'mushroom', 'goat'],
	grade: ['garden', 'wholemeal', 'margherita', 'valcendre', 'fourcheeses'],
	stretch: ['anchovy', 'margherita', 'mushroom', 'garden', 'valcendre'],
	show: ['valcendre', 'garden', 'margherita', 'wholemeal', 'fourcheeses']
};

export const printedIn = (situation: string): Printed =>
	situation === 'points' || situation === 'negative' || situation === 'score' ? situation : 'letter';

export const scoreOf = (nutrition: Nutrition): Answer => ask(program, 'score', { ...nutrition });

/** Anything but a letter from A to E is odd. */
export function letterOf(nutrition: Nutrition): Answer {
	const score = scoreOf(nutrition);
	const letter = 'value' in score ? ask(program, 'grade', score.value) : score;
	const { value } = letter;
	const isLetter = typeof value === 'string' && /^[A-E]$/.test(value);
	return { ...letter, odd: !isLetter, shown: isLetter ? value : letter.shown };
}

function printedFor(nutrition: Nutrition, printed: Printed): Answer {
	if (printed === 'letter') return letterOf(nutrition);
	if (printed === 'points') return ask(program, 'points', nutrition.salt, [...rule.salt]);
	return ask(program, printed, { ...nutrition });
}

function fairOf({ byHand }: Made, printed: Printed): string {
	const fair = { points: byHand.salt, negative: byHand.negative, score: byHand.score, letter: byHand.letter }[printed];
	return String(fair).replace('-', '−');
}

function orderOf(pizza: Made, printed: Printed): Order {
	const { shown, odd } = printedFor(pizza.nutrition, printed);
	const fair = fairOf(pizza, printed);
	return { pizza, shown, fair, verdict: odd ? 'odd' : shown === fair ? 'right' : 'wrong' };
}

/** Awa's next pizza, from the values that the student sets. */
function nextPizza(): Order {
	const nutrition = nutritionOf({ cheese, vegetables, salt });
	const toppings: Made['toppings'] = ['sauce', ...(cheese > 12 ? (['cheese'] as const) : []), 'cheese'];
	if (vegetables >= 10) toppings.push('pepper');
	if (vegetables >= 25) toppings.push('mushroom');
	if (vegetables >= 40) toppings.push('basil', 'olive');
	const byHand = { salt: 0, negative: 0, score: 0, letter: 'C' as const };
	const pizza: Made = { name: 'next', cents: 0, sold: 0, nutrition, byHand, toppings };
	const { shown, odd } = letterOf(nutrition);
	const isGood = cheese >= 30 && salt >= 0.9 && shown <= 'C';
	return { pizza, shown, fair: 'C', verdict: odd ? 'odd' : isGood ? 'right' : 'wrong' };
}

/** `cheeses` is how many a hand wants on the four cheeses. */
export function ordersOf(situation: string, cheeses?: number): Order[] {
	if (situation === 'recipe') return [nextPizza()];
	const printed = printedIn(situation);
	return (plans[situation] ?? plans['show'] ?? []).flatMap((name) => {
		const isTurned = name === 'fourcheeses' && cheeses !== undefined;
		const pizza = isTurned ? withCheeses(cheeses) : pizzas.find((each) => each.name === name);
		if (pizza === undefined) return [];
		return [{ ...orderOf(pizza, printed), ...(isTurned && { cheeses }) }];
	});
}
