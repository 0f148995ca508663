/** Finds the loops and functions of a parsed program, and where a guard goes into each. */
import type { Insertion } from './insertion.ts';

export interface GuardPoint {
	/** `yields` is a loop of a generator, which may be endless as long as its consumer stops. */
	kind: 'loop' | 'yields' | 'function';
	isGenerator: boolean;
	inside: GuardPoint | undefined;
	at: number;
	open: { at: number; before: string; after: string };
	close?: Insertion;
}

interface Node {
	type: string;
	start: number;
	end: number;
	[field: string]: unknown;
}

const LOOPS = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement']);
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;

/** Returns the guard points, outer ones first. Iterative, because a bundle may be nested deeper than the call stack. */
export function guardsIn(program: unknown): GuardPoint[] {
	const points: GuardPoint[] = [];
	const waiting: { value: unknown; inside: GuardPoint | undefined }[] = [{ value: program, inside: undefined }];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		const { value, inside } = next;
		if (Array.isArray(value)) for (const each of value as unknown[]) waiting.push({ value: each, inside });
		if (!isNode(value)) continue;
		const point = pointOf(value, inside);
		if (point !== undefined) points.push(point);
		for (const part of Object.values(value)) waiting.push({ value: part, inside: point ?? inside });
	}
	return points;
}

function pointOf({ type, body, start: at, generator }: Node, inside: GuardPoint | undefined): GuardPoint | undefined {
	if (!isNode(body)) return undefined;
	const isGenerator = FUNCTIONS.has(type) ? generator === true : (inside?.isGenerator ?? false);
	const known = { inside, at, isGenerator };
	if (LOOPS.has(type)) return { kind: isGenerator ? 'yields' : 'loop', ...known, ...around(body, ['{', ';', '}']) };
	if (FUNCTIONS.has(type)) return { kind: 'function', ...known, ...around(body, ['(', ', ', ')']) };
	return undefined;
}

/** Puts the call first in a block, or wraps any other body together with the call. */
function around(body: Node, [opening, between, closing]: [string, string, string]): Pick<GuardPoint, 'open' | 'close'> {
	if (body.type === 'BlockStatement') return { open: { at: body.start + 1, before: '', after: ';' } };
	return {
		open: { at: body.start, before: opening, after: between },
		close: { at: body.end, text: closing }
	};
}
