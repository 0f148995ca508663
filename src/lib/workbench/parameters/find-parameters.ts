/** Finds the values that a comment with two dots marks, such as `const speed = 3; // 0..10`, and rewrites them. */
import { blankCommentsAndStrings } from '#lib/steps/source.ts';
import type { Files } from '#sandbox/contract.ts';

/**
 * Returns the colour as `#rrggbb`; undefined for a transparent colour, and for text that the browser does not accept as a colour.
 */
export function toHexColour(colourText: string): string | undefined {
	if (/^#[0-9a-f]{6}$/i.test(colourText)) return colourText.toLowerCase();
	// On the server there is no `CSS` object that could check the colour.
	if (typeof CSS === 'undefined' || !CSS.supports('color', colourText)) return undefined;
	const context = document.createElement('canvas').getContext('2d');
	if (context === null) return undefined;
	context.fillStyle = colourText;
	const parsedColour = context.fillStyle;
	return typeof parsedColour === 'string' && /^#[0-9a-f]{6}$/.test(parsedColour) ? parsedColour : undefined;
}

export type ParameterValue = number | string | boolean;

interface MarkedParameterValue {
	/** Consists of the file, the name, and a count that tells declarations of the same name apart. */
	id: string;
	path: string;
	name: string;
	/** Offsets of the value in the file's text, here and in `end`. */
	start: number;
	end: number;
	/** Whether the variable is declared outside of all functions: only then can its value change in a running program. */
	isTopLevel: boolean;
}

export type Parameter = MarkedParameterValue &
	(
		| { kind: 'number'; value: number; min: number; max: number; step: number }
		| { kind: 'switch'; value: boolean }
		| { kind: 'colour'; value: string }
		| { kind: 'choice'; value: string; options: string[] }
	);

const NUMBER_PATTERN = String.raw`-?(?:\d+(?:\.\d+)?|\.\d+)`;
const PARAMETER_LINE_PATTERN = new RegExp(
	String.raw`^(?<before>\s*(?:export\s+)?(?:const|let|var)\s+(?<name>[\p{ID_Start}$_][\p{ID_Continue}$]*)\s*(?::[^=/'"]*)?=\s*)` +
		String.raw`(?<value>${NUMBER_PATTERN}|'[^'\\]*'|"[^"\\]*"|true|false)\s*;?\s*\/\/\s*(?<mark>.*?)\s*$`,
	'u'
);
/** Matches a range such as `0..10`, with words after it. Three dots are no range, because the third would belong to a number. */
const RANGE_MARK_PATTERN = new RegExp(
	String.raw`^(?<min>${NUMBER_PATTERN})\s*\.\.(?!\.)\s*(?<max>${NUMBER_PATTERN})(?:\s+\D.*)?$`
);
const PARAMETER_DOTS = '..';

export function findParameters(files: Files): Parameter[] {
	return Object.entries(files).flatMap(([path, text]) =>
		path.endsWith('.ts') ? findParametersInFile(path, text) : []
	);
}

function findParametersInFile(path: string, text: string): Parameter[] {
	if (!text.includes(PARAMETER_DOTS)) return [];
	const code = blankCommentsAndStrings(text);
	const parameters: Parameter[] = [];
	let lineStart = 0;
	let openBraceCount = 0;
	for (const line of text.split('\n')) {
		const { before = '', name = '', value = '', mark = '' } = PARAMETER_LINE_PATTERN.exec(line)?.groups ?? {};
		const start = lineStart + before.length;
		// A line that looks the same inside of a comment or a template is no code.
		const isCode = before !== '' && code.slice(lineStart, start).includes(name);
		const markedContent = isCode ? readParameterMark(value, mark) : undefined;
		if (markedContent !== undefined) {
			const count = parameters.filter((each) => each.name === name).length;
			const id = `${path}-${name}-${count}`;
			parameters.push({
				id,
				path,
				name,
				start,
				end: start + value.length,
				isTopLevel: openBraceCount === 0,
				...markedContent
			});
		}
		const codeOfLine = code.slice(lineStart, lineStart + line.length);
		openBraceCount += codeOfLine.split('{').length - codeOfLine.split('}').length;
		lineStart += line.length + 1;
	}
	return parameters;
}

type OmitFromEach<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

function readParameterMark(
	valueText: string,
	mark: string
): OmitFromEach<Parameter, keyof MarkedParameterValue> | undefined {
	if (valueText === 'true' || valueText === 'false')
		return mark === PARAMETER_DOTS ? { kind: 'switch', value: valueText === 'true' } : undefined;
	if (/^['"]/.test(valueText)) return readTextParameterMark(valueText.slice(1, -1), mark);
	const { min = '', max = '' } = RANGE_MARK_PATTERN.exec(mark)?.groups ?? {};
	const [one, other, value] = [Number(min), Number(max), Number(valueText)];
	if (max === '' || one === other) return undefined;
	// The range includes the present value: a control that cannot show a value would change it at the first touch.
	const [low, high] = [Math.min(one, other, value), Math.max(one, other, value)];
	const decimals = Math.max(...[valueText, min, max].map((digits) => digits.split('.')[1]?.length ?? 0));
	return { kind: 'number', value, min: low, max: high, step: Number((10 ** -decimals).toFixed(decimals)) };
}

function readTextParameterMark(
	value: string,
	mark: string
): OmitFromEach<Parameter, keyof MarkedParameterValue> | undefined {
	if (mark === PARAMETER_DOTS) return { kind: 'colour', value };
	const options = [...new Set(mark.split(PARAMETER_DOTS).map((option) => option.trim()))];
	const areOptionsPlain = options.every((option) => /^[^'"\\]+$/.test(option));
	return options.length > 1 && areOptionsPlain && options.includes(value)
		? { kind: 'choice', value, options }
		: undefined;
}

/** Returns the file's text with another value for a parameter that was found in it. Quotes stay as they were written. */
export function replaceParameterValue(
	text: string,
	{ start, end, ...parameter }: Parameter,
	value: ParameterValue
): string {
	const quote = text[start] ?? '';
	const valueText = typeof value === 'string' ? `${quote}${value}${quote}` : writeInStepDecimals(parameter, value);
	return text.slice(0, start) + valueText + text.slice(end);
}

/** Writes a number with at most the decimals of the parameter's step, because adding up steps leaves rounding errors. */
function writeInStepDecimals(parameter: OmitFromEach<Parameter, 'start' | 'end'>, value: number | boolean): string {
	if (parameter.kind !== 'number' || typeof value !== 'number') return String(value);
	const digits = value.toFixed(Math.round(-Math.log10(parameter.step)));
	if (Number(digits) === 0) return '0';
	return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}
