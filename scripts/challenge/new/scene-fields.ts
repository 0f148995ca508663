/** Returns the fields of a new challenge's scene, depending on its kind. */
import type { KindSceneAnswers } from './answers.ts';
import type { SmallProgram } from './small-program.ts';

export function createSceneFields({ kind, example }: KindSceneAnswers, { band, begins, most }: SmallProgram) {
	const { name } = example;
	const names = example.given.map((one) => one.name);
	const rows = 'data/rows.csv';
	const titled = { kind, title: name };
	switch (kind) {
		case 'line': {
			const { from = 0, to = 1, below = '', right = '', above = '' } = band ?? {};
			return {
				...titled,
				data: { file: 'data/values.csv', name: names[0] ?? '' },
				starts: '08:00',
				every: 15,
				unit: names[0] ?? '',
				right: { from, to },
				point: { function: name, below, right, above }
			};
		}
		case 'round':
			return {
				...titled,
				data: 'data/stops.csv',
				starts: '09:00',
				pace: 2,
				function: name,
				gives: 'next',
				...(most !== undefined && { most })
			};
		case 'week':
			return { ...titled, data: rows, given: names, opens: '08:00', closes: '18:00', function: name };
		case 'receipt':
			return { ...titled, data: rows, given: names, unit: 'cents', function: name };
		case 'grid':
			return {
				...titled,
				ground: 'garden',
				data: rows,
				function: name,
				given: names,
				values: [begins, example.returns]
			};
		case 'queue':
			return { kind, data: rows, function: name, given: names, title: name };
		default:
			return { kind, data: rows, function: name, given: names, returns: name };
	}
}
