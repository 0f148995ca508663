import { ask, type Answer, type Verdict } from 'braise/scene';
import { tenth } from '../data/labels';
import { pizzas, type Made } from '../data/pizzas';
import { type Nutrition, nutritionOf, rule } from '../given';
import { foundByHand, type Printed } from './by-hand';
import * as program from '../main';
import { cheese, salt, vegetables } from '../next-pizza';

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

/** A simplified model of the label. */
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
function withCheeses(cheeses: number): Made | undefined {
	const sold = pizzas.find(({ name }) => name === 'fourcheeses');
	if (sold === undefined || cheeses === SOLD) return sold;
	const nutrition = labelOf(sold.nutrition, cheeses);
	const toppings: Made['toppings'] = ['cream', ...(['cheese', 'blue', 'goat', 'cheese'] as const).slice(0, cheeses)];
	return { ...sold, name: 'cheeses', nutrition, byHand: foundByHand(nutrition), toppings };
}

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
