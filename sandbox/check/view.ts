/** Reads a value one level deep without running the program's code, for `toConsoleValue` and `printValue`. */
import type { ConsoleValue } from '../report.ts';
import {
	textOfRegExp,
	functionToString,
	getOwnPropertyDescriptor,
	isArray,
	isDate,
	isMap,
	isRegExp,
	isSet,
	keys,
	mapForEach,
	matchesRegExp,
	ownKeys,
	TamperProofWeakMap,
	setForEach,
	timeOfDate,
	unboxPrimitive,
	hasOwn
} from './intrinsics.ts';
import { classNameOf, readDataProperty, readNameOrMessage } from './property.ts';
import { asymmetricMatcherOf } from './asymmetric-registry.ts';

interface ViewMember {
	key?: string;
	value: unknown;
}

export type ValueView =
	| { kind: 'leaf'; shownKind: ConsoleValue['kind']; text: string }
	| {
			kind: 'open';
			shownKind: 'object' | 'list' | 'error';
			heading: string;
			brackets: '[]' | '{}';
			members: ViewMember[];
			hiddenCount: number;
	  };

/** Stands for a value that is not read, because reading it would run the program's code. */
class UnreadValue {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}

const MAX_TEXT_CHARACTERS = 10_000;

export function viewOfValue(value: unknown, maxMembers: number): ValueView {
	try {
		return typeof value === 'object' && value !== null ? viewOfObject(value, maxMembers) : viewOfPrimitive(value);
	} catch {
		return { kind: 'leaf', shownKind: 'other', text: '(unreadable)' };
	}
}

function viewOfPrimitive(value: unknown): ValueView {
	switch (typeof value) {
		case 'string':
			return createLeafView(
				'string',
				value.length > MAX_TEXT_CHARACTERS ? `${value.slice(0, MAX_TEXT_CHARACTERS)}…` : value
			);
		case 'number':
			return createLeafView('number', Object.is(value, -0) ? '-0' : String(value));
		case 'bigint':
			return createLeafView('number', bigintText(value));
		case 'boolean':
			return createLeafView('boolean', String(value));
		case 'symbol':
			return createLeafView('other', String(value));
		case 'function':
			return createLeafView('function', functionText(value));
		default:
			return createLeafView('nothing', String(value));
	}
}

function bigintText(value: bigint): string {
	// Converting a huge bigint to text takes seconds.
	const hugeLimit = 10n ** 1000n;
	return value < hugeLimit && value > -hugeLimit ? `${String(value)}n` : '(a huge bigint)';
}

const valuesPrintedAsClasses = new TamperProofWeakMap<object, true>();

/** Lets a function be printed as a class, because it stands for a class of another realm. */
export function markAsPrintedClass(value: object): void {
	valuesPrintedAsClasses.set(value, true);
}

function functionText(value: unknown): string {
	const name = readDataProperty(value, 'name');
	const isClass = valuesPrintedAsClasses.has(value) || matchesRegExp(/^class\b/, functionToString(value));
	const nameText = typeof name === 'string' && name !== '' ? ` ${name}` : '';
	return `[${isClass ? 'class' : 'function'}${nameText}]`;
}

function viewOfObject(value: object, maxMembers: number): ValueView {
	if (value instanceof UnreadValue) return createLeafView('other', value.text);
	const matcher = asymmetricMatcherOf(value);
	if (matcher !== undefined) return createLeafView('other', matcher.name());
	if (isDate(value)) return createLeafView('other', dateText(timeOfDate(value)));
	if (isRegExp(value)) return createLeafView('other', textOfRegExp(value));
	const boxedPrimitive = unboxPrimitive(value);
	if (boxedPrimitive !== undefined)
		return createLeafView('other', `[${classNameOf(value) ?? 'Object'}: ${String(boxedPrimitive.primitive)}]`);
	const name = classNameOf(value);
	if (isMap(value)) return viewOfMap(value, name ?? 'Map', maxMembers);
	if (isSet(value)) return viewOfSet(value, name ?? 'Set', maxMembers);
	if (isArray(value)) return viewOfArray(value, name === undefined || name === 'Array' ? '' : name, maxMembers);
	if (ArrayBuffer.isView(value) && 'length' in value && typeof value.length === 'number') {
		return viewOfArray(value as unknown as ArrayLike<unknown>, `${name ?? 'TypedArray'}(${value.length})`, maxMembers);
	}
	const isError = value instanceof Error;
	const { members, hiddenCount } = viewPropertiesOf(value, maxMembers);
	if (isError)
		return { kind: 'open', shownKind: 'error', heading: errorText(value), brackets: '{}', members, hiddenCount };
	const heading = name === undefined ? '[null prototype]' : name === 'Object' ? '' : name;
	return { kind: 'open', shownKind: 'object', heading, brackets: '{}', members, hiddenCount };
}

