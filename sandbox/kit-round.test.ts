import { expect, test } from 'vitest';
import { openCodelessScene } from './kit-testing.ts';

const roundLabels = { driver: 'Nour', 'option-one': 'Un seul', 'figure-late': 'En retard' };
const roundFields = {
	title: 'driver',
	stops: [
		{ name: 'Hub', x: 0, y: 0, minutes: 0 },
		{ name: 'Ada', x: 3, y: 4, minutes: 5 },
		{ name: 'Bo', x: 3, y: 0, minutes: 5, until: 620 },
		{ name: 'Cy', x: 0, y: 4, minutes: 5 }
	],
	starts: 600,
	pace: 2,
	function: 'plan',
	gives: 'order',
	most: 14,
	hand: { situation: 'discover', id: 'stops', start: 2 },
	decision: { situation: 'decide', option: 'one', measure: () => [{ id: 'late', value: 1, unit: 'count' }] }
} as const;
const openRound = (order: unknown) => openCodelessScene('roundScene', { plan: () => order }, roundFields, roundLabels);

test('a round’s description starts with its stops, length and time, and then lists only mistakes', async () => {
	const rightRound = await openRound(['Bo', 'Ada', 'Cy']);
	expect(rightRound.describeSituation('en', 'build')).toEqual([
		'3 of 3 stops: 14\u00a0km, 43\u00a0min, last stop at 10:30.'
	]);
	const lateRound = await openRound(['Ada', 'Bo', 'Cy']);
	expect(lateRound.describeSituation('en', 'build')).toEqual([
		'3 of 3 stops: 18\u00a0km, 51\u00a0min, last stop at 10:38.',
		'Bo: the round comes at 10:23, after 10:20.',
		'The round is 18\u00a0km long; there is one of 14\u00a0km.'
	]);
	const shortRound = await openRound(['Cy', 'Cy']);
	expect(shortRound.describeSituation('fr', 'discover', { stops: 3 })).toEqual([
		'1 arrêt sur 3\u00a0: 8\u00a0km, 21\u00a0min, dernier arrêt à 10\u00a0h\u00a008.',
		'Après Cy, le programme renvoie Cy\u00a0: la tournée y est déjà passée.',
		'Il manque Ada et Bo.'
	]);
	expect(shortRound.describeSituation('fr', 'decide')).toEqual(['Un seul\u00a0: En retard\u00a0: 1.']);
});

test.each([[['Bo', 'Ada', 'Cy']], [['Ada', 'Bo']], [undefined], [[NaN]]])(
	'a round is painted with a program that returns %j',
	async (order) => {
		const { playForPaintCount } = await openRound(order);
		for (const [situation, values] of [
			['build'],
			['decide'],
			['discover', { stops: 0 }],
			['discover', { stops: 9 }]
		] as const) {
			const { paintCount, strayCalls } = playForPaintCount(situation, values);
			expect(paintCount).toBeGreaterThan(0);
			expect(strayCalls).toEqual([]);
		}
	}
);
