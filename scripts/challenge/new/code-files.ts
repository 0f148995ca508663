/** Writes the start, solution, data and figures of a new challenge. */
import type { Files } from '#sandbox/contract.ts';
import type { Language } from '#lib/domain/language.ts';
import type { CodelessSceneAnswers } from './answers.ts';
import type { ExampleArgument } from './call-example.ts';
import { createDataFiles } from './data-files.ts';
import type { NewChallengeProgram } from './small-program.ts';

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

/** Returns the start files, the solution, the data and the code that measures the figures. */
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
