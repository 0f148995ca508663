/** `c` for objects of the checks' realm, `p` for the program's. An id means the same object in both realms. */
export type RealmLetter = 'c' | 'p';

/** An encoded value. Objects are encoded as references; a tag marks values that JSON lacks. */
export type EncodedValue = number | string | boolean | null | [tag: string] | [tag: string, text: string];

export type ObjectContent = [kind: string, ...rest: unknown[]];

export interface MessageObjectLists {
	createdContents: [id: string, content: ObjectContent][];
	changedContents: [id: string, content: ObjectContent][];
	/** Ids of the receiver's objects that the sender no longer holds. */
	releasedIds: string[];
}

export type ObjectChanges = Pick<MessageObjectLists, 'createdContents' | 'changedContents'>;

const MEMBRANE_OPERATIONS = [
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
export type MembraneOperation = (typeof MEMBRANE_OPERATIONS)[number];

export interface MembraneQuestion {
	operation: MembraneOperation;
	words: unknown[];
	envelope: MessageObjectLists | undefined;
}

/** `inherited`: from the named built-in prototype. `deep`: the judge's answer to calls nested too deep. */
export type MembraneAnswerKind = 'value' | 'thrown' | 'inherited' | 'deep';

export interface MembraneAnswer {
	kind: MembraneAnswerKind;
	word: unknown;
	envelope: MessageObjectLists | undefined;
}

export class MalformedMessageError extends Error {}

// Captured before a program can replace built-ins, so that a program can damage only the messages of its own realm.
const { parse, stringify } = JSON;
const { isArray } = Array;

/** Empty lists are left out: most messages are a call or an answer with a few numbers, such as `["call",[…]]`. */
export function writeMembraneMessage(
	operationOrKind: MembraneOperation | MembraneAnswerKind,
	payload: unknown,
	changes: ObjectChanges | undefined,
	releasedIds: string[]
): string {
	if (changes === undefined && releasedIds.length === 0) return stringify([operationOrKind, payload]);
	return stringify([
		operationOrKind,
		payload,
		changes?.createdContents ?? [],
		changes?.changedContents ?? [],
		releasedIds
	]);
}

export function readMembraneQuestion(text: string): MembraneQuestion {
	const message = parseMembraneMessage(text);
	const operation = message[0] as MembraneOperation;
	if (!KNOWN_OPERATIONS.has(operation) || !isArray(message[1])) throw new MalformedMessageError('not a question');
	return { operation, words: message[1] as unknown[], envelope: readMessageObjectLists(message) };
}

export function readMembraneAnswer(text: string): MembraneAnswer {
	const message = parseMembraneMessage(text);
	const kind = message[0] as MembraneAnswerKind;
	if (kind === 'deep') throw new RangeError('Maximum call stack size exceeded');
	if (kind !== 'value' && kind !== 'thrown' && kind !== 'inherited') throw new MalformedMessageError('not an answer');
	return { kind, word: message[1], envelope: readMessageObjectLists(message) };
}

const KNOWN_OPERATIONS: ReadonlySet<unknown> = new Set(MEMBRANE_OPERATIONS);

function parseMembraneMessage(text: string): unknown[] {
	const message: unknown = parse(text);
	if (!isArray(message)) throw new MalformedMessageError('not a message');
	return message;
}

/** Reads the lists of objects. Only the lists are validated here; each item is validated where it is used. */
function readMessageObjectLists(message: unknown[]): MessageObjectLists | undefined {
	if (message.length === 2) return undefined;
	const [, , made, changed, released] = message;
	if (!isArray(made) || !isArray(changed) || !isArray(released)) throw new MalformedMessageError('not a message');
	return {
		createdContents: made as MessageObjectLists['createdContents'],
		changedContents: changed as MessageObjectLists['changedContents'],
		releasedIds: released as string[]
	};
}
