/** The pizza line of La Fournée du Lavoir. Its printer puts on each box what the student's own program answers. */
import { background, canvasHeight, canvasWidth, fit } from 'braise/draw';
import { isPile } from './scene/cheeses';
import { layoutFor } from './scene/layout';
import { playLine } from './scene/line';
import { planOf, shelfOf, type Plan, type Shelved } from './scene/measure';
import { ordersOf, printedIn, type Order } from './scene/orders';
import { paletteFor } from './scene/palette';
import { playShelf } from './scene/shelf';

export { measure } from './scene/measure';

/** What the scene is told: see SceneInput of the sandbox. */
interface Input {
	labels: Record<string, string>;
	language: string;
	theme: 'light' | 'dark';
	situation: string;
	option?: string;
	values?: Record<string, number>;
	reducedMotion: boolean;
}

export interface State {
	/** What it was begun for: another situation, option or value begins anew. */
	about: string;
	/** Steps since then: sixty a second. */
	steps: number;
	orders: Order[];
	/** In the shop, for the decision. */
	shelf: { plan: Plan; boxes: Shelved[] } | null;
}

/** How many cheeses a hand puts on the four cheeses, where one may: in the first step. */
const cheesesIn = ({ situation, values }: Input) => (situation === 'discover' ? values?.['cheeses'] : undefined);

const aboutOf = ({ situation, option, values }: Input) => JSON.stringify([situation, option, values]);

export function init(_seed: number, input: Input): State {
	const plan = input.situation === 'decide' ? planOf(input.option ?? 'shave', input.values) : null;
	return {
		about: aboutOf(input),
		steps: 0,
		orders: plan ? [] : ordersOf(input.situation, cheesesIn(input)),
		shelf: plan ? { plan, boxes: shelfOf(plan) } : null
	};
}

export function step(state: State, input: Input): State {
	if (state.about !== aboutOf(input)) return init(0, input);
	return { ...state, steps: state.steps + 1 };
}

const commaOf = (language: string) => (text: string) => (language === 'fr' ? text.replace('.', ',') : text);

export function draw(state: State, input: Input): void {
	const layout = layoutFor(canvasWidth, canvasHeight);
	fit(layout.width, layout.height);
	const palette = paletteFor(input.theme);
	background(palette.floor[1] ?? '#b66f51');
	const time = state.steps / 60;
	const { situation, reducedMotion: still } = input;
	const comma = commaOf(input.language);
	if (state.shelf !== null) playShelf(palette, layout, { ...state.shelf, time, still });
	else
		playLine(palette, layout, { orders: state.orders, printed: printedIn(situation), situation, time, still, comma });
}

/** A label with its values: `describe` is also asked where nothing is drawn. */
function said(input: Input, id: string, values: Record<string, unknown> = {}): string {
	const template = input.labels[id] ?? id;
	return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

export function describe(state: State, input: Input): string[] {
	if (state.shelf !== null) {
		const { plan, boxes } = state.shelf;
		const low = boxes.filter(({ letter }) => letter === 'D' || letter === 'E').length;
		const moved = boxes.filter(({ letter, before }) => letter !== before);
		const whole = said(input, plan.logo ? 'describe-shelf' : 'describe-bare', {
			low,
			moved: moved.length,
			count: boxes.length
		});
		if (!plan.logo) return [whole];
		const changes = moved.map(({ pizza, letter, before }) =>
			said(input, 'describe-moved', {
				name: said(input, `pizza-${pizza.name}`),
				before: before ?? '?',
				after: letter ?? '?'
			})
		);
		return [whole, ...changes];
	}
	const { orders } = state;
	const right = orders.filter((order) => order.right).length;
	const count = orders.length;
	const whole = said(input, right === count ? 'describe-right' : 'describe-wrong', { right, count });
	const id = input.situation === 'recipe' ? 'describe-recipe' : 'describe-box';
	const printed = said(input, `printed-${printedIn(input.situation)}`);
	const hand = orders.flatMap(({ cheeses, answer, fair }) =>
		cheeses === undefined
			? []
			: [
					said(input, isPile(cheeses) ? 'describe-pile' : 'describe-hand', {
						count: cheeses,
						shown: answer.shown,
						fair
					})
				]
	);
	return [
		...hand,
		whole,
		...orders.map(({ pizza, answer, fair, cheeses }) =>
			said(input, id, {
				name: said(input, `pizza-${pizza.name}`, { count: cheeses }),
				printed,
				shown: answer.shown,
				fair
			})
		)
	];
}
