/** Writes the program, the data and the figures of a new challenge. */
import type { Files } from '#sandbox/contract.ts';
import type { Language } from '#lib/domain/language.ts';
import type { DescribedAnswers } from './answers.ts';
import type { ExampleValue } from './call-example.ts';
import { inCode } from './code-value.ts';
import type { ProgramExample, SmallProgram } from './small-program.ts';

/** The people of a queue, invented. */
const PEOPLE = ['Awa', 'Tom', 'Lina', 'Noé', 'Sara'];

const COMMENTS: Record<Language, Record<'takes' | 'rows' | 'values' | 'cases' | 'measure' | 'minutes', string>> = {
	fr: {
		takes: 'À remplacer : ce que reçoit la fonction, et ce qu’elle renvoie.',
		rows: 'Ce que montre la scène : ce que reçoit la fonction, et ce qui est juste. Inventé.',
		values: 'Les valeurs que montre la scène, dans l’ordre. Inventées.',
		cases: 'Les cas de la décision : dans deux d’entre eux, il faut autre chose que ce que dit la règle. Inventés.',
		measure: 'Les chiffres de la décision, avec le programme de l’élève.',
		minutes: 'Inventé : le temps de regarder un cas.'
	},
	en: {
		takes: 'To replace: what the function takes, and what it returns.',
		rows: 'What the scene shows: what the function is given, and what is right. Invented.',
		values: 'The values that the scene shows, in order. Invented.',
		cases: 'The cases of the decision: two of them need something else than the rule says. Invented.',
		measure: "The figures of the decision, with the student's program.",
		minutes: 'Invented: the time to look at one case.'
	}
};

/** Returns what the student begins with, the solution, the data and the figures. */
export function codeFiles({ example, kind, language }: DescribedAnswers, program: SmallProgram): Files {
	const comments = COMMENTS[language];
	const parameters = example.given.map(({ name, value }) => `${name}: ${typeof value}`).join(', ');
	const functionOf = (body: string[]) =>
		[
			`/** ${comments.takes} */`,
			`export function ${example.name}(${parameters}): ${typeof example.returns} {`,
			...body.map((line) => `\t${line}`),
			'}\n'
		].join('\n');
	const answer = typeof example.returns;
	const cases = program.cases.map(({ given, returns }) => `{ given: ${listOf(given)}, needed: ${inCode(returns)} }`);
	return {
		[`start/${language}/main.ts`]: functionOf(program.start),
		'private/solution/main.ts': functionOf(program.solution),
		'data/cases.ts': exported(
			comments.cases,
			'cases',
			`{ given: (number | string | boolean)[]; needed: ${answer} }[]`,
			cases
		),
		...(program.band
			? { 'data/values.ts': exported(comments.values, 'values', 'number[]', program.band.values.map(String)) }
			: { 'data/rows.ts': exported(comments.rows, 'rows', rowType(kind), program.rows.map(rowOf(kind))) }),
		'scene/measure.ts': measureOf(example.name, comments)
	};
}

function rowType(kind: DescribedAnswers['kind']): string {
	const who = kind === 'queue' ? 'who: string; ' : '';
	return `{ ${who}given: (number | string | boolean)[]; right: number | string | boolean }[]`;
}

const rowOf =
	(kind: DescribedAnswers['kind']) =>
	({ given, returns }: ProgramExample, index: number) => {
		const who = kind === 'queue' ? `who: '${PEOPLE[index % PEOPLE.length]}', ` : '';
		return `{ ${who}given: ${listOf(given)}, right: ${inCode(returns)} }`;
	};

function listOf(values: ExampleValue[]): string {
	return `[${values.map(inCode).join(', ')}]`;
}

function exported(comment: string, name: string, type: string, items: string[]): string {
	return `/** ${comment} */\nexport const ${name}: ${type} = [\n${items.map((item) => `\t${item}`).join(',\n')}\n];\n`;
}

function measureOf(name: string, comments: Record<'measure' | 'minutes', string>): string {
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
