/** Which pizzas pass in which step, what the student's program answers for them, and what Awa found by hand. */
import * as program from '../main';
import * as given from '../given';
import * as own from '../next-pizza';
import { pizzas, type Made } from '../data/pizzas';
import { withCheeses } from './cheeses';

/** What is printed on the box in a step: the number of points that the step is about, or the letter. */
export type Printed = 'points' | 'negative' | 'score' | 'letter';

export type Answer = { kind: 'letter' | 'number'; shown: string } | { kind: 'nonsense'; shown: string };

export interface Order {
	pizza: Made;
	answer: Answer;
	/** What Awa found by hand; for her next recipe, what she wishes for. */
	fair: string;
	right: boolean;
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

const shorten = (text: string) => (text.length > 10 ? `${text.slice(0, 9)}…` : text);

function answerOf(ask: () => unknown, printed: Printed): Answer {
	let answer: unknown;
	try {
		answer = ask();
	} catch (error) {
		return { kind: 'nonsense', shown: shorten(error instanceof Error ? error.name : 'Error') };
	}
	if (printed === 'letter' && typeof answer === 'string' && /^[A-E]$/.test(answer))
		return { kind: 'letter', shown: answer };
	if (printed !== 'letter' && typeof answer === 'number' && Number.isFinite(answer)) {
		return { kind: 'number', shown: String(Math.round(answer * 100) / 100 + 0).replace('-', '−') };
	}
	if (typeof answer === 'string') return { kind: 'nonsense', shown: shorten(`'${answer}'`) };
	return { kind: 'nonsense', shown: typeof answer === 'object' && answer !== null ? '{…}' : shorten(String(answer)) };
}

/** The student's functions may be missing, throw, or answer anything at all. */
export function ask(pizza: Pick<Made, 'nutrition'>, printed: Printed): Answer {
	const label = { ...pizza.nutrition };
	switch (printed) {
		case 'points':
			return answerOf(() => program.points(label.salt, [...given.rule.salt]), printed);
		case 'negative':
			return answerOf(() => program.negative(label), printed);
		case 'score':
			return answerOf(() => program.score(label), printed);
		case 'letter':
			return answerOf(() => program.grade(program.score(label)), printed);
	}
}

/** What a sum of points is, when it is a number. */
export function scoreOf(pizza: Pick<Made, 'nutrition'>): number | null {
	const answer = ask(pizza, 'score');
	return answer.kind === 'number' ? Number(answer.shown.replace('−', '-')) : null;
}

function fairOf({ byHand }: Made, printed: Printed): string {
	if (printed === 'letter') return byHand.letter;
	const number = printed === 'points' ? byHand.salt : printed === 'negative' ? byHand.negative : byHand.score;
	return String(number).replace('-', '−');
}

/** Awa's next pizza, from the values that the student sets. */
function nextPizza(): Order {
	const { cheese, vegetables, salt } = own;
	const label = given.nutritionOf({ cheese, vegetables, salt });
	const toppings: Made['toppings'] = ['sauce', ...(cheese > 12 ? (['cheese'] as const) : []), 'cheese'];
	if (vegetables >= 10) toppings.push('pepper');
	if (vegetables >= 25) toppings.push('mushroom');
	if (vegetables >= 40) toppings.push('basil', 'olive');
	const byHand = { salt: 0, negative: 0, score: 0, letter: 'C' as const };
	const pizza: Made = { name: 'next', cents: 0, sold: 0, nutrition: label, byHand, toppings };
	const answer = ask(pizza, 'letter');
	const tasty = cheese >= 30 && salt >= 0.9;
	return { pizza, answer, fair: 'C', right: tasty && answer.kind === 'letter' && answer.shown <= 'C' };
}

function orderOf(pizza: Made, printed: Printed): Order {
	const answer = ask(pizza, printed);
	const fair = fairOf(pizza, printed);
	return { pizza, answer, fair, right: answer.kind !== 'nonsense' && answer.shown === fair };
}

/** `cheeses` is how many a hand wants on the four cheeses. */
export function ordersOf(situation: string, cheeses?: number): Order[] {
	if (situation === 'recipe') return [nextPizza()];
	const printed = printedIn(situation);
	const names = plans[situation] ?? plans['show'] ?? [];
	return names.flatMap((name) => {
		const isTurned = name === 'fourcheeses' && cheeses !== undefined;
		const pizza = isTurned ? withCheeses(cheeses) : pizzas.find((each) => each.name === name);
		if (pizza === undefined) return [];
		return [{ ...orderOf(pizza, printed), ...(isTurned && { cheeses }) }];
	});
}
