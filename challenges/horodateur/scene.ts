/** The street of Valcendre. The meter's screen shows what the student's own function answers. */
import { background, canvasHeight, canvasWidth, fit } from 'braise/draw';
import { playStreet } from './scene/day';
import { layoutFor } from './scene/layout';
import { memoryOf, type Memory } from './scene/memory';
import { playNight } from './scene/night';
import { ageOf } from './scene/overgrown';
import { paletteFor } from './scene/palette';
import { staysOf, type Stay } from './scene/stays';

export { measure } from './scene/measure';

/** What the scene is told: see SceneInput of the sandbox. */
interface Input {
	labels: Record<string, string>;
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
	stays: Stay[];
	/** By night, for the decision. */
	memory: Memory | null;
}

/** How long a hand lets Léonie stay, where one may: in the first step. */
const hersIn = ({ situation, values }: Input) => (situation === 'discover' ? values?.['minutes'] : undefined);

const aboutOf = ({ situation, option, values }: Input) => JSON.stringify([situation, option, values]);

export function init(_seed: number, input: Input): State {
	const decides = input.situation === 'decide';
	return {
		about: aboutOf(input),
		steps: 0,
		stays: decides ? [] : staysOf(input.situation, hersIn(input)),
		memory: decides ? memoryOf(input.option ?? 'paper', input.values) : null
	};
}

export function step(state: State, input: Input): State {
	if (state.about !== aboutOf(input)) return init(0, input);
	return { ...state, steps: state.steps + 1 };
}

export function draw(state: State, input: Input): void {
	const layout = layoutFor(canvasWidth, canvasHeight);
	fit(layout.width, layout.height);
	const time = state.steps / 60;
	const hour = state.memory !== null ? 'night' : input.theme === 'dark' ? 'dusk' : 'day';
	const palette = paletteFor(hour);
	background(palette.near);
	if (state.memory !== null) playNight(palette, layout, state.memory, time, input.reducedMotion);
	else playStreet(palette, layout, { stays: state.stays, time, still: input.reducedMotion, hers: hersIn(input) });
}

/** A label with its values: `describe` is also asked where nothing is drawn. */
function said(input: Input, id: string, values: Record<string, unknown>): string {
	const template = input.labels[id] ?? id;
	return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** What a listener needs first comes first; then every car of the street, in order. */
export function describe(state: State, input: Input): string[] {
	if (state.memory !== null) {
		const { count, told } = state.memory;
		return [said(input, 'describe-decision', { stored: count, told })];
	}
	const wrong = state.stays.filter(({ verdict }) => verdict !== 'right');
	const count = state.stays.length;
	const whole =
		wrong.length === 0
			? said(input, 'describe-right', { count })
			: said(input, 'describe-wrong', { right: count - wrong.length, count });
	const lines = [whole, ...state.stays.map((stay) => describeStay(stay, input))];
	const hers = hersIn(input);
	return hers === undefined
		? lines
		: [...state.stays.filter(({ leonie }) => leonie).map((stay) => describeHand(stay, input)), ...lines];
}

function describeHand({ minutes, asked, fair }: Stay, input: Input): string {
	const id = ageOf(minutes) > 0 ? 'describe-overgrown' : 'describe-hand';
	return said(input, id, { minutes, price: priceIn(asked, input), expected: fair });
}

function priceIn(asked: Stay['asked'], input: Input): string {
	return asked.kind === 'cents' ? said(input, 'cents', { cents: asked.cents }) : said(input, 'no-price', {});
}

function describeStay({ minutes, leonie, asked, fair, verdict }: Stay, input: Input): string {
	const id = leonie ? 'describe-leonie' : 'describe-car';
	return said(input, id, {
		minutes,
		price: priceIn(asked, input),
		expected: fair,
		verdict: said(input, verdict, { cents: Math.abs(asked.kind === 'cents' ? asked.cents : 0) })
	});
}
