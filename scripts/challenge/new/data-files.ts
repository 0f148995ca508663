/** Writes the data of a new challenge: the tables for its scene, and the cases of its decision. */
import type { Files } from '#sandbox/contract.ts';
import { RIGHT_ANSWER_COLUMN, type CodelessSceneAnswers, type SceneKind } from './answers.ts';
import type { ExampleValue, ExampleArgument } from './call-example.ts';
import { formatAsCode } from './code-value.ts';
import type { ProgramExample, NewChallengeProgram } from './small-program.ts';

/** Names of invented people in a queue or a week. */
const PEOPLE_NAMES = ['Awa', 'Tom', 'Lina', 'Noé', 'Sara'];

type TableCell = [name: string, value: ExampleValue, type?: 'time'];

/** A table: the name of its file, and its rows, whose cells have the names of their columns. */
interface SceneTable {
	file: string;
	rows: TableCell[][];
}

/** Returns the table that the scene shows. */
function createSceneTable(
	{ kind, example }: CodelessSceneAnswers,
	{ band, stops, sceneRows }: NewChallengeProgram
): SceneTable {
	if (band) {
		const column = example.given[0]?.name ?? 'value';
		return { file: 'values.csv', rows: band.values.map((value): TableCell[] => [[column, value]]) };
	}
	if (stops) return { file: 'stops.csv', rows: stops.map((stop) => Object.entries(stop)) };
	const givenNames = example.given.map(({ name }) => name);
	return { file: 'rows.csv', rows: sceneRows.map((row, index) => createTableRow(kind, givenNames, row, index)) };
}

function createTableRow(
	kind: SceneKind,
	names: string[],
	{ given, returns }: ProgramExample,
	index: number
): TableCell[] {
	const cells = given.flatMap((value, at): TableCell[] =>
		typeof value === 'object' ? [] : [[names[at] ?? '', value]]
	);
	// When a given value has the name of one of the kind's own cells, such as `who`, the given value is used.
	const kindCells = createSceneKindCells(kind, given, index).filter(([name]) => !names.includes(name));
	return [...kindCells, ...cells, [RIGHT_ANSWER_COLUMN, returns]];
}

/** Returns the cells that a row has for this kind of scene, besides the given values and the right answer. */
function createSceneKindCells(kind: SceneKind, given: ExampleArgument[], index: number): TableCell[] {
	const personCell: TableCell = ['who', PEOPLE_NAMES[index % PEOPLE_NAMES.length] ?? ''];
	if (kind === 'queue') return [personCell];
	if (kind === 'receipt') return [['words', given.map(String).join(' ')]];
	if (kind === 'grid') {
		const column: TableCell = ['column', index + 1];
		return [['row', 1], column];
	}
	if (kind !== 'week') return [];
	return [personCell, ['day', index + 1], ['from', `${9 + index}:00`, 'time'], ['to', `${11 + index}:00`, 'time']];
}

const COLUMN_TYPE_NAMES = { string: 'text', number: 'number', boolean: 'yes/no' } as const;

/** Returns the part of challenge.yaml about the table: its columns, with their types. */
export function describeDataColumns(answers: CodelessSceneAnswers, program: NewChallengeProgram) {
	const { file, rows } = createSceneTable(answers, program);
	const columns = (rows[0] ?? []).map(([name, value, type]) => [name, type ?? columnTypeNameOf(value)]);
	return { [file]: Object.fromEntries(columns) as Record<string, string> };
}

function columnTypeNameOf(value: ExampleValue): string {
	if (typeof value === 'string') return COLUMN_TYPE_NAMES.string;
	return typeof value === 'number' ? COLUMN_TYPE_NAMES.number : COLUMN_TYPE_NAMES.boolean;
}

export function createDataFiles(answers: CodelessSceneAnswers, program: NewChallengeProgram, comment: string): Files {
	const { file, rows } = createSceneTable(answers, program);
	const formatCellText = (value: ExampleValue) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));
	const lines = [
		(rows[0] ?? []).map(([name]) => name),
		...rows.map((row) => row.map(([, value]) => formatCellText(value)))
	];
	const givenType = answers.kind === 'round' ? 'unknown[]' : '(number | string | boolean)[]';
	const cases = program.decisionCases.map(
		(one) => `\t{ given: ${formatListInCode(one.given)}, needed: ${formatAsCode(one.returns)} }`
	);
	return {
		[`data/${file}`]: `${lines.map((line) => line.join(',')).join('\n')}\n`,
		'data/cases.ts': `/** ${comment} */\nexport const cases: { given: ${givenType}; needed: ${typeof program.startAnswer} }[] = [\n${cases.join(',\n')}\n];\n`
	};
}

const formatListInCode = (values: ExampleArgument[]): string => `[${values.map(formatAsCode).join(', ')}]`;
