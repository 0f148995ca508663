/** Fills the texts of a new challenge with the author's answers. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Files } from '#sandbox/contract.ts';
import type { Language } from '#lib/domain/language.ts';
import type { DescribedAnswers, SceneKind } from './answers.ts';
import { inCode, inWords } from './code-value.ts';
import type { SmallProgram } from './small-program.ts';

const LOOKS: Record<Language, Record<SceneKind, string>> = {
	fr: {
		table: 'Regarde le tableau : ce que reçoit le programme, ce qu’il renvoie, et ce qui est juste.',
		queue: 'Regarde : chacun vient à la machine, et le programme répond.',
		line: 'Regarde la courbe : chaque point a la couleur de ce qu’en dit le programme. Sous la scène, change la valeur.'
	},
	en: {
		table: 'Look at the table: what the program is given, what it returns, and what is right.',
		queue: 'Look: everyone comes to the machine, and the program answers.',
		line: 'Look at the line: each point has the colour of what the program says. Below the scene, change the value.'
	}
};
const HEADINGS: Record<Language, [returned: string, mistake: string, answer: string]> = {
	fr: [
		'renvoie',
		'Le seuil est décalé',
		'Demandez ce que renvoie le programme juste avant le seuil, sur le seuil et juste après.'
	],
	en: [
		'returns',
		'The limit is shifted',
		'Ask what the program returns just before the limit, at the limit and just after it.'
	]
};
const LOOKED: Record<Language, string> = {
	fr: '- looked: Cas que quelqu’un regarde | cas',
	en: '- looked: Cases that somebody looks at | cases'
};
const HAND: Record<Language, string> = { fr: 'Et si la valeur change ?', en: 'What if the value changes?' };

/** Returns the texts for students and for teachers. */
export function filledTexts(answers: DescribedAnswers, program: SmallProgram): Files {
	const { language, person, kind, example } = answers;
	const callOf = (given: readonly (string | number | boolean)[]) => `${example.name}(${given.map(inCode).join(', ')})`;
	const [returned, mistake, answer] = HEADINGS[language];
	const parameters = example.given.map(({ name }) => name);
	const columns = [...parameters, returned];
	const examples = program.checks.flatMap((check) => check.examples);
	const cells = examples.map(({ given, returns }) => [...given, returns].map((value) => inWords(value, language)));
	const rowOf = (row: string[]) => `| ${row.join(' | ')} |`;
	const labels = [...new Set([...(kind === 'line' ? [] : parameters), example.name])];
	const hand = program.band ? [`- ${parameters[0]}: ${HAND[language]} | ${parameters[0]}`] : [];
	const values: Record<string, string> = {
		person: person.name,
		role: person.role,
		function: example.name,
		begins: inCode(program.begins),
		call: callOf(example.given.map(({ value }) => value)),
		returns: inCode(example.returns),
		predicted: callOf(program.predict.given),
		look: LOOKS[language][kind],
		cases: String(program.cases.length),
		table: [columns, columns.map(() => '---'), ...cells].map(rowOf).join('\n'),
		labels: labels.map((name) => `- ${name}: ${name}`).join('\n'),
		values: [...hand, LOOKED[language]].join('\n'),
		mistakes: `### ${program.mutants[0]?.id ?? 'limit'}: ${mistake}\n\n${answer}`
	};
	return Object.fromEntries(
		['text', 'teacher'].map((name) => {
			const file = `${name}.${language}.md`;
			const words = readFileSync(fileURLToPath(new URL(`./words/${file}`, import.meta.url)), 'utf8');
			return [file, words.replace(/\{\{(\w+)\}\}/g, (_, id: string) => values[id] ?? '')];
		})
	);
}
