import { LANGUAGES } from '#lib/domain/language.ts';

type UnvalidatedFields = Record<string, unknown>;

const DEFAULT_CRITERION_LEVELS = ['not-yet', 'with-help', 'alone'];
const MAIN_FILE = 'main.ts';
/** The last steps of every challenge. An exercise has nothing to decide, so it ends with `show` alone. */
const LAST_STEPS_OF_CHALLENGE = ['decide', 'show'];
const LAST_STEPS_OF_EXERCISE = ['show'];

const isPlainObject = (value: unknown): value is UnvalidatedFields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const mapIfList = (list: unknown, change: (item: unknown) => unknown): unknown =>
	Array.isArray(list) ? (list as unknown[]).map(change) : list;

const addDefaultFields = (value: unknown, fields: UnvalidatedFields): unknown =>
	isPlainObject(value) ? { ...fields, ...value } : value;

/** Fills in what challenge.yaml leaves out. `solution` is the text of the author's program, from which an arrange step takes its lines. */
export function fillManifestDefaults(manifest: unknown, solution = ''): unknown {
	if (!isPlainObject(manifest)) return manifest;
	const { steps, decision, rubric, exercise } = manifest;
	const lastSteps = exercise === true ? LAST_STEPS_OF_EXERCISE : LAST_STEPS_OF_CHALLENGE;
	return {
		partner: null,
		reviewer: null,
		languages: [...LANGUAGES],
		...manifest,
		...(steps !== undefined && {
			steps: withLastSteps(
				mapIfList(steps, (step) => withStepDefaults(step, solution)),
				lastSteps
			)
		}),
		...(decision !== undefined && { decision: withDecisionDefaults(decision) }),
		...(rubric !== undefined && {
			rubric: mapIfList(rubric, (criterion) =>
				typeof criterion === 'string' ? { id: criterion, levels: DEFAULT_CRITERION_LEVELS } : criterion
			)
		})
	};
}

function withLastSteps(steps: unknown, lastSteps: readonly string[]): unknown {
	if (!Array.isArray(steps)) return steps;
	const kinds = new Set((steps as unknown[]).map((step) => (isPlainObject(step) ? step['kind'] : undefined)));
	const missingKinds = lastSteps.filter((kind) => !kinds.has(kind));
	return [...(steps as unknown[]), ...missingKinds.map((kind) => ({ id: kind, kind }))];
}

/** Fills in one step. A step written as one word has this word as its kind; a step without an id gets its kind as id. */
function withStepDefaults(written: unknown, solution: string): unknown {
	const step = typeof written === 'string' ? { kind: written } : written;
	if (!isPlainObject(step)) return step;
	const { kind, values, hand, name } = step;
	return {
		...(typeof kind === 'string' && { id: kind }),
		...(kind === 'catch' && { functions: exportedFunctionsOf(solution) }),
		...(kind === 'arrange' && { file: MAIN_FILE, wrong: [], ...readArrangeLines(solution, name) }),
		...step,
		...(values !== undefined && { values: mapIfList(values, withDialDefaults) }),
		...(hand !== undefined && { hand: mapIfList(hand, (value) => addDefaultFields(value, { step: 1 })) })
	};
}

function withDialDefaults(dial: unknown): unknown {
	return isPlainObject(dial) ? { id: dial['name'], file: MAIN_FILE, step: 1, ...dial } : dial;
}

const exportedFunctionsOf = (solution: string): string[] =>
	[...solution.matchAll(/^export (?:async )?function (\w+)/gm)].flatMap(([, name]) => name ?? []);

function readArrangeLines(solution: string, name: unknown): { lines?: string[] } {
	if (typeof name !== 'string' || !/^\w+$/.test(name)) return {};
	const [, body] = new RegExp(`function ${name}\\([^\\n]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(solution) ?? [];
	const lines = (body ?? '').split('\n').map((line) => line.trim());
	return body === undefined ? {} : { lines: lines.filter((line) => line !== '') };
}

/** Fills in the decision. An author may write its options as a map from option to the values that the option sets. */
function withDecisionDefaults(decision: unknown): unknown {
	if (!isPlainObject(decision)) return decision;
	const { options, another } = decision;
	return {
		...decision,
		...(isPlainObject(options) && { options: Object.keys(options), settings: options }),
		...(another !== undefined && { another: mapIfList(another, (value) => addDefaultFields(value, { step: 1 })) })
	};
}
