/** The pizza line of La Fournée du Lavoir. Its printer puts on each box what the student's own program returns. */
import { label } from 'braise/draw';
import { cabinet, scene, type SceneInput } from 'braise/scene';
import { isPile, ordersOf, printedIn, type Order } from './scene/orders';
import { playLine, type Line } from './scene/line';
import { isLow, isMoved, planOf, shelfOf, type Plan, type Shelved } from './scene/measure';

export { measure } from './scene/measure';

interface Shop {
	plan: Plan;
	shelf: Shelved[];
}

type Story = { kind: 'line'; line: Line } | { kind: 'shop'; shop: Shop };

/** How many cheeses a hand puts on the four cheeses, where one may: in the first step. */
const cheesesIn = ({ situation, values }: SceneInput) => (situation === 'discover' ? values?.['cheeses'] : undefined);

export const { init, step, draw, describe } = scene<Story>({
	prepare(input) {
		const { situation, option = 'shave', values } = input;
		if (situation !== 'decide')
			return { kind: 'line', line: { orders: ordersOf(situation, cheesesIn(input)), situation } };
		const plan = planOf(option, values);
		return { kind: 'shop', shop: { plan, shelf: shelfOf(plan) } };
	},
	play(story, { time, still, input }) {
		if (story.kind === 'shop') playShop(story.shop);
		else playLine(story.line, { time, still }, input);
	},
	describe: (story) => (story.kind === 'shop' ? shopInWords(story.shop) : lineInWords(story.line))
});

/** Twelve boxes as customers see them under a plan, with the student's own letters. */
function playShop({ plan, shelf }: Shop): void {
	const counts = { moved: shelf.filter(isMoved).length, low: shelf.filter(isLow).length };
	const boxes = shelf.map(({ pizza, letter, before }) => {
		const name = label(`short-${pizza.name}`);
		return plan.logo ? { pizza, name, grade: letter, before } : { pizza, name };
	});
	cabinet(label(plan.logo ? 'shelf-letters' : 'shelf-bare', counts), boxes);
}

/** The whole shelf, then what a plan has changed on it. */
function shopInWords({ plan, shelf }: Shop): string[] {
	const moved = shelf.filter(isMoved);
	const counts = { count: shelf.length, moved: moved.length, low: shelf.filter(isLow).length };
	if (!plan.logo) return [label('describe-bare', counts)];
	const changes = moved.map(({ pizza, letter: after, before }) =>
		label('describe-moved', { name: label(`pizza-${pizza.name}`), before, after })
	);
	return [label('describe-shelf', counts), ...changes];
}

/** First what a hand has changed, then the whole line, then each other box that is wrong; a new recipe in any case. */
function lineInWords({ orders, situation }: Line): string[] {
	const wrong = orders.filter(({ verdict }) => verdict !== 'right');
	const count = orders.length;
	const right = count - wrong.length;
	const whole = right === count ? label('describe-right') : label('describe-wrong', { right, count });
	const hand = orders.filter(({ cheeses }) => cheeses !== undefined);
	const others = situation === 'recipe' ? orders : wrong.filter((order) => !hand.includes(order));
	return [...hand.map(handInWords), whole, ...others.map((order) => orderInWords(order, situation))];
}

const handInWords = ({ cheeses: count = 0, shown, fair }: Order) =>
	label(isPile(count) ? 'describe-pile' : 'describe-hand', { count, shown, fair });

function orderInWords({ pizza, shown, fair, cheeses: count }: Order, situation: string): string {
	const name = label(`pizza-${pizza.name}`, { count });
	const printed = label(`printed-${printedIn(situation)}`);
	return label(situation === 'recipe' ? 'describe-recipe' : 'describe-box', { name, printed, shown, fair });
}
