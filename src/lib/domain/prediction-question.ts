/** The question asked at the hand-in: what will your own program return for an input picked for your work? */
export type PredictionInputValue = string | number | boolean;

export type PredictionInputRange = { from: number; to: number; step: number } | { among: PredictionInputValue[] };

export interface PredictionQuestion {
	name: string;
	/** Arguments of the call, as JSON. A text `{id}` stands for the value picked for that id of `draw`. */
	args: unknown[];
	draw: Record<string, PredictionInputRange>;
}

export interface PredictionCall {
	name: string;
	args: unknown[];
	values: Record<string, PredictionInputValue>;
}

/** Picks the question for a work: always the same for one work id, and for most other works another one. */
export function pickPredictionCall(question: PredictionQuestion, workId: string): PredictionCall {
	const drawnEntries = Object.entries(question.draw).map(
		([id, one]) => [id, pickValueAt(one, hashToFraction(`${workId} ${id}`))] as const
	);
	return fillPredictionCall(question, Object.fromEntries(drawnEntries));
}

export function fillPredictionCall(
	{ name, args }: Pick<PredictionQuestion, 'name' | 'args'>,
	values: Record<string, PredictionInputValue>
): PredictionCall {
	return { name, args: args.map((arg) => fillPlaceholders(arg, values)), values };
}

export function countPossibleInputs({ draw }: PredictionQuestion): number {
	return Object.values(draw).reduce((product, valueRange) => product * countValuesInRange(valueRange), 1);
}

const countValuesInRange = (valueRange: PredictionInputRange): number =>
	'among' in valueRange
		? valueRange.among.length
		: Math.floor((valueRange.to - valueRange.from) / valueRange.step + 1e-9) + 1;

/** Returns the value at `fraction` of the range: 0 gives the first value, and just below 1 the last. */
export function pickValueAt(valueRange: PredictionInputRange, fraction: number): PredictionInputValue {
	const at = Math.min(countValuesInRange(valueRange) - 1, Math.floor(fraction * countValuesInRange(valueRange)));
	if ('among' in valueRange) return valueRange.among[at] ?? '';
	// Rounds binary fractions: 36.6 instead of 36.599999999999994.
	return Number((valueRange.from + at * valueRange.step).toPrecision(12));
}

const PLACEHOLDER_PATTERN = /^\{(\w+)\}$/;

function fillPlaceholders(arg: unknown, values: Record<string, PredictionInputValue>): unknown {
	if (typeof arg === 'string') {
		const [, id] = PLACEHOLDER_PATTERN.exec(arg) ?? [];
		return id !== undefined && Object.hasOwn(values, id) ? values[id] : arg;
	}
	if (Array.isArray(arg)) return arg.map((one) => fillPlaceholders(one, values));
	if (typeof arg !== 'object' || arg === null) return arg;
	return Object.fromEntries(Object.entries(arg).map(([key, one]) => [key, fillPlaceholders(one, values)]));
}

export function placeholdersIn(arg: unknown): string[] {
	if (typeof arg === 'string') return PLACEHOLDER_PATTERN.exec(arg)?.slice(1) ?? [];
	if (typeof arg !== 'object' || arg === null) return [];
	return Object.values(arg).flatMap(placeholdersIn);
}

/**
 * Hashes a text to a number from 0 up to 1: FNV-1a with a final mix, so that ids that differ only in their last character get distant
 * numbers.
 */
function hashToFraction(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

export function formatCallAsCode({ name, args }: Pick<PredictionCall, 'name' | 'args'>): string {
	return `${name}(${args.map(formatValueAsCode).join(', ')})`;
}

export function formatValueAsCode(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(formatValueAsCode).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
	const members = Object.entries(value).map(
		([key, one]) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key)}: ${formatValueAsCode(one)}`
	);
	return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
