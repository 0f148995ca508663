import type { RealmLetter } from './message.ts';

export interface BuiltInNames {
	builtInNameOf(value: object): string | undefined;
	/** Returns the built-in of that name. In the checks' realm only prototypes can be found. */
	builtInOf(name: string): object | undefined;
	/** Returns the method or constructor at `key` of the named prototype, if it also works on objects of the other realm. */
	genericPrototypeMemberOf(name: string, key: PropertyKey): { value: unknown } | undefined;
	prototypeNameOf(value: unknown, key: PropertyKey): string | undefined;
}

/** Types whose methods work on any object, also on a stand-in for an object of the other realm. */
const TYPES_WITH_GENERIC_METHODS = ['Object', 'Function', 'Array', 'Error'];
/** Types for which `x.constructor` is the realm's own. `Function` is absent, because its constructor could run code. */
const CONSTRUCTOR_NAMES_PATTERN =
	/^(Object|Array|Map|Set|Date|RegExp|Promise|Number|String|Boolean|[A-Za-z]*Error|[A-Za-z0-9]+Array)$/;
/**
 * They work only in their own realm, which calls them for the other. Constructors are absent, because they could run
 * code.
 */
const ITERATOR_STEP_PATTERN = /(Iterator|Generator(Function)?)\.prototype\.(?!constructor$)/;
const PROTOTYPE_SUFFIX = '.prototype';

/**
 * Both realms may name prototypes, only the checks' built-in functions: a program that could name `Function` could run
 * code there.
 */
export function createBuiltInNames(letter: RealmLetter): BuiltInNames {
	const nameByBuiltIn = new Map<object, string>();
	const builtInByName = new Map<string, object>();
	const addBuiltIn = (name: string, value: unknown): void => {
		if ((typeof value !== 'object' && typeof value !== 'function') || value === null || nameByBuiltIn.has(value))
			return;
		nameByBuiltIn.set(value, name);
		builtInByName.set(name, value);
	};
	const addBuiltInWithMembers = (name: string, holder: object): void => {
		addBuiltIn(name, holder);
		for (const key of Reflect.ownKeys(holder)) {
			const descriptor = Object.getOwnPropertyDescriptor(holder, key);
			for (const memberFunction of [descriptor?.value, descriptor?.get, descriptor?.set]) {
				if (typeof memberFunction === 'function') addBuiltIn(`${name}.${String(key)}`, memberFunction);
			}
		}
	};
	for (const [name, value] of listGlobalBuiltIns()) {
		addBuiltInWithMembers(name, value);
		const prototype: unknown = Object.getOwnPropertyDescriptor(value, 'prototype')?.value;
		if (typeof prototype === 'object' || typeof prototype === 'function')
			addBuiltInWithMembers(name + PROTOTYPE_SUFFIX, prototype as object);
	}
	const isPrototypeName = (name: string) => name.endsWith(PROTOTYPE_SUFFIX);
	return {
		builtInNameOf(value) {
			const name = nameByBuiltIn.get(value);
			return name !== undefined && (isPrototypeName(name) || (letter === 'c' && !ITERATOR_STEP_PATTERN.test(name)))
				? name
				: undefined;
		},
		builtInOf(name) {
			return letter === 'p' || isPrototypeName(name) ? builtInByName.get(name) : undefined;
		},
		genericPrototypeMemberOf(name, key) {
			const prototype = isPrototypeName(name) ? builtInByName.get(name) : undefined;
			if (prototype === undefined || !worksOnAnyObject(name, key)) return undefined;
			return { value: Reflect.get(prototype, key) };
		},
		prototypeNameOf(value, key) {
			const name = typeof value === 'function' ? nameByBuiltIn.get(value) : undefined;
			if (name === undefined) return undefined;
			if (key === 'constructor')
				return worksOnAnyObject(name + PROTOTYPE_SUFFIX, key) ? name + PROTOTYPE_SUFFIX : undefined;
			const prototype = name.slice(0, -String(key).length - 1);
			return name === `${prototype}.${String(key)}` && worksOnAnyObject(prototype, key) ? prototype : undefined;
		}
	};
}

function worksOnAnyObject(name: string, key: PropertyKey): boolean {
	const typeName = name.slice(0, -PROTOTYPE_SUFFIX.length);
	return key === 'constructor'
		? CONSTRUCTOR_NAMES_PATTERN.test(typeName)
		: TYPES_WITH_GENERIC_METHODS.includes(typeName);
}

function listGlobalBuiltIns(): [string, object][] {
	const entries: [string, object][] = [];
	for (const key of Reflect.ownKeys(globalThis)) {
		const value: unknown = Object.getOwnPropertyDescriptor(globalThis, key)?.value;
		if ((typeof value === 'object' || typeof value === 'function') && value !== null && value !== globalThis) {
			entries.push([String(key), value]);
		}
	}
	return [...entries, ...listHiddenConstructors()];
}

function listHiddenConstructors(): [string, object][] {
	const prototypeOf = (value: unknown): object => Object.getPrototypeOf(value) as object;
	const sampleGenerator = function* () {
		yield 0;
	};
	const sampleAsyncGenerator = async function* () {
		yield 0;
	};
	return [
		['AsyncFunction', prototypeOf(async () => undefined)],
		['GeneratorFunction', prototypeOf(sampleGenerator)],
		['AsyncGeneratorFunction', prototypeOf(sampleAsyncGenerator)],
		['Generator.prototype', prototypeOf(prototypeOf(sampleGenerator()))],
		['AsyncGenerator.prototype', prototypeOf(prototypeOf(sampleAsyncGenerator()))],
		['AsyncIterator.prototype', prototypeOf(prototypeOf(prototypeOf(sampleAsyncGenerator())))],
		['ArrayIterator.prototype', prototypeOf([].values())],
		['MapIterator.prototype', prototypeOf(new Map().values())],
		['SetIterator.prototype', prototypeOf(new Set().values())],
		['StringIterator.prototype', prototypeOf(''[Symbol.iterator]())],
		['RegExpStringIterator.prototype', prototypeOf(''.matchAll(/x/g))],
		['TypedArray', prototypeOf(Uint8Array)]
	].map(([name, value]) => {
		// The prototype of each kind of function is itself named as a prototype.
		const constructorName = String(name);
		return [
			constructorName.endsWith('Function') ? constructorName + PROTOTYPE_SUFFIX : constructorName,
			value as object
		];
	});
}
