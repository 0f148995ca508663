import type { ExampleJsonValue } from './exercise.ts';

interface ExportedFunction {
	name: string;
	/** Names of the parameters; an empty list when one of them is not a plain name. */
	parameters: string[];
}

const EXPORTED_FUNCTION_PATTERN = /^export\s+(?:async\s+)?function\s+([A-Za-z_$][\w$]*)\s*(?:<[^>]*>)?\s*\(([^)]*)\)/gm;

export function findExportedFunctions(program: string): ExportedFunction[] {
	return [...program.matchAll(EXPORTED_FUNCTION_PATTERN)].map(([, name = '', list = '']) => {
		const parameters = list
			.split(/,(?![^<{[]*[>}\]])/)
			.map((each) => each.trim())
			.filter((each) => each !== '')
			.map((each) => /^([A-Za-z_$][\w$]*)/.exec(each)?.[1] ?? '');
		return { name, parameters: parameters.includes('') ? [] : parameters };
	});
}

const PLAIN_TYPES = ['number', 'boolean', 'string'] as const;
export type PlainType = (typeof PLAIN_TYPES)[number];

interface WrongTypeValue {
	value: ExampleJsonValue;
	name: string;
	wanted: PlainType;
}

/** Returns the first value whose type is certainly not that of its parameter; undefined where there is none. */
export function findWrongTypeValue(
	name: string,
	given: readonly ExampleJsonValue[],
	programs: readonly string[]
): WrongTypeValue | undefined {
	const parameters = programs
		.map((program) => readFunctionParameters(name, program))
		.find((each) => each !== undefined);
	return given
		.map((value, index) => ({ value, ...parameters?.[index] }))
		.find((one): one is WrongTypeValue => one.wanted !== undefined && typeof one.value !== one.wanted);
}

/**
 * Returns the parameters of an exported function, each with its type where the type is plain. Undefined when there is no such
 * function, or when its parameters cannot be told apart with certainty.
 */
function readFunctionParameters(name: string, program: string): { name: string; wanted?: PlainType }[] | undefined {
	const functionHead = new RegExp(
		`^export\\s+(?:async\\s+)?function\\s+${name.replaceAll('$', '\\$')}\\s*\\(([^()]*)\\)`,
		'gm'
	);
	const [found, ...overloads] = program.matchAll(functionHead);
	const parameterList = found?.[1];
	if (parameterList === undefined || overloads.length > 0 || /[<>{}[\]'"`/=]/.test(parameterList.replaceAll('[]', '')))
		return undefined;
	return parameterList.split(',').map((parameter) => {
		const [, word = '', type = ''] = /^\s*([\w$]+)\s*\??\s*:\s*(\w+)\s*$/.exec(parameter) ?? [];
		const wantedType = PLAIN_TYPES.find((one) => one === type);
		return wantedType === undefined ? { name: word } : { name: word, wanted: wantedType };
	});
}
