import { parse } from 'yaml';
import { isExampleJsonValue, type ExampleJsonValue } from './exercise.ts';

/** Matches texts that can be written without quotes: no other value looks like one of them. */
const UNQUOTED_TEXT_PATTERN = /^[\p{L}][\p{L}\p{N} ’_-]*$/u;
const YAML_KEYWORDS = ['true', 'false', 'null', 'yes', 'no', 'on', 'off'];

/** Reads `9, true, vert` as three values; undefined where brackets or quotes do not close. */
export function readExampleValues(typedText: string): ExampleJsonValue[] | undefined {
	if (typedText.trim() === '') return [];
	const values = parseYamlFlow(`[${typedText}]`);
	return Array.isArray(values) ? values : undefined;
}

export function readExampleValue(typedText: string): ExampleJsonValue | undefined {
	const values = readExampleValues(typedText);
	return values?.length === 1 ? values[0] : undefined;
}

export const formatExampleCells = (values: readonly ExampleJsonValue[]): string =>
	values.map(formatExampleCell).join(', ');

export function formatExampleCell(value: ExampleJsonValue): string {
	if (typeof value !== 'string') return JSON.stringify(value);
	return UNQUOTED_TEXT_PATTERN.test(value) && !YAML_KEYWORDS.includes(value.toLowerCase())
		? value
		: JSON.stringify(value);
}

export function formatExampleValueCode(value: ExampleJsonValue): string {
	if (typeof value !== 'string') return JSON.stringify(value);
	return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Parses values as YAML: like JSON, except that a text needs no quotes. */
function parseYamlFlow(text: string): ExampleJsonValue | undefined {
	try {
		const value: unknown = parse(text, { maxAliasCount: 0 });
		return isExampleJsonValue(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
