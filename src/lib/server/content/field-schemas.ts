import * as v from 'valibot';

const COLUMN_KINDS = ['text', 'number', 'yes/no', 'time'] as const;
type ColumnKind = (typeof COLUMN_KINDS)[number];
/** The type of a column. With a question mark, a cell may be empty. */
export type ColumnType = ColumnKind | `${ColumnKind}?`;

export const COLUMN_TYPES: readonly ColumnType[] = [
	...COLUMN_KINDS,
	...COLUMN_KINDS.map((kind): ColumnType => `${kind}?`)
];

const TYPESCRIPT_TYPES_BY_KIND: Record<ColumnKind, string> = {
	text: 'string',
	number: 'number',
	'yes/no': 'boolean',
	time: 'number'
};
const YES_WORDS = new Set(['yes', 'oui', 'true', 'vrai']);
const NO_WORDS = new Set(['no', 'non', 'false', 'faux']);
const MINUTES_PER_DAY = 1440;

const columnKindOf = (type: ColumnType): ColumnKind => type.replace('?', '') as ColumnKind;

export const isOptionalColumn = (type: ColumnType): boolean => type.endsWith('?');

/** Returns the TypeScript type that a program sees. A time is a number: the minutes since midnight. */
export const typescriptTypeOfColumn = (type: ColumnType): string => TYPESCRIPT_TYPES_BY_KIND[columnKindOf(type)];

type ParsedCell = { value: string | number | boolean | undefined } | { fault: string };

/** Reads one cell as the column's type. A text keeps its spaces. */
export function readCellValue(written: string, type: ColumnType): ParsedCell {
	const kind = columnKindOf(type);
	const text = written.trim();
	if (text === '' && isOptionalColumn(type)) return { value: undefined };
	if (kind === 'text') return { value: written };
	if (text === '')
		return { fault: `is empty: write ${kind === 'yes/no' ? 'yes or no' : `a ${kind}`}, or declare it "${kind}?"` };
	if (kind === 'number') {
		const number = Number(text.replace(/^(-?\d+),(\d+)$/, '$1.$2').replace('−', '-'));
		return Number.isFinite(number) ? { value: number } : { fault: `is "${text}": write a number, such as 12 or 3.5` };
	}
	if (kind === 'time') return parseTimeCell(text);
	const word = text.toLowerCase();
	if (YES_WORDS.has(word) || NO_WORDS.has(word)) return { value: YES_WORDS.has(word) };
	return { fault: `is "${text}": write yes or no` };
}

function parseTimeCell(text: string): ParsedCell {
	const [, hours, minutesAfterHour = '0'] = /^(\d{1,2})\s*[:h]\s*(\d{2})?$/.exec(text) ?? [];
	const minutes = Number(hours) * 60 + Number(minutesAfterHour);
	return minutes <= MINUTES_PER_DAY && Number(minutesAfterHour) < 60
		? { value: minutes }
		: { fault: `is "${text}": write a time, such as 9:05` };
}

/** Refuses names such as `toString`, which every object has as built-in properties. */
export const refuseBuiltInName = v.check<string, string>(
	(id) => !(id in Object.prototype),
	'is a word of JavaScript: choose another'
);
export const contentIdSchema = v.pipe(
	v.string(),
	v.regex(/^[a-zA-Z][a-zA-Z0-9-]*$/, 'an id has letters, digits and hyphens'),
	refuseBuiltInName
);
export const programNameSchema = v.pipe(
	v.string(),
	v.regex(/^[a-zA-Z_$][\w$]*$/, 'not a name that a program can have')
);
export const codeFilePathSchema = v.pipe(
	v.string(),
	v.regex(/^(?!\.)[\w-]+(\/[\w-]+)*\.(ts|json)$/, 'a path of a .ts or .json file')
);
export const finiteNumberSchema = v.pipe(v.number(), v.finite('is no finite number'));
export const nonEmptyTextSchema = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'));
