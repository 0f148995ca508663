/** Writes the data of a new challenge: what its scene shows, and the cases of its decision. */
import type { Files } from '#sandbox/contract.ts';
import type { SceneKind } from './answers.ts';
import type { GivenExample } from './call-example.ts';
import { inCode } from './code-value.ts';
import type { ProgramExample, SmallProgram } from './small-program.ts';

export type DataComment = 'rows' | 'values' | 'stops' | 'cases';

/** The people of a queue and of a week, invented. */
const PEOPLE = ['Awa', 'Tom', 'Lina', 'Noé', 'Sara'];
const GIVEN = 'given: (number | string | boolean)[]';
const RIGHT = 'right: number | string | boolean';
/** By kind: what a row has beside what is given and what is right. */
const ROW_TYPES: Partial<Record<SceneKind, string>> = {
	queue: `{ who: string; ${GIVEN}; ${RIGHT} }[]`,
	week: `{ who: string; day: number; from: number; to: number; ${GIVEN}; ${RIGHT} }[]`,
	receipt: `{ words: string; ${GIVEN}; right: number }[]`,
	grid: `{ row: number; column: number; ${GIVEN}; ${RIGHT} }[]`
};

export function dataFiles(kind: SceneKind, program: SmallProgram, comments: Record<DataComment, string>): Files {
	const given = kind === 'round' ? 'given: unknown[]' : GIVEN;
	const cases = program.cases.map((one) => `{ given: ${listOf(one.given)}, needed: ${inCode(one.returns)} }`);
	const needed = typeof program.begins;
	return {
		'data/cases.ts': exported(comments.cases, 'cases', `{ ${given}; needed: ${needed} }[]`, cases),
		...shownData(kind, program, comments)
	};
}

function shownData(kind: SceneKind, { band, stops, rows }: SmallProgram, comments: Record<DataComment, string>): Files {
	if (band) return { 'data/values.ts': exported(comments.values, 'values', 'number[]', band.values.map(String)) };
	if (stops) {
		const type = '{ name: string; x: number; y: number; minutes: number }[]';
		return { 'data/stops.ts': exported(comments.stops, 'stops', type, stops.map(inCode)) };
	}
	const type = ROW_TYPES[kind] ?? `{ ${GIVEN}; ${RIGHT} }[]`;
	return { 'data/rows.ts': exported(comments.rows, 'rows', type, rows.map(rowOf(kind))) };
}

const rowOf =
	(kind: SceneKind) =>
	({ given, returns }: ProgramExample, index: number) =>
		`{ ${ownFields(kind, given, index)}given: ${listOf(given)}, right: ${inCode(returns)} }`;

/** What a row of this kind has besides, each with a comma after it. */
function ownFields(kind: SceneKind, given: GivenExample[], index: number): string {
	const who = `who: '${PEOPLE[index % PEOPLE.length]}', `;
	if (kind === 'queue') return who;
	if (kind === 'week') return `${who}day: ${index + 1}, from: ${9 + index} * 60, to: ${11 + index} * 60, `;
	if (kind === 'receipt') return `words: '${given.join(', ')}', `;
	return kind === 'grid' ? `row: 1, column: ${index + 1}, ` : '';
}

const listOf = (values: GivenExample[]): string => `[${values.map(inCode).join(', ')}]`;

function exported(comment: string, name: string, type: string, items: string[]): string {
	return `/** ${comment} */\nexport const ${name}: ${type} = [\n${items.map((item) => `\t${item}`).join(',\n')}\n];\n`;
}
