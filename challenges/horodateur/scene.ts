/** The street of Valcendre. The meter's screen shows what the student's own function answers. */
import { canvasHeight, canvasWidth, fit, background, label } from 'braise/draw';
import { playStreet } from './scene/day';
import { layoutFor } from './scene/layout';
import { paletteFor } from './scene/palette';
import { staysOf, type Stay } from './scene/stays';

export { measure } from './scene/measure';

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
	situation: string;
	/** Steps since the situation began: sixty a second. */
	steps: number;
	stays: Stay[];
}

export function init(_seed: number, input: Input): State {
	return { situation: input.situation, steps: 0, stays: staysOf(input.situation) };
}

export function step(state: State, input: Input): State {
	if (state.situation !== input.situation) return init(0, input);
	return { ...state, steps: state.steps + 1 };
}

export function draw(state: State, input: Input): void {
	const layout = layoutFor(canvasWidth, canvasHeight);
	fit(layout.width, layout.height);
	const palette = paletteFor(input.theme === 'dark' ? 'dusk' : 'day');
	background(palette.near);
	playStreet(palette, layout, { stays: state.stays, time: state.steps / 60, still: input.reducedMotion });
}

export function describe(state: State): string {
	return label('describe-right', { count: state.stays.length });
}
