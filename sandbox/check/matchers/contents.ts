/** Matchers on the contents of values: members, properties and length. */
import { typeName } from '../asymmetric.ts';
import { areValuesEqual } from '../equality.ts';
import {
	appendItem,
	hasOwn,
	stringIncludes,
	isArray,
	ITERATOR_SYMBOL,
	stringSlice,
	stringIndexOf,
	OriginalObject
} from '../intrinsics.ts';
import { printValue } from '../print.ts';
import { readProperty } from '../property.ts';
import { createMisuseResult, createMatcherResult, type Matchers } from './matcher.ts';

export const contentMatchers: Matchers = {
	toContain: (received, { 0: item }) => {
		if (typeof received === 'string') {
			if (typeof item !== 'string') return createMisuseResult(`a string contains strings, not ${typeName(item)}`);
			return createMatcherResult(stringIncludes(received, item), 'to contain', { expected: item });
		}
		const list = itemsOf(received);
		if (list === undefined)
			return createMisuseResult(`toContain() looks into a string or a list, not ${typeName(received)}`);
		return createMatcherResult(
			isTrueOfSome(list, (other) => other === item),
			'to contain',
			{ expected: item }
		);
	},
	toContainEqual: (received, { 0: item }) => {
		const list = itemsOf(received);
		if (list === undefined) return createMisuseResult(`toContainEqual() looks into a list, not ${typeName(received)}`);
		return createMatcherResult(
			isTrueOfSome(list, (other) => areValuesEqual(other, item, 'equal')),
			'to contain',
			{ expected: item }
		);
	},
	toHaveLength: (received, { 0: length }) => {
		const actual = received === null || received === undefined ? undefined : readProperty(received, 'length');
		if (typeof actual !== 'number') return createMisuseResult(`${printValue(received)} has no length`);
		return createMatcherResult(actual === length, 'to have length', { expected: length, received: actual });
	},
	toHaveProperty: (received, values) => {
		if (received === null || received === undefined) return createMisuseResult(`${String(received)} has no properties`);
		const path = values[0];
		const property = findAtPath(received, path);
		if (values.length < 2)
			return createMatcherResult(property !== undefined, `to have the property ${printValue(path)}`);
		const expectedValue = values[1];
		const pass = property !== undefined && areValuesEqual(property.value, expectedValue, 'equal');
		return createMatcherResult(pass, `to have the property ${printValue(path)} with`, {
			expected: expectedValue,
			received: property?.value
		});
	}
};

function itemsOf(value: unknown): unknown[] | undefined {
	if (value === null || value === undefined) return undefined;
	if (isArray(value)) return value;
	const items: unknown[] = [];
	if (readProperty(value, ITERATOR_SYMBOL)) {
		const iterator = (value as Iterable<unknown>)[ITERATOR_SYMBOL]();
		for (let next = iterator.next(); next.done !== true; next = iterator.next()) appendItem(items, next.value);
		return items;
	}
	const length = readProperty(value, 'length');
	if (typeof value !== 'object' || typeof length !== 'number') return undefined;
	for (let index = 0; index < length; index++) appendItem(items, readProperty(value, index));
	return items;
}

function isTrueOfSome(list: unknown[], test: (item: unknown) => boolean): boolean {
	for (let index = 0; index < list.length; index++) if (test(list[index])) return true;
	return false;
}

function findAtPath(value: unknown, path: unknown): { value: unknown } | undefined {
	if (typeof path !== 'object' && hasOwn(value, path as PropertyKey))
		return { value: readProperty(value, path as PropertyKey) };
	const steps = isArray(path) ? (path as unknown[]) : stepsOf(String(path));
	let current = value;
	for (let index = 0; index < steps.length; index++) {
		const step = steps[index] as PropertyKey;
		if (current === null || current === undefined || !(step in OriginalObject(current))) return undefined;
		current = readProperty(current, step);
	}
	return { value: current };
}

/** Splits a property path: `lines[0].price` → lines, 0, price. */
function stepsOf(path: string): string[] {
	const steps: string[] = [];
	let rest = path;
	while (rest !== '') {
		const dot = stringIndexOf(rest, '.');
		const bracket = stringIndexOf(rest, '[');
		const end = dot === -1 ? bracket : bracket === -1 ? dot : dot < bracket ? dot : bracket;
		const step = end === -1 ? rest : stringSlice(rest, 0, end);
		if (step !== '') appendItem(steps, step);
		if (end === -1) break;
		if (end === dot) {
			rest = stringSlice(rest, end + 1);
			continue;
		}
		const close = stringIndexOf(rest, ']');
		if (close === -1) break;
		appendItem(steps, stringSlice(rest, end + 1, close));
		rest = stringSlice(rest, close + 1);
	}
	return steps;
}
