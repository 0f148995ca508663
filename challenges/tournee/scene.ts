/** The country of Valcendre on a map of paper. The van drives as the student's own functions say. */
import { background, canvasHeight, canvasWidth, fit, label, layer } from 'braise/draw';
import { depot, pointOf } from './scene/country';
import { dashboard } from './scene/dashboard';
import type { Frame } from './scene/frame';
import { ground } from './scene/ground';
import { layoutFor } from './scene/layout';
import { paletteFor } from './scene/palette';
import { playFor, type Play } from './scene/plans';
import { playDistance } from './scene/play-distance';
import { playOrders } from './scene/play-orders';
import { playRound } from './scene/play-round';
import { described } from './scene/told';
import { van } from './scene/van';
import { bubble } from './scene/writing';

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
	play: Play;
}

const aboutOf = ({ situation, option, values }: Input) => JSON.stringify([situation, option, values]);

export function init(_seed: number, input: Input): State {
	return { about: aboutOf(input), steps: 0, play: playFor(input.situation, input.option, input.values) };
}

export function step(state: State, input: Input): State {
	if (state.about !== aboutOf(input)) return init(0, input);
	return { ...state, steps: state.steps + 1 };
}

function waiting(frame: Frame, name: string, shown: string): void {
	const at = frame.layout.at(pointOf(depot));
	dashboard(frame, 0, []);
	van(frame, { x: at.x, y: at.y + 10 }, { stripe: frame.palette.thread, leftwards: false, driving: false });
	bubble(frame, { who: label('driver'), words: label('driver-no-round', { name, shown }), tone: 'wrong' }, at, 1);
}

export function draw({ play, steps }: State, input: Input): void {
	const layout = layoutFor(canvasWidth, canvasHeight);
	fit(layout.width, layout.height);
	const palette = paletteFor(input.theme);
	const frame: Frame = {
		palette,
		layout,
		time: steps / 60,
		still: input.reducedMotion,
		french: input.language !== 'en'
	};
	background(palette.land);
	layer('country', input.theme, () => ground(palette, layout));
	if (play.kind === 'round') playRound(frame, play);
	else if (play.kind === 'distance') playDistance(frame, play);
	else if (play.kind === 'orders') playOrders(frame, play);
	else waiting(frame, play.name, play.shown);
}

export function describe({ play }: State, input: Input): string[] {
	const isTurned = input.situation === 'discover' && input.values !== undefined;
	return described(play, input.labels, input.language !== 'en', isTurned);
}