export function errorText(error: object): string {
	const name = readNameOrMessage(error, 'name');
	const message = readNameOrMessage(error, 'message');
	const errorName = typeof name === 'string' && name !== '' ? name : 'Error';
	return typeof message === 'string' && message !== ''
		? `${errorName}: ${message.slice(0, MAX_TEXT_CHARACTERS)}`
		: errorName;
}

function dateText(time: number): string {
	return Number.isNaN(time) ? 'Invalid Date' : new Date(time).toISOString();
}

function viewOfMap(value: object, name: string, maxMembers: number): ValueView {
	const members: ViewMember[] = [];
	let memberCount = 0;
	mapForEach(value, (member, key) => {
		if (memberCount++ < maxMembers) members.push({ key: mapKeyText(key), value: member });
	});
	return {
		kind: 'open',
		shownKind: 'object',
		heading: `${name}(${memberCount})`,
		brackets: '{}',
		members,
		hiddenCount: Math.max(0, memberCount - maxMembers)
	};
}

function viewOfSet(value: object, name: string, maxMembers: number): ValueView {
	const members: ViewMember[] = [];
	let memberCount = 0;
	setForEach(value, (member) => {
		if (memberCount++ < maxMembers) members.push({ value: member });
	});
	return {
		kind: 'open',
		shownKind: 'list',
		heading: `${name}(${memberCount})`,
		brackets: '{}',
		members,
		hiddenCount: Math.max(0, memberCount - maxMembers)
	};
}

function viewOfArray(value: ArrayLike<unknown>, heading: string, maxMembers: number): ValueView {
	const members: ViewMember[] = [];
	const shownCount = Math.min(value.length, maxMembers);
	for (let index = 0; index < shownCount; index++) {
		members.push({ value: hasOwn(value, index) ? readUnlessGetter(value, String(index)) : new UnreadValue('(empty)') });
	}
	return { kind: 'open', shownKind: 'list', heading, brackets: '[]', members, hiddenCount: value.length - shownCount };
}

function viewPropertiesOf(value: object, maxMembers: number): { members: ViewMember[]; hiddenCount: number } {
	const propertyKeys: PropertyKey[] = keys(value);
	for (const key of ownKeys(value)) {
		if (typeof key === 'symbol' && getOwnPropertyDescriptor(value, key)?.enumerable === true) propertyKeys.push(key);
	}
	const members = propertyKeys.slice(0, maxMembers).map((key) => ({
		key: typeof key === 'symbol' ? `[${String(key)}]` : String(key),
		value: readUnlessGetter(value, key)
	}));
	return { members, hiddenCount: Math.max(0, propertyKeys.length - maxMembers) };
}

function readUnlessGetter(value: object, key: PropertyKey): unknown {
	const descriptor = getOwnPropertyDescriptor(value, key);
	if (descriptor === undefined) return undefined;
	return descriptor.get === undefined && descriptor.set === undefined ? descriptor.value : new UnreadValue('(getter)');
}

function mapKeyText(key: unknown): string {
	if (typeof key === 'string') return JSON.stringify(key.slice(0, 100));
	const view = viewOfValue(key, 0);
	if (view.kind === 'leaf') return view.text;
	return `${view.heading === '' ? '' : `${view.heading} `}${view.brackets === '[]' ? '[…]' : '{…}'}`;
}

function createLeafView(shownKind: ConsoleValue['kind'], text: string): ValueView {
	return { kind: 'leaf', shownKind, text };
}
