/**
 * What handing in asks: what does your own program return? A function, and an input that is drawn for each work: neighbours have
 * different ones, and the same work always the same. Its question stands in the texts, with `{id}` for what was drawn.
 */
export type Value = string | number | boolean;

/** Numbers at even steps, or some that the author names. */
export type Drawn = { from: number; to: number; step: number } | { among: Value[] };

export interface Ask {
	name: string;
	/** JSON. A text that is `{id}` and nothing else stands for what was drawn under that id. */
	args: unknown[];
	draw: Record<string, Drawn>;
}

export interface Asked {
	name: string;
	args: unknown[];
	/** What was drawn, by id. */
	values: Record<string, Value>;
}

/** `work`: its id. */
export function askedOf(ask: Ask, work: string): Asked {
	const drawn = Object.entries(ask.draw).map(([id, one]) => [id, valueOf(one, fractionOf(`${work} ${id}`))] as const);
	return filledWith(ask, Object.fromEntries(drawn));
}

export function filledWith({ name, args }: Pick<Ask, 'name' | 'args'>, values: Record<string, Value>): Asked {
	return { name, args: args.map((arg) => filled(arg, values)), values };
}

/** How many inputs there are to draw from. */
export function inputsOf({ draw }: Ask): number {
	return Object.values(draw).reduce((product, drawn) => product * countOf(drawn), 1);
}

const countOf = (drawn: Drawn): number =>
	'among' in drawn ? drawn.among.length : Math.floor((drawn.to - drawn.from) / drawn.step + 1e-9) + 1;

/** `fraction`: 0 is the first of them, and what is just below 1 the last. */
export function valueOf(drawn: Drawn, fraction: number): Value {
	const at = Math.min(countOf(drawn) - 1, Math.floor(fraction * countOf(drawn)));
	if ('among' in drawn) return drawn.among[at] ?? '';
	// Without what binary fractions add: 36.6 and not 36.599999999999994.
	return Number((drawn.from + at * drawn.step).toPrecision(12));
}

const PLACE = /^\{(\w+)\}$/;

function filled(arg: unknown, values: Record<string, Value>): unknown {
	if (typeof arg === 'string') {
		const [, id] = PLACE.exec(arg) ?? [];
		return id !== undefined && Object.hasOwn(values, id) ? values[id] : arg;
	}
	if (Array.isArray(arg)) return arg.map((one) => filled(one, values));
	if (typeof arg !== 'object' || arg === null) return arg;
	return Object.fromEntries(Object.entries(arg).map(([key, one]) => [key, filled(one, values)]));
}

/** Ids that arguments name. */
export function placesIn(arg: unknown): string[] {
	if (typeof arg === 'string') return PLACE.exec(arg)?.slice(1) ?? [];
	if (typeof arg !== 'object' || arg === null) return [];
	return Object.values(arg).flatMap(placesIn);
}

/** From 0 to just below 1: FNV-1a of the text, mixed once more so that ids that differ in their last sign differ much. */
function fractionOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** As it stands in a program: `price(47)`. */
export function callOf({ name, args }: Pick<Asked, 'name' | 'args'>): string {
	return `${name}(${args.map(literal).join(', ')})`;
}

function literal(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
	const members = Object.entries(value).map(
		([key, one]) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key)}: ${literal(one)}`
	);
	return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
