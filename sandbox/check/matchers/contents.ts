import { typeNameOf } from '../asymmetric.ts';
import { areValuesEqual } from '../equality.ts';
import {
	appendTamperProof,
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
			if (typeof item !== 'string') return createMisuseResult(`a string contains strings, not ${typeNameOf(item)}`);
			return createMatcherResult(stringIncludes(received, item), 'to contain', { expected: item });
		}
		const list = itemsOf(received);
		if (list === undefined)
			return createMisuseResult(`toContain() looks into a string or a list, not ${typeNameOf(received)}`);
		return createMatcherResult(
			isTrueOfSome(list, (other) => other === item),
			'to contain',
			{ expected: item }
		);
	},
	toContainEqual: (received, { 0: item }) => {
		const list = itemsOf(received);
		if (list === undefined)
			return createMisuseResult(`toContainEqual() looks into a list, not ${typeNameOf(received)}`);
		return createMatcherResult(
			isTrueOfSome(list, (other) => areValuesEqual(other, item, 'equal')),
			'to contain',
			{ expected: item }
		);
	},
	toHaveLength: (received, { 0: length }) => {
		const actualLength = received === null || received === undefined ? undefined : readProperty(received, 'length');
		if (typeof actualLength !== 'number') return createMisuseResult(`${printValue(received)} has no length`);
		return createMatcherResult(actualLength === length, 'to have length', { expected: length, received: actualLength });
	},
	toHaveProperty: (received, values) => {
		if (received === null || received === undefined) return createMisuseResult(`${String(received)} has no properties`);
		const propertyPath = values[0];
		const property = findPropertyAtPath(received, propertyPath);
		if (values.length < 2)
			return createMatcherResult(property !== undefined, `to have the property ${printValue(propertyPath)}`);
		const expectedValue = values[1];
		const pass = property !== undefined && areValuesEqual(property.value, expectedValue, 'equal');
		return createMatcherResult(pass, `to have the property ${printValue(propertyPath)} with`, {
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
		for (let next = iterator.next(); next.done !== true; next = iterator.next()) appendTamperProof(items, next.value);
		return items;
	}
	const length = readProperty(value, 'length');
	if (typeof value !== 'object' || typeof length !== 'number') return undefined;
	for (let index = 0; index < length; index++) appendTamperProof(items, readProperty(value, index));
	return items;
}

function isTrueOfSome(list: unknown[], test: (item: unknown) => boolean): boolean {
	for (let index = 0; index < list.length; index++) if (test(list[index])) return true;
	return false;
}

function findPropertyAtPath(value: unknown, path: unknown): { value: unknown } | undefined {
	if (typeof path !== 'object' && hasOwn(value, path as PropertyKey))
		return { value: readProperty(value, path as PropertyKey) };
	const steps = isArray(path) ? (path as unknown[]) : splitPropertyPath(String(path));
	let current = value;
	for (let index = 0; index < steps.length; index++) {
		const step = steps[index] as PropertyKey;
		if (current === null || current === undefined || !(step in OriginalObject(current))) return undefined;
		current = readProperty(current, step);
	}
	return { value: current };
}

/** Splits a property path: `lines[0].price` → lines, 0, price. */
function splitPropertyPath(path: string): string[] {
	const steps: string[] = [];
	let remainingPath = path;
	while (remainingPath !== '') {
		const dotIndex = stringIndexOf(remainingPath, '.');
		const bracketIndex = stringIndexOf(remainingPath, '[');
		const endIndex =
			dotIndex === -1
				? bracketIndex
				: bracketIndex === -1
					? dotIndex
					: dotIndex < bracketIndex
						? dotIndex
						: bracketIndex;
		const step = endIndex === -1 ? remainingPath : stringSlice(remainingPath, 0, endIndex);
		if (step !== '') appendTamperProof(steps, step);
		if (endIndex === -1) break;
		if (endIndex === dotIndex) {
			remainingPath = stringSlice(remainingPath, endIndex + 1);
			continue;
		}
		const closingIndex = stringIndexOf(remainingPath, ']');
		if (closingIndex === -1) break;
		appendTamperProof(steps, stringSlice(remainingPath, endIndex + 1, closingIndex));
		remainingPath = stringSlice(remainingPath, closingIndex + 1);
	}
	return steps;
}
