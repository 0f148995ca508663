/** Fills in what an author may leave out of challenge.yaml, before it is checked. */

import { LANGUAGES } from '#lib/domain/language.ts';

type Fields = Record<string, unknown>;

const LEVELS = ['not-yet', 'with-help', 'alone'];
const MAIN_FILE = 'main.ts';
/** Every challenge ends with them; an exercise has nothing to decide. */
const LAST_STEPS = ['decide', 'show'];
const LAST_OF_EXERCISE = ['show'];

const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Changes each item of a list, and leaves alone what is none. */
const inList = (list: unknown, change: (item: unknown) => unknown): unknown =>
	Array.isArray(list) ? (list as unknown[]).map(change) : list;

/** Gives an object these fields where it has none of its own. */
const withFields = (value: unknown, fields: Fields): unknown => (isFields(value) ? { ...fields, ...value } : value);

/** `solution` is the text of the author's own program, whose lines an arrangement has. */
export function withDefaults(card: unknown, solution = ''): unknown {
	if (!isFields(card)) return card;
	const { steps, decision, rubric, exercise } = card;
	const last = exercise === true ? LAST_OF_EXERCISE : LAST_STEPS;
	return {
		partner: null,
		reviewer: null,
		languages: [...LANGUAGES],
		...card,
		...(steps !== undefined && {
			steps: withLastSteps(
				inList(steps, (step) => stepWith(step, solution)),
				last
			)
		}),
		...(decision !== undefined && { decision: decisionWith(decision) }),
		...(rubric !== undefined && {
			rubric: inList(rubric, (criterion) =>
				typeof criterion === 'string' ? { id: criterion, levels: LEVELS } : criterion
			)
		})
	};
}

function withLastSteps(steps: unknown, last: readonly string[]): unknown {
	if (!Array.isArray(steps)) return steps;
	const kinds = new Set((steps as unknown[]).map((step) => (isFields(step) ? step['kind'] : undefined)));
	const missing = last.filter((kind) => !kinds.has(kind));
	return [...(steps as unknown[]), ...missing.map((kind) => ({ id: kind, kind }))];
}

/** A step that is a word is of that kind; its id is its kind, unless it has one. */
function stepWith(written: unknown, solution: string): unknown {
	const step = typeof written === 'string' ? { kind: written } : written;
	if (!isFields(step)) return step;
	const { kind, values, hand, name } = step;
	return {
		...(typeof kind === 'string' && { id: kind }),
		...(kind === 'arrange' && { file: MAIN_FILE, wrong: [], ...linesOf(solution, name) }),
		...step,
		...(values !== undefined && { values: inList(values, dialWith) }),
		...(hand !== undefined && { hand: inList(hand, (value) => withFields(value, { step: 1 })) })
	};
}

function dialWith(dial: unknown): unknown {
	return isFields(dial) ? { id: dial['name'], file: MAIN_FILE, step: 1, ...dial } : dial;
}

/** Finds the lines of a function in the solution, in their order. */
function linesOf(solution: string, name: unknown): { lines?: string[] } {
	if (typeof name !== 'string' || !/^\w+$/.test(name)) return {};
	const [, body] = new RegExp(`function ${name}\\([^\\n]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(solution) ?? [];
	const lines = (body ?? '').split('\n').map((line) => line.trim());
	return body === undefined ? {} : { lines: lines.filter((line) => line !== '') };
}

/** Options may be a map, by option of what it sets. */
function decisionWith(decision: unknown): unknown {
	if (!isFields(decision)) return decision;
	const { options, another } = decision;
	return {
		...decision,
		...(isFields(options) && { options: Object.keys(options), settings: options }),
		...(another !== undefined && { another: inList(another, (value) => withFields(value, { step: 1 })) })
	};
}
