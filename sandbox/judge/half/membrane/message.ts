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

export interface Question extends Envelope {
	operation: Operation;
	words: Word[];
}

/** `deep`: the judge answers in the other half's place, because the two call one another too deep. */
export type AnswerKind = 'value' | 'thrown' | 'inherited' | 'deep';

export interface Answer extends Envelope {
	/** `inherited`: the property is that of the built-in prototype named by `word`. */
	kind: AnswerKind;
	word: Word;
}

/** The other half did not keep to this file. */
export class Broken extends Error {}

export function readQuestion(text: string): Question {
	const from = readEnvelope(text);
	const operation = OPERATIONS.find((name) => name === from.operation);
	if (operation === undefined || !Array.isArray(from.words)) throw new Broken('not a question');
	return { ...from, operation, words: from.words as Word[] };
}

export function readAnswer(text: string): Answer {
	const from = readEnvelope(text);
	const { kind } = from;
	if (kind !== 'value' && kind !== 'thrown' && kind !== 'inherited' && kind !== 'deep')
		throw new Broken('not an answer');
	if (kind === 'deep') throw new RangeError('Maximum call stack size exceeded');
	return { ...from, kind, word: from.word as Word };
}

/** The lists are looked at here; their items where they are used. */
function readEnvelope(text: string): Envelope & Record<string, unknown> {
	const from: unknown = JSON.parse(text);
	if (typeof from !== 'object' || from === null) throw new Broken('not a message');
	const { made, changed, released } = from as Record<string, unknown>;
	if (!Array.isArray(made) || !Array.isArray(changed) || !Array.isArray(released)) throw new Broken('not a message');
	return from as Envelope & Record<string, unknown>;
}
