/**
 * What the two halves say to each other: JSON, and nothing else. Objects are named by identifiers that begin with their owner's
 * letter, so that a text means the same on both sides.
 */

/** Whose half: the checks' or the program's. */
export type Letter = 'c' | 'p';

/** A value. Objects are referred to; what JSON lacks has a tag. */
export type Word = number | string | boolean | null | [tag: string] | [tag: string, text: string];

/** What is inside a shared object: its kind, then what that kind needs. */
export type Content = [kind: string, ...rest: unknown[]];

export interface Envelope {
	/** Objects shared for the first time. */
	made: [id: string, content: Content][];
	/** Copies that changed since they were last sent. */
	changed: [id: string, content: Content][];
	/** Objects of the other half that are no longer held here. */
	released: string[];
}

export type ObjectChanges = Pick<Envelope, 'made' | 'changed'>;

export const OPERATIONS = [
	'call',
	'construct',
	'get',
	'set',
	'has',
	'delete',
	'keys',
	'describe',
	'define',
	'prototype',
	'setPrototype',
	'isExtensible',
	'preventExtensions',
	'settle',
	'fetch',
	'load',
	'sync'
] as const;
export type Operation = (typeof OPERATIONS)[number];

export interface Question {
	operation: Operation;
	words: unknown[];
	/** Absent when there is nothing to tell beside the question. */
	envelope: Envelope | undefined;
}

/**
 * `inherited`: the property is that of the built-in prototype named by the word. `deep`: the judge answers in the other half's
 * place, because the two call one another too deep.
 */
export const ANSWERS = ['value', 'thrown', 'inherited', 'deep'] as const;
export type AnswerKind = (typeof ANSWERS)[number];

export interface Answer {
	kind: AnswerKind;
	word: unknown;
	envelope: Envelope | undefined;
}

/** The other half did not keep to this file. */
export class Broken extends Error {}

// Taken before a program can replace them; what it does to its own half's messages, it does to itself.
const { parse, stringify } = JSON;
const { isArray } = Array;

/** Short, because most messages are a call with a few numbers: `["call",[…]]`, or `["value",…]`. */
export function write(
	head: Operation | AnswerKind,
	said: unknown,
	told: ObjectChanges | undefined,
	released: string[]
): string {
	if (told === undefined && released.length === 0) return stringify([head, said]);
	return stringify([head, said, told?.made ?? [], told?.changed ?? [], released]);
}

export function readQuestion(text: string): Question {
	const from = readList(text);
	const operation = from[0] as Operation;
	if (!KNOWN.has(operation) || !isArray(from[1])) throw new Broken('not a question');
	return { operation, words: from[1] as unknown[], envelope: readEnvelope(from) };
}

export function readAnswer(text: string): Answer {
	const from = readList(text);
	const kind = from[0] as AnswerKind;
	if (kind === 'deep') throw new RangeError('Maximum call stack size exceeded');
	if (kind !== 'value' && kind !== 'thrown' && kind !== 'inherited') throw new Broken('not an answer');
	return { kind, word: from[1], envelope: readEnvelope(from) };
}

const KNOWN: ReadonlySet<unknown> = new Set(OPERATIONS);

function readList(text: string): unknown[] {
	const from: unknown = parse(text);
	if (!isArray(from)) throw new Broken('not a message');
	return from;
}

/** The lists are looked at here; their items where they are used. */
function readEnvelope(from: unknown[]): Envelope | undefined {
	if (from.length === 2) return undefined;
	const [, , made, changed, released] = from;
	if (!isArray(made) || !isArray(changed) || !isArray(released)) throw new Broken('not a message');
	return { made: made as Envelope['made'], changed: changed as Envelope['changed'], released: released as string[] };
}
