/** Copies a module's exports, so that checks read them without requests. Changed exports are sent with the next message. */
import { MalformedMessageError, type ObjectContent } from './message.ts';

const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, defineProperty } = Reflect;

type ExportValues = Record<string, unknown>;

const exportsOfModule = new WeakMap<object, ExportValues>();

/** Returns whether a value is a module as the compiler makes it, with `__esModule` and getters only. */
export function isModuleObject(value: unknown): value is object {
	if (typeof value !== 'object' || value === null || getPrototypeOf(value) !== Object.prototype) return false;
	const names = ownKeys(value);
	if (names[0] !== '__esModule' || getOwnPropertyDescriptor(value, '__esModule')?.value !== true) return false;
	for (let index = 1; index < names.length; index++) {
		const descriptor = getOwnPropertyDescriptor(value, names[index] as PropertyKey);
		if (typeof names[index] !== 'string' || descriptor?.get === undefined || descriptor.enumerable !== true)
			return false;
	}
	return true;
}

export function contentOfModule(value: object, encode: (value: unknown) => unknown): ObjectContent {
	const content: ObjectContent = ['module'];
	const names = ownKeys(value);
	for (let index = 1; index < names.length; index++) {
		content.push(names[index], encode(Reflect.get(value, names[index] as PropertyKey)));
	}
	return content;
}

export function createEmptyModule(content: ObjectContent): object {
	const values = Object.create(null) as ExportValues;
	const module = defineProperties(values, content);
	exportsOfModule.set(module, values);
	return module;
}

function defineProperties(values: ExportValues, content: ObjectContent): object {
	const module = {};
	defineProperty(module, '__esModule', { value: true });
	for (let index = 1; index + 1 < content.length; index += 2) {
		const name = String(content[index]);
		values[name] = undefined;
		defineProperty(module, name, { get: () => values[name], enumerable: true });
	}
	return module;
}

export function fillModule(module: object, content: ObjectContent, decode: (word: unknown) => unknown): void {
	const values = exportsOfModule.get(module);
	if (values === undefined) throw new MalformedMessageError('not a module');
	for (let index = 1; index + 1 < content.length; index += 2) {
		const name = String(content[index]);
		if (name in values) values[name] = decode(content[index + 1]);
	}
}
