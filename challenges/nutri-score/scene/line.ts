/** The line at work: boxes come, the printer prints what the program returns, Awa says what she thinks, and they go. */
import { label, layer } from 'braise/draw';
import {
	packingLine,
	person,
	says,
	slate,
	tickets,
	timeline,
	workshop,
	type Area,
	type Look,
	type Mood,
	type SceneInput
} from 'braise/scene';
import { rule } from '../given';
import { passed, rowsOf } from './by-hand';
import { isPile, SOLD, printedIn, type Order } from './orders';

export interface Line {
	orders: Order[];
	situation: string;
}

/** Whoever has just changed the program sees its answer at once; whoever moved the hand, too. */
const story = timeline({ each: 6.2, begins: 1.1, still: 3.4 });
const storyOfHand = timeline({ each: 6.2, begins: 2.5, still: 3.4 });
/** Seconds into a story. */
const SPEAKS = 2.1;
const LEAVES = 5;

const AWA: Look = {
	skin: '#7d4e34',
	hair: '#1f1613',
	coat: '#f4efe4',
	fold: '#d9d0bf',
	scarf: '#a8472f',
	legs: '#34404f',
	style: 'bun',
	apron: '#a8472f'
};
const MOODS: Record<Order['verdict'], Mood> = { right: 'content', wrong: 'indignant', odd: 'puzzled' };
/** The last score of each letter. */
const LAST_SCORES = ['≤ 0', '≤ 2', '≤ 10', '≤ 18', '…'];

function wordsOf({ shown, fair, verdict }: Order, situation: string): string {
	if (verdict === 'odd') return label('says-nonsense', { shown });
	if (situation === 'recipe') {
		if (verdict === 'right') return label('says-recipe-right', { shown });
		return label(shown <= 'C' ? 'says-tasteless' : 'says-recipe-wrong', { shown });
	}
	const kind = printedIn(situation) === 'letter' ? '' : '-number';
	return label(`says-${verdict}${kind}`, { shown, fair });
}

const nameOf = ({ pizza, cheeses }: Order, kind: 'pizza' | 'short') =>
	label(`${kind}-${pizza.name}`, { count: cheeses ?? 0 });

const boxOf = (order: Order, title: string) => {
	const { pizza, shown: prints, verdict, cheeses = 0 } = order;
	const pile = cheeses > SOLD ? { cheeses: cheeses - SOLD, hasMouse: isPile(cheeses) } : undefined;
	return { pizza, title, prints, verdict, pile };
};

function cardOf(order: Order, isLetter: boolean) {
	const { shown, fair, verdict, pizza } = order;
	const right = verdict === 'right';
	const wished = pizza.name === 'next' ? `${label('wish')} ${fair}` : label('should-be', { fair });
	return {
		title: nameOf(order, 'short'),
		value: shown,
		isGrade: isLetter && verdict !== 'odd',
		note: right ? label('right') : wished,
		short: `≠ ${fair}`,
		right
	};
}

function slateOf(order: Order, situation: string, language: string) {
	const local = (text: string) => (language === 'fr' ? text.replace('.', ',') : text);
	const printed = printedIn(situation);
	const { salt } = order.pizza.nutrition;
	const rows = rowsOf(order.pizza, printed, situation);
	const squares = rule.salt.map((limit, index) => ({
		words: local(String(limit)),
		isFilled: index < passed('salt', salt)
	}));
	return {
		title: nameOf(order, 'pizza'),
		rows: rows.map(({ name, value = '', points, isStruck = false }) => ({
			words: `${label(`row-${name}`)} ${local(value)}`.trim(),
			value: points,
			isStruck
		})),
		squares: printed === 'points' ? squares : undefined,
		grades: printed === 'letter' && rows.length === 1 ? { notes: LAST_SCORES, current: order.fair } : undefined,
		total: { words: label(situation === 'recipe' ? 'wish' : 'by-hand'), value: order.fair }
	};
}

/** A board with its shadow. */
const around = ({ x, y, width, height }: Area): Area => ({
	x: x - 12,
	y: y - 12,
	width: width + 24,
	height: height + 24
});

export function playLine(
	{ orders, situation }: Line,
	moment: { time: number; still: boolean },
	{ language, theme }: SceneInput
): void {
	const isTurned = orders.some(({ cheeses }) => cheeses !== undefined);
	const current = (isTurned ? storyOfHand : story).at(moment.time, orders.length, moment.still);
	const { index, now, part } = current;
	const order = orders[index];
	if (order === undefined) return;
	const { board, worker } = workshop();
	const writing = slateOf(order, situation, language);
	// Written once an order, not in each picture.
	layer('slate', JSON.stringify([theme, writing]), () => slate(board, writing), around(board));
	person(worker, {
		look: AWA,
		faces: 'left',
		mood: now < SPEAKS ? 'waiting' : MOODS[order.verdict],
		shakes: order.verdict === 'wrong' && now >= SPEAKS ? 1 - (now - SPEAKS) / 1.2 : 0
	});
	const printed = printedIn(situation);
	const title = label(`printed-${printed}`);
	packingLine(
		orders.map((each) => boxOf(each, title)),
		current
	);
	says(worker, wordsOf(order, situation), {
		tone: order.verdict,
		grown: part(SPEAKS, SPEAKS + 0.25) * (1 - part(LEAVES, LEAVES + 0.2)),
		top: 104,
		left: board.x + board.width * 0.65
	});
	tickets(
		orders.map((each) => cardOf(each, printed === 'letter')),
		index
	);
}
