import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Files } from '#sandbox/contract.ts';
import type { Language } from '#lib/domain/language.ts';
import type { CodelessSceneAnswers, SceneKind } from './questions.ts';
import type { ExampleArgument } from './call-example.ts';
import { formatAsCode, formatForSentence } from './call-example.ts';
import type { NewChallengeProgram } from './call-example.ts';

const DISCOVER_STEP_SENTENCES: Record<Language, Record<SceneKind, string>> = {
	fr: {
		table: 'Regarde le tableau : ce que reçoit le programme, ce qu’il renvoie, et ce qui est juste.',
		queue: 'Regarde : chacun vient à la machine, et le programme répond.',
		round: 'Regarde la carte : la camionnette va où le programme l’envoie.',
		week: 'Regarde la semaine : ce que le programme accepte, et ce qu’il refuse.',
		receipt: 'Regarde le ticket : le programme calcule le prix de chaque ligne.',
		grid: 'Regarde le plan : le programme dit ce qu’est chaque case.',
		line: 'Regarde la courbe : chaque point a la couleur de ce qu’en dit le programme. Sous la scène, change la valeur.'
	},
	en: {
		table: 'Look at the table: what the program is given, what it returns, and what is right.',
		queue: 'Look: everyone comes to the machine, and the program answers.',
		round: 'Look at the map: the van goes where the program sends it.',
		week: 'Look at the week: what the program takes in, and what it refuses.',
		receipt: 'Look at the bill: the program works out the price of each line.',
		grid: 'Look at the plan: the program says what each cell is.',
		line: 'Look at the line: each point has the colour of what the program says. Below the scene, change the value.'
	}
};
const ROUND_SENTENCES: Record<Language, { begins: string; failureSentence: string; mistake: [string, string] }> = {
	fr: {
		begins: 'Mon programme renvoie toujours le premier arrêt de la liste. Il devrait renvoyer le plus proche.',
		failureSentence: 'c’est le premier de la liste, et pas le plus proche.',
		mistake: [
			'La distance est fausse',
			'Demandez de mesurer deux arrêts sur une feuille quadrillée : un vers l’est, un vers le nord.'
		]
	},
	en: {
		begins: 'My program always returns the first stop of the list. It should return the nearest one.',
		failureSentence: 'it is the first of the list, and not the nearest.',
		mistake: [
			'The distance is wrong',
			'Ask for two stops to be measured on squared paper: one to the east, one to the north.'
		]
	}
};
const START_PROGRAM_SENTENCES: Record<Language, (begins: string, call: string, returns: string) => string> = {
	fr: (begins, call, returns) =>
		`Mon programme renvoie toujours \`${begins}\`. Pour \`${call}\`, il devrait renvoyer \`${returns}\`.`,
	en: (begins, call, returns) =>
		`My program always returns \`${begins}\`. For \`${call}\` it should return \`${returns}\`.`
};
const FAILURE_SENTENCES: Record<Language, string> = {
	fr: 'pour l’instant, le programme répond toujours la même chose.',
	en: 'so far, the program always answers the same.'
};
const RETURN_AND_MISTAKE_WORDS: Record<Language, [returned: string, mistake: string, answer: string]> = {
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
const DECISION_DIAL_LINES: Record<Language, string> = {
	fr: '- looked: Cas que quelqu’un regarde | cas',
	en: '- looked: Cases that somebody looks at | cases'
};
const STAGE_DIAL_TITLES: Record<Language, string> = {
	fr: 'Et si la valeur change ?',
	en: 'What if the value changes?'
};

const SCENE_KINDS_WITH_LABELS = new Set<SceneKind>(['table', 'queue', 'grid']);

export function createChallengeTexts(answers: CodelessSceneAnswers, program: NewChallengeProgram): Files {
	const { language, person, kind, example } = answers;
	const formatCall = (given: readonly ExampleArgument[]) => `${example.name}(${given.map(formatAsCode).join(', ')})`;
	const [returned, mistake, answer] = RETURN_AND_MISTAKE_WORDS[language];
	const parameters = example.given.map(({ name }) => name);
	const columns = [...parameters, returned];
	const examples = program.checks.flatMap((check) => check.examples);
	const cells = examples.map(({ given, returns }) =>
		[...given, returns].map((value) => formatForSentence(value, language))
	);
	const formatTableRow = (row: string[]) => `| ${row.join(' | ')} |`;
	const roundSentences = kind === 'round' ? ROUND_SENTENCES[language] : undefined;
	const labelNames = [...new Set([...(SCENE_KINDS_WITH_LABELS.has(kind) ? parameters : []), example.name])];
	const handLines = program.band ? [`- ${parameters[0]}: ${STAGE_DIAL_TITLES[language]} | ${parameters[0]}`] : [];
	const valuesByPlaceholder: Record<string, string> = {
		person: person.name,
		role: person.role,
		function: example.name,
		begins: formatAsCode(program.startAnswer),
		problem:
			roundSentences?.begins ??
			START_PROGRAM_SENTENCES[language](
				formatAsCode(program.startAnswer),
				formatCall(example.given.map(({ value }) => value)),
				formatAsCode(example.returns)
			),
		always: roundSentences?.failureSentence ?? FAILURE_SENTENCES[language],
		predicted: formatCall(program.prediction.given),
		look: DISCOVER_STEP_SENTENCES[language][kind],
		cases: String(program.decisionCases.length),
		table: roundSentences
			? program.checks.map(({ because }) => `- ${because[language]}.`).join('\n')
			: [columns, columns.map(() => '---'), ...cells].map(formatTableRow).join('\n'),
		labels: labelNames.map((name) => `- ${name}: ${roundSentences ? person.name : name}`).join('\n'),
		values: [...handLines, DECISION_DIAL_LINES[language]].join('\n'),
		mistakes: `### ${program.mutants[0]?.id ?? 'limit'}: ${roundSentences?.mistake[0] ?? mistake}\n\n${roundSentences?.mistake[1] ?? answer}`
	};
	return Object.fromEntries(
		['text', 'teacher'].map((name) => {
			const file = `${name}.${language}.md`;
			const template = readFileSync(fileURLToPath(new URL(`./words/${file}`, import.meta.url)), 'utf8');
			return [file, template.replace(/\{\{(\w+)\}\}/g, (_, id: string) => valuesByPlaceholder[id] ?? '')];
		})
	);
}
