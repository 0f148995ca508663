import type { Files } from '#sandbox/contract.ts';
import type { Language } from '#lib/domain/language.ts';
import { type CodelessSceneAnswers, RIGHT_ANSWER_COLUMN, type SceneKind } from './questions.ts';
import {
	type ExampleArgument,
	type NewChallengeProgram,
	type ExampleValue,
	formatAsCode,
	type ProgramExample
} from './call-example.ts';

const PEOPLE_NAMES = ['Awa', 'Tom', 'Lina', 'Noé', 'Sara'];

type TableCell = [name: string, value: ExampleValue, type?: 'time'];

interface SceneTable {
	file: string;
	rows: TableCell[][];
}

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

export function describeDataColumns(answers: CodelessSceneAnswers, program: NewChallengeProgram) {
	const { file, rows } = createSceneTable(answers, program);
	const columns = (rows[0] ?? []).map(([name, value, type]) => [name, type ?? columnTypeNameOf(value)]);
	return { [file]: Object.fromEntries(columns) as Record<string, string> };
}

function columnTypeNameOf(value: ExampleValue): string {
	if (typeof value === 'string') return COLUMN_TYPE_NAMES.string;
	return typeof value === 'number' ? COLUMN_TYPE_NAMES.number : COLUMN_TYPE_NAMES.boolean;
}

function createDataFiles(answers: CodelessSceneAnswers, program: NewChallengeProgram, comment: string): Files {
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

const CODE_COMMENT_TEXTS: Record<Language, Record<'takes' | 'cases' | 'measure' | 'minutes', string>> = {
	fr: {
		takes: 'À remplacer : ce que reçoit la fonction, et ce qu’elle renvoie.',
		cases: 'Les cas de la décision : dans deux d’entre eux, il faut autre chose que ce que dit la règle. Inventés.',
		measure: 'Les chiffres de la décision, avec le programme de l’élève.',
		minutes: 'Inventé : le temps de regarder un cas.'
	},
	en: {
		takes: 'To replace: what the function takes, and what it returns.',
		cases: 'The cases of the decision: two of them need something else than the rule says. Invented.',
		measure: "The figures of the decision, with the student's program.",
		minutes: 'Invented: the time to look at one case.'
	}
};

export function createCodeFiles(answers: CodelessSceneAnswers, program: NewChallengeProgram): Files {
	const { example, kind, language } = answers;
	const commentTexts = CODE_COMMENT_TEXTS[language];
	const parameters = example.given.map(({ name, value }) => `${name}: ${formatType(value)}`).join(', ');
	const writeFunctionCode = (body: string[]) =>
		[
			...(kind === 'round' ? [STOP_TYPE_CODE] : []),
			`/** ${commentTexts.takes} */`,
			`export function ${example.name}(${parameters}): ${typeof example.returns} {`,
			...body.map((line) => `\t${line}`),
			'}\n'
		].join('\n');
	return {
		[`start/${language}/main.ts`]: writeFunctionCode(program.startLines),
		'private/solution/main.ts': writeFunctionCode(program.solutionLines),
		...createDataFiles(answers, program, commentTexts.cases),
		'scene/measure.ts': writeMeasureCode(example.name, commentTexts)
	};
}

const STOP_TYPE_CODE = 'type Stop = { name: string; x: number; y: number; minutes: number };\n';

function formatType(value: ExampleArgument): string {
	if (typeof value !== 'object') return typeof value;
	return Array.isArray(value) ? 'Stop[]' : 'Stop';
}

function writeMeasureCode(name: string, comments: Record<'measure' | 'minutes', string>): string {
	return `/** ${comments.measure} */
import { ask, verdict } from 'braise/scene';
import { cases } from '../data/cases.ts';
import * as program from '../main.ts';

/** ${comments.minutes} */
const MINUTES = 10;

export function measure(option: string, values: Record<string, number> = {}) {
	const looked = option === 'look' ? cases.length : option === 'follow' ? 0 : (values['looked'] ?? 0);
	const unseen = cases.slice(looked);
	const wrong = unseen.filter(({ given, needed }) => verdict(ask(program, '${name}', ...given), needed) !== 'right');
	return [
		{ id: 'minutes', value: looked * MINUTES, unit: 'minutes' },
		{ id: 'wrong', value: wrong.length, unit: 'count', of: cases.length }
	];
}
`;
}
