// FR  Le petit monde que le programme de l'élève fait marcher. `init`, `step`, `draw` le dessinent, `measure` chiffre la décision. Des pièces toutes faites : page /kit.
// EN  The little world that the student's program drives. `init`, `step` and `draw` draw it, `measure` gives the decision its figures. Ready-made pieces: page /kit.
import { background, circle, fill, fit, noStroke, rect } from 'braise/draw';
import { days } from './data/days.ts';
import { trays } from './main.ts';

interface Input {
	labels: Record<string, string>;
	theme: 'light' | 'dark';
	situation: string;
	option?: string;
	values?: Record<string, number>;
}

interface State {
	meals: number;
	trays: number;
}

const PORTIONS = 8;

/** FR  Un programme en chantier peut renvoyer n'importe quoi.   EN  An unfinished program may return anything. */
function asked(meals: number): number {
	try {
		const answer: unknown = trays(meals);
		return typeof answer === 'number' && answer >= 0 && answer <= meals + 1 ? answer : 0;
	} catch {
		return 0;
	}
}

/** FR  Un bac entamé n'existe pas.   EN  There is no such thing as part of a tray. */
function served(meals: number, count: number): number {
	return Math.min(meals, Math.floor(count) * PORTIONS);
}

export function init(_seed: number, _input: Input): State {
	const meals = 20;
	return { meals, trays: asked(meals) };
}

export function step(state: State): State {
	return state;
}

export function draw(state: State, input: Input): void {
	fit(400, 240);
	const dark = input.theme === 'dark';
	background(dark ? '#1f1d1b' : '#f6f1e7');
	noStroke();
	fill(dark ? '#5c564e' : '#d8cdb8');
	for (let tray = 0; tray < Math.floor(state.trays); tray++) rect(20 + tray * 92, 30, 84, 60);
	const count = served(state.meals, state.trays);
	for (let meal = 0; meal < state.meals; meal++) {
		fill(meal < count ? '#f26b21' : dark ? '#8a8378' : '#a89f90');
		circle(30 + (meal % 10) * 36, 140 + Math.floor(meal / 10) * 40, 24);
	}
}

/** FR  Ce que la scène montre, en mots : pour qui ne la voit pas.   EN  What the scene shows, in words: for whoever does not see it. */
export function describe(state: State, input: Input): string {
	const without = state.meals - served(state.meals, state.trays);
	const values: Record<string, number> = { trays: state.trays, meals: state.meals, without };
	return (input.labels['describe'] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** FR  Les mêmes chiffres pour chaque option, sur ce que fait le programme.   EN  The same figures for each option, on what the program does. */
export function measure(option: string, values: Record<string, number> = {}) {
	const share = option === 'booked' ? 100 : option === 'usual' ? 80 : (values['share'] ?? 90);
	let thrown = 0;
	let without = 0;
	for (const { booked, came } of days) {
		const portions = Math.floor(asked((booked * share) / 100)) * PORTIONS;
		thrown += Math.max(0, portions - came);
		without += Math.max(0, came - portions);
	}
	return [
		{ id: 'thrown', value: thrown, unit: 'count' },
		{ id: 'without', value: without, unit: 'count' }
	];
}
