/** A program for a round, which returns the nearest of the remaining stops. */
import type { CallExample, RoundStopValue } from './call-example.ts';
import type { ProgramExample, SmallProgram } from './small-program.ts';

const stop = (name: string, x: number, y: number, minutes = 5): RoundStopValue => ({ name, x, y, minutes });

const STOPS = [
	stop('Dépôt', 5, 3, 0),
	stop('Awa', 1, 1),
	stop('Tom', 9, 5),
	stop('Lina', 6, 4),
	stop('Noé', 2, 5),
	stop('Sara', 8, 1)
];

/** Returns an example of a round's function, whose name the author gave. */
export function createRoundCallExample(name: string): CallExample {
	const [here = stop('', 0, 0), ...stops] = STOPS;
	return {
		name,
		given: [
			{ name: 'here', value: here },
			{ name: 'stops', value: stops }
		],
		returns: 'Lina'
	};
}

const FAR = 'Math.hypot(stop.x - here.x, stop.y - here.y)';

const example = (here: [x: number, y: number], stops: RoundStopValue[], returns: string): ProgramExample => ({
	given: [stop('here', ...here, 0), stops],
	returns
});

export function createRoundProgram({ given }: CallExample): SmallProgram {
	return {
		begins: 'Awa',
		start: ['return stops[0].name;'],
		solution: [
			'let best = stops[0];',
			'for (const stop of stops) {',
			`\tif (${FAR} < Math.hypot(best.x - here.x, best.y - here.y)) {`,
			...['\t\tbest = stop;', '\t}', '}', 'return best.name;']
		],
		mutants: [
			{ id: 'only-east', replace: FAR, by: 'Math.abs(stop.x - here.x)' },
			{ id: 'farthest', replace: `${FAR} <`, by: `${FAR} >` },
			{ id: 'from-the-corner', replace: FAR, by: 'Math.hypot(stop.x, stop.y)' },
			{ id: 'always-first', replace: 'best = stop;', by: '' }
		],
		checks: [
			{
				because: { fr: 'Le seul arrêt est le plus proche', en: 'The only stop is the nearest' },
				examples: [example([0, 0], [stop('Awa', 3, 0)], 'Awa')]
			},
			{
				because: {
					fr: 'Le plus proche est renvoyé, où qu’il soit dans la liste',
					en: 'The nearest is returned, wherever it is in the list'
				},
				examples: [
					example([0, 0], [stop('Awa', 3, 0), stop('Tom', 1, 0), stop('Lina', 2, 2)], 'Tom'),
					example([8, 8], [stop('Awa', 7, 7), stop('Tom', 1, 0)], 'Awa')
				]
			},
			{
				because: { fr: 'Le nord compte autant que l’est', en: 'North counts as much as east' },
				examples: [example([2, 2], [stop('Tom', 4, 3), stop('Awa', 2, 6)], 'Tom')]
			}
		],
		held: [
			{
				because: { fr: 'D’autres arrêts, de chaque côté', en: 'Other stops, on either side' },
				examples: [
					example([5, 5], [stop('Noé', 9, 5), stop('Sara', 4, 4), stop('Awa', 5, 8)], 'Sara'),
					example([1, 9], [stop('Lina', 1, 5), stop('Tom', 4, 8)], 'Tom')
				]
			}
		],
		predict: { given: [stop('here', 0, 0, 0), [stop('Awa', 3, 0), stop('Tom', 1, 0)]], answers: ['Awa', 'Tom'] },
		rows: [],
		// In two of the cases, a person cannot wait until the nearest stops were visited first.
		cases: [1, 2, 3, 4, 5, 6, 7, 8].map((x) =>
			example([x, 2], [stop('Awa', x + 3, 2), stop('Tom', x - 1, 3)], x % 4 === 0 ? 'Awa' : 'Tom')
		),
		most: 23.5,
		stops: given.flatMap(({ value }) => (typeof value === 'object' ? value : []))
	};
}
