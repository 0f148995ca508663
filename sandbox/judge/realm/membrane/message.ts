/** JSON messages between the two realms of an attempt. */

/** Owner of an object, with which its id begins: checks or program. An id means the same in both realms. */
export type RealmLetter = 'c' | 'p';

/** An encoded value. Objects are references, and values that JSON lacks have a tag. */
export type EncodedValue = number | string | boolean | null | [tag: string] | [tag: string, text: string];

/** Content of a shared object: its kind, then what that kind needs. */
export type ObjectContent = [kind: string, ...rest: unknown[]];

export interface ObjectEnvelope {
	made: [id: string, content: ObjectContent][];
	changed: [id: string, content: ObjectContent][];
	/** Ids of the other realm's objects that are no longer held here. */
	released: string[];
}

export type ObjectChanges = Pick<ObjectEnvelope, 'made' | 'changed'>;

const OPERATIONS = [
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

export interface MembraneQuestion {
	operation: Operation;
	words: unknown[];
	envelope: ObjectEnvelope | undefined;
}

/**
 * `inherited` means that the property is that of the named built-in prototype. With `deep` the judge answers instead of the other
 * realm, because calls between the realms are nested too deep.
 */
export type AnswerKind = 'value' | 'thrown' | 'inherited' | 'deep';

export interface MembraneAnswer {
	kind: AnswerKind;
	word: unknown;
	envelope: ObjectEnvelope | undefined;
}

/** Thrown when a message from the other realm is malformed. */
export class MalformedMessage extends Error {}

// Captured before a program can replace them; a program can only damage its own realm's messages.
const { parse, stringify } = JSON;
const { isArray } = Array;

/** Writes a message, omitting empty lists, because most messages are a call with a few numbers: `["call",[…]]`, or `["value",…]`. */
export function writeMessage(
	head: Operation | AnswerKind,
	said: unknown,
	told: ObjectChanges | undefined,
	released: string[]
): string {
	if (told === undefined && released.length === 0) return stringify([head, said]);
	return stringify([head, said, told?.made ?? [], told?.changed ?? [], released]);
}

export function readQuestion(text: string): MembraneQuestion {
	const from = parseMessage(text);
	const operation = from[0] as Operation;
	if (!KNOWN_OPERATIONS.has(operation) || !isArray(from[1])) throw new MalformedMessage('not a question');
	return { operation, words: from[1] as unknown[], envelope: readEnvelope(from) };
}

export function readAnswer(text: string): MembraneAnswer {
	const from = parseMessage(text);
	const kind = from[0] as AnswerKind;
	if (kind === 'deep') throw new RangeError('Maximum call stack size exceeded');
	if (kind !== 'value' && kind !== 'thrown' && kind !== 'inherited') throw new MalformedMessage('not an answer');
	return { kind, word: from[1], envelope: readEnvelope(from) };
}

const KNOWN_OPERATIONS: ReadonlySet<unknown> = new Set(OPERATIONS);

function parseMessage(text: string): unknown[] {
	const from: unknown = parse(text);
	if (!isArray(from)) throw new MalformedMessage('not a message');
	return from;
}

/** Validates the lists only; each item is validated where it is used. */
function readEnvelope(from: unknown[]): ObjectEnvelope | undefined {
	if (from.length === 2) return undefined;
	const [, , made, changed, released] = from;
	if (!isArray(made) || !isArray(changed) || !isArray(released)) throw new MalformedMessage('not a message');
	return {
		made: made as ObjectEnvelope['made'],
		changed: changed as ObjectEnvelope['changed'],
		released: released as string[]
	};
}
