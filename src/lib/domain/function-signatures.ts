/** Finds the functions of a program for which people who do not program can write examples. */
import type { ValueKind } from './plain-values.ts';

export interface FunctionSignature {
	name: string;
	parameters: { name: string; kind: ValueKind }[];
	returns: ValueKind;
}

/**
 * Matches an exported function. No two parts of the pattern can match the same text, so that matching stays fast for any author's text,
 * however long.
 */
const EXPORTED_FUNCTION_PATTERN = /^export\s+function\s+([A-Za-z_$][\w$]*)\s*\(([^()]*)\)\s*(?::([^{]{1,300}))?\{/gm;
const PARAMETER_PATTERN = /^([A-Za-z_$][\w$]*)\s*(?::([^=]*))?(?:=.*)?$/s;
const TEXT_LITERALS_PATTERN = /^(?:'[^']*'|"[^"]*")(?:\s*\|\s*(?:'[^']*'|"[^"]*"))*$/;
const VALUE_KIND_BY_TYPE = new Map<string, ValueKind>([
	['number', 'number'],
	['string', 'text'],
	['boolean', 'yes-no'],
	['number[]', 'numbers'],
	['readonly number[]', 'numbers'],
	['Array<number>', 'numbers']
]);

/** Returns the functions that take and return only numbers, texts, yes or no, lists of numbers or undeclared types. */
export function findPlainFunctionSignatures(program: string): FunctionSignature[] {
	return [...program.matchAll(EXPORTED_FUNCTION_PATTERN)].flatMap(([, name = '', list = '', returned]) => {
		const parameters = list
			.split(',')
			.map((each) => each.trim())
			.filter((each) => each !== '')
			.map(readParameter);
		const returns = valueKindOf(returned);
		const plainParameters = parameters.filter((each) => each !== undefined);
		if (returns === undefined || plainParameters.length < parameters.length || plainParameters.length === 0) return [];
		return [{ name, parameters: plainParameters, returns }];
	});
}

function readParameter(text: string): FunctionSignature['parameters'][number] | undefined {
	const [, name, type] = PARAMETER_PATTERN.exec(text) ?? [];
	const kind = valueKindOf(type);
	return name === undefined || kind === undefined ? undefined : { name, kind };
}

function valueKindOf(type: string | undefined): ValueKind | undefined {
	if (type === undefined) return 'any';
	const typeText = type.trim();
	return VALUE_KIND_BY_TYPE.get(typeText) ?? (TEXT_LITERALS_PATTERN.test(typeText) ? 'text' : undefined);
}
