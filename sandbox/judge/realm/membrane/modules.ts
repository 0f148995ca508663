/** Copies a module's exports, so that checks read them without requests. Changed exports are sent with the next message. */
import { MalformedMessageError, type ObjectContent } from './message.ts';

const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, defineProperty } = Reflect;

type ExportValues = Record<string, unknown>;

const exportsByModule = new WeakMap<object, ExportValues>();

const ES_MODULE_MARK = '__esModule';

/** Returns whether a value is a module as the compiler makes it, with `__esModule` at any place and getters only. */
export function isModuleObject(value: unknown): value is object {
	if (typeof value !== 'object' || value === null || getPrototypeOf(value) !== Object.prototype) return false;
	if (getOwnPropertyDescriptor(value, ES_MODULE_MARK)?.value !== true) return false;
	for (const name of ownKeys(value)) {
		if (name === ES_MODULE_MARK) continue;
		const descriptor = getOwnPropertyDescriptor(value, name);
		if (typeof name !== 'string' || descriptor?.get === undefined || descriptor.enumerable !== true) return false;
	}
	return true;
}

export function contentOfModule(value: object, encode: (value: unknown) => unknown): ObjectContent {
	const content: ObjectContent = ['module'];
	for (const name of ownKeys(value)) {
		if (name !== ES_MODULE_MARK) content.push(name, encode(Reflect.get(value, name)));
	}
	return content;
}

export function createEmptyModule(content: ObjectContent): object {
	const exportValues = Object.create(null) as ExportValues;
	const module = defineModuleExports(exportValues, content);
	exportsByModule.set(module, exportValues);
	return module;
}

function defineModuleExports(exportValues: ExportValues, content: ObjectContent): object {
	const module = {};
	defineProperty(module, ES_MODULE_MARK, { value: true });
	for (let index = 1; index + 1 < content.length; index += 2) {
		const name = String(content[index]);
		exportValues[name] = undefined;
		defineProperty(module, name, { get: () => exportValues[name], enumerable: true });
	}
	return module;
}

export function fillModule(module: object, content: ObjectContent, decode: (word: unknown) => unknown): void {
	const exportValues = exportsByModule.get(module);
	if (exportValues === undefined) throw new MalformedMessageError('not a module');
	for (let index = 1; index + 1 < content.length; index += 2) {
		const name = String(content[index]);
		if (name in exportValues) exportValues[name] = decode(content[index + 1]);
	}
}
