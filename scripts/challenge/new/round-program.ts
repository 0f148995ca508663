import type { CallExample, RoundStopValue } from './call-example.ts';
import type { ProgramExample, NewChallengeProgram } from './call-example.ts';

const createRoundStop = (name: string, x: number, y: number, minutes = 5): RoundStopValue => ({ name, x, y, minutes });

const DEPOT_AND_STOPS = [
	createRoundStop('Dépôt', 5, 3, 0),
	createRoundStop('Awa', 1, 1),
	createRoundStop('Tom', 9, 5),
	createRoundStop('Lina', 6, 4),
	createRoundStop('Noé', 2, 5),
	createRoundStop('Sara', 8, 1)
];

export function createRoundCallExample(name: string): CallExample {
	const [here = createRoundStop('', 0, 0), ...stops] = DEPOT_AND_STOPS;
	return {
		name,
		given: [
			{ name: 'here', value: here },
			{ name: 'stops', value: stops }
		],
		returns: 'Lina'
	};
}

const DISTANCE_CODE = 'Math.hypot(stop.x - here.x, stop.y - here.y)';

const createRoundExample = (
	here: [x: number, y: number],
	stops: RoundStopValue[],
	returns: string
): ProgramExample => ({
	given: [createRoundStop('here', ...here, 0), stops],
	returns
});

export function createRoundProgram({ given }: CallExample): NewChallengeProgram {
	return {
		startAnswer: 'Awa',
		startLines: ['return stops[0].name;'],
		solutionLines: [
			'let best = stops[0];',
			'for (const stop of stops) {',
			`\tif (${DISTANCE_CODE} < Math.hypot(best.x - here.x, best.y - here.y)) {`,
			...['\t\tbest = stop;', '\t}', '}', 'return best.name;']
		],
		mutants: [
			{ id: 'only-east', replace: DISTANCE_CODE, by: 'Math.abs(stop.x - here.x)' },
			{ id: 'farthest', replace: `${DISTANCE_CODE} <`, by: `${DISTANCE_CODE} >` },
			{ id: 'from-the-corner', replace: DISTANCE_CODE, by: 'Math.hypot(stop.x, stop.y)' },
			{ id: 'always-first', replace: 'best = stop;', by: '' }
		],
		checks: [
			{
				because: { fr: 'Le seul arrêt est le plus proche', en: 'The only stop is the nearest' },
				examples: [createRoundExample([0, 0], [createRoundStop('Awa', 3, 0)], 'Awa')]
			},
			{
				because: {
					fr: 'Le plus proche est renvoyé, où qu’il soit dans la liste',
					en: 'The nearest is returned, wherever it is in the list'
				},
				examples: [
					createRoundExample(
						[0, 0],
						[createRoundStop('Awa', 3, 0), createRoundStop('Tom', 1, 0), createRoundStop('Lina', 2, 2)],
						'Tom'
					),
					createRoundExample([8, 8], [createRoundStop('Awa', 7, 7), createRoundStop('Tom', 1, 0)], 'Awa')
				]
			},
			{
				because: { fr: 'Le nord compte autant que l’est', en: 'North counts as much as east' },
				examples: [createRoundExample([2, 2], [createRoundStop('Tom', 4, 3), createRoundStop('Awa', 2, 6)], 'Tom')]
			}
		],
		heldBackChecks: [
			{
				because: { fr: 'D’autres arrêts, de chaque côté', en: 'Other stops, on either side' },
				examples: [
					createRoundExample(
						[5, 5],
						[createRoundStop('Noé', 9, 5), createRoundStop('Sara', 4, 4), createRoundStop('Awa', 5, 8)],
						'Sara'
					),
					createRoundExample([1, 9], [createRoundStop('Lina', 1, 5), createRoundStop('Tom', 4, 8)], 'Tom')
				]
			}
		],
		prediction: {
			given: [createRoundStop('here', 0, 0, 0), [createRoundStop('Awa', 3, 0), createRoundStop('Tom', 1, 0)]],
			answers: ['Awa', 'Tom']
		},
		sceneRows: [],
		// In two of the cases, the person farther away cannot wait until the nearest stop was visited.
		decisionCases: [1, 2, 3, 4, 5, 6, 7, 8].map((x) =>
			createRoundExample(
				[x, 2],
				[createRoundStop('Awa', x + 3, 2), createRoundStop('Tom', x - 1, 3)],
				x % 4 === 0 ? 'Awa' : 'Tom'
			)
		),
		mostKilometres: 23.5,
		stops: given.flatMap(({ value }) => (typeof value === 'object' ? value : []))
	};
}
