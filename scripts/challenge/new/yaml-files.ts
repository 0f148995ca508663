import { Document, stringify, visit } from 'yaml';
import type { Files } from '#sandbox/contract.ts';
import type { Language } from '#lib/domain/language.ts';
import { CHALLENGE_MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import { MUTANTS_FILE } from '#lib/server/content/mutants.ts';
import type { CodelessSceneAnswers } from './questions.ts';
import { describeDataColumns } from './code-files.ts';
import type { ProgramCheck, NewChallengeProgram } from './call-example.ts';

function createSceneFields(
	{ kind, example }: CodelessSceneAnswers,
	{ band, startAnswer, mostKilometres }: NewChallengeProgram
) {
	const { name } = example;
	const givenNames = example.given.map((one) => one.name);
	const rowsPath = 'data/rows.csv';
	const titledFields = { kind, title: name };
	switch (kind) {
		case 'line': {
			const { from = 0, to = 1, belowAnswer = '', rightAnswer = '', aboveAnswer = '' } = band ?? {};
			return {
				...titledFields,
				data: { file: 'data/values.csv', name: givenNames[0] ?? '' },
				starts: '08:00',
				every: 15,
				unit: givenNames[0] ?? '',
				right: { from, to },
				point: { function: name, below: belowAnswer, right: rightAnswer, above: aboveAnswer }
			};
		}
		case 'round':
			return {
				...titledFields,
				data: 'data/stops.csv',
				starts: '09:00',
				pace: 2,
				function: name,
				gives: 'next',
				...(mostKilometres !== undefined && { most: mostKilometres })
			};
		case 'week':
			return { ...titledFields, data: rowsPath, given: givenNames, opens: '08:00', closes: '18:00', function: name };
		case 'receipt':
			return { ...titledFields, data: rowsPath, given: givenNames, unit: 'cents', function: name };
		case 'grid':
			return {
				...titledFields,
				ground: 'garden',
				data: rowsPath,
				function: name,
				given: givenNames,
				values: [startAnswer, example.returns]
			};
		case 'queue':
			return { kind, data: rowsPath, function: name, given: givenNames, title: name };
		default:
			return { kind, data: rowsPath, function: name, given: givenNames, returns: name };
	}
}

const MANIFEST_OPENING_COMMENTS: Record<Language, string> = {
	fr: '# Un petit défi complet. Remplacez-le morceau par morceau par le vôtre : challenges/README.md dit ce que veut dire chaque ligne.',
	en: '# A small complete challenge. Replace it piece by piece by yours: challenges/README.en.md says what each line means.'
};
const INVENTED_DATA_ORIGINS: Record<Language, [origin: string, rule: string, reason: string]> = {
	fr: ['inventées pour commencer (data)', 'la règle et les cas', 'inventés pour commencer'],
	en: ['invented to begin with (data)', 'the rule and the cases', 'invented to begin with']
};

export function createYamlFiles(answers: CodelessSceneAnswers, program: NewChallengeProgram): Files {
	const { language } = answers;
	const formatChecks = (list: ProgramCheck[]) =>
		writeCompactYaml(
			list.map(({ because, examples }) => ({
				because: because[language],
				function: answers.example.name,
				examples: examples.map(({ given, returns }) => ({
					given: Object.fromEntries(answers.example.given.map(({ name }, index) => [name, given[index]])),
					returns
				}))
			}))
		);
	return {
		[CHALLENGE_MANIFEST_FILE]: `${MANIFEST_OPENING_COMMENTS[language]}\n${writeCompactYaml(createManifest(answers, program))}`,
		'checks/build.yaml': formatChecks(program.checks),
		'private/checks/build.yaml': formatChecks(program.heldBackChecks),
		[MUTANTS_FILE]: stringify(program.mutants)
	};
}

/** Upper limit of characters, counted as JSON, of a list or map that is written on one line. */
const MAX_ONE_LINE_CHARACTERS = 70;

function writeCompactYaml(value: unknown): string {
	const document = new Document(value, { aliasDuplicateObjects: false });
	visit(document, {
		Collection(key, node) {
			if (key !== null && JSON.stringify(node.toJSON()).length <= MAX_ONE_LINE_CHARACTERS) node.flow = true;
		}
	});
	return document.toString({ lineWidth: 0 });
}

function createManifest(answers: CodelessSceneAnswers, program: NewChallengeProgram) {
	const { id, language, person } = answers;
	const [origin, what, model] = INVENTED_DATA_ORIGINS[language];
	const [parameter] = answers.example.given;
	const hand = program.band && parameter ? { hand: [{ id: parameter.name, ...program.band.handSetting }] } : {};
	return {
		format: 1,
		id,
		version: '0.1.0',
		trade: person.trade,
		piste: 'blue',
		minutes: 30,
		place: 'Valcendre',
		partner: null,
		reviewer: null,
		licence: 'CC-BY-SA-4.0',
		'data-origin': origin,
		languages: [language],
		sources: [{ what, model }],
		data: describeDataColumns(answers, program),
		scene: createSceneFields(answers, program),
		steps: [{ kind: 'discover', ...hand }, { kind: 'predict', ...createPrediction(answers, program) }, 'build'],
		decision: {
			options: ['follow', 'look'],
			another: [{ id: 'looked', min: 0, max: program.decisionCases.length, step: 1, start: 2 }],
			better: { minutes: 'less', wrong: 'less' }
		},
		programme: ['snt.programmation', 'nsi1.langage'],
		rubric: ['reads', 'writes', 'decides']
	};
}

function createPrediction({ example }: CodelessSceneAnswers, { prediction }: NewChallengeProgram) {
	return {
		call: { name: example.name, args: prediction.given },
		answers: prediction.answers.map((answer) => JSON.stringify(answer))
	};
}
