/** The ward of Valcendre by night. Lamps, charts and the nurse's steps follow what the student's own functions answer. */
import { background, canvasHeight, canvasWidth, fit } from 'braise/draw';
import { askRising } from './scene/asked';
import { bedsTonight, type BedState } from './scene/beds';
import { describeHand, describeNights, describeTonight, describeTrends, type Labels } from './scene/describe';
import { layoutFor } from './scene/layout';
import { paletteFor } from './scene/palette';
import { playNights } from './scene/replay';
import { ruleOf, staysUnder, type Stay } from './scene/rounds';
import { footFor } from './scene/tally';
import { playTonight } from './scene/tonight';

export { measure } from './scene/measure';

/** What the scene is told: see SceneInput of the sandbox. */
interface Input {
	labels: Labels;
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
	beds: BedState[];
	/** For the decision and the stretch: four nights instead of one. */
	stays: Stay[] | null;
	trends: boolean;
}

/** The temperature that a hand gives the silent bed, where one may: in the first step. */
const temperatureIn = ({ situation, values }: Input) =>
	situation === 'discover' ? values?.['temperature'] : undefined;

const aboutOf = ({ situation, option, values }: Input) => JSON.stringify([situation, option, values]);

export function init(_seed: number, input: Input): State {
	const trends = input.situation === 'stretch';
	const replays = trends || input.situation === 'decide';
	return {
		about: aboutOf(input),
		steps: 0,
		beds: replays ? [] : bedsTonight(temperatureIn(input)),
		stays: replays ? staysUnder(ruleOf(trends ? 'five' : (input.option ?? 'five'), input.values)) : null,
		trends
	};
}

export function step(state: State, input: Input): State {
	if (state.about !== aboutOf(input)) return init(0, input);
	return { ...state, steps: state.steps + 1 };
}

export function draw(state: State, input: Input): void {
	const palette = paletteFor(input.theme);
	const foot = state.stays === null ? 0 : footFor(canvasWidth, state.trends);
	const layout = layoutFor(canvasWidth, canvasHeight, foot);
	fit(layout.width, layout.height + foot);
	background(palette.floor[1] ?? '#000000');
	const time = state.steps / 60;
	const still = input.reducedMotion;
	const isTurned = temperatureIn(input) !== undefined;
	if (state.stays === null) playTonight(palette, layout, { beds: state.beds, time, still, isTurned });
	else playNights(palette, layout, { stays: state.stays, time, still, trends: state.trends });
}

export function describe(state: State, input: Input): string[] {
	const { labels } = input;
	if (state.stays === null) {
		const isTurned = temperatureIn(input) !== undefined;
		const hand = isTurned ? describeHand(labels, state.beds, input.language !== 'en') : [];
		return [...hand, ...describeTonight(labels, state.beds)];
	}
	return state.trends ? describeTrends(labels, askRising([0, 1, 2]) !== null) : describeNights(labels, state.stays);
}
