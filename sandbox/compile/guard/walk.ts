/** Finds the loops and functions of a parsed program, and where a guard goes into each. */
import type { TextInsertion } from './insertion.ts';

export interface GuardPoint {
	/** `yields` is a loop of a generator. It may be endless, because its caller can stop asking for values. */
	kind: 'loop' | 'yields' | 'function';
	isGenerator: boolean;
	outerPoint: GuardPoint | undefined;
	/** Offset of the loop or function in the code; `open.offset` is where the guard goes. */
	start: number;
	open: { offset: number; before: string; after: string };
	close?: TextInsertion;
}

interface SyntaxNode {
	type: string;
	start: number;
	end: number;
	[field: string]: unknown;
}

const LOOP_NODE_TYPES = new Set([
	'ForStatement',
	'ForInStatement',
	'ForOfStatement',
	'WhileStatement',
	'DoWhileStatement'
]);
const FUNCTION_NODE_TYPES = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

const isSyntaxNode = (value: unknown): value is SyntaxNode =>
	typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;

/**
 * Returns the places for guards, those of outer loops and functions first. Uses no recursion, because a bundle may be nested
 * deeper than the call stack.
 */
export function guardPointsIn(program: unknown): GuardPoint[] {
	const points: GuardPoint[] = [];
	const waitingParts: { value: unknown; inside: GuardPoint | undefined }[] = [{ value: program, inside: undefined }];
	for (let next = waitingParts.pop(); next !== undefined; next = waitingParts.pop()) {
		const { value, inside } = next;
		if (Array.isArray(value)) for (const each of value as unknown[]) waitingParts.push({ value: each, inside });
		if (!isSyntaxNode(value)) continue;
		const point = guardPointOf(value, inside);
		if (point !== undefined) points.push(point);
		for (const part of Object.values(value)) waitingParts.push({ value: part, inside: point ?? inside });
	}
	return points;
}

function guardPointOf(
	{ type, body, start, generator }: SyntaxNode,
	outerPoint: GuardPoint | undefined
): GuardPoint | undefined {
	if (!isSyntaxNode(body)) return undefined;
	const isGenerator = FUNCTION_NODE_TYPES.has(type) ? generator === true : (outerPoint?.isGenerator ?? false);
	const context = { outerPoint, start, isGenerator };
	if (LOOP_NODE_TYPES.has(type))
		return { kind: isGenerator ? 'yields' : 'loop', ...context, ...guardInsertionsAround(body, ['{', ';', '}']) };
	if (FUNCTION_NODE_TYPES.has(type))
		return { kind: 'function', ...context, ...guardInsertionsAround(body, ['(', ', ', ')']) };
	return undefined;
}

/** Returns the insertions that put the guard's call first in a block, or that wrap another body together with the call. */
function guardInsertionsAround(
	body: SyntaxNode,
	[opening, between, closing]: [string, string, string]
): Pick<GuardPoint, 'open' | 'close'> {
	if (body.type === 'BlockStatement') return { open: { offset: body.start + 1, before: '', after: ';' } };
	return {
		open: { offset: body.start, before: opening, after: between },
		close: { offset: body.end, text: closing }
	};
}
