/** Returns the fields of a new challenge's scene, depending on its kind. */
import type { CodelessSceneAnswers } from './answers.ts';
import type { NewChallengeProgram } from './small-program.ts';

export function createSceneFields(
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
