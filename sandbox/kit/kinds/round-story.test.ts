import { expect, test } from 'vitest';
import type { RoundFields, RoundStop } from './fields.ts';
import { roundFigures, createRoundStory } from './round-story.ts';

const createStop = (name: string, x: number, y: number): RoundStop => ({ name, x, y, minutes: 5 });
const roundFields: RoundFields = {
	title: 'driver',
	stops: [
		createStop('Hub', 0, 0),
		createStop('Ada', 3, 4),
		{ ...createStop('Bo', 3, 0), until: 620 },
		createStop('Cy', 0, 4)
	],
	starts: 600,
	pace: 2,
	function: 'plan',
	gives: 'order',
	most: 14,
	decision: { situation: 'decide', option: 'one', measure: () => [] }
};
const createStory = (
	plan: (here: RoundStop, stops: RoundStop[]) => unknown,
	change: Partial<RoundFields> = {},
	moved?: number
) => createRoundStory({ plan }, { ...roundFields, ...change }, moved);
const returnNames = (order: string[]) => () => order;

test('an order may list stops or names, with or without the starting point', () => {
	for (const order of [
		['Bo', 'Ada', 'Cy'],
		['Hub', 'Bo', 'Ada', 'Cy', 'Hub']
	]) {
		const { visits, kilometres, minutes, last, isRight } = createStory(returnNames(order));
		expect(visits.map(({ name, arrives }) => [name, arrives])).toEqual([
			['Bo', 6],
			['Ada', 19],
			['Cy', 30]
		]);
		expect({ kilometres, minutes, last, isRight }).toEqual({ kilometres: 14, minutes: 43, last: 630, isRight: true });
	}
	const storyOfObjects = createStory((_, stops) => [stops[1], stops[0], stops[2]]);
	expect(storyOfObjects.isRight).toBe(true);
	expect(roundFigures({ plan: returnNames(['Bo', 'Ada', 'Cy']) }, roundFields)).toMatchObject({
		kilometres: 14,
		missed: 0,
		late: 0
	});
});

test('missed stops, late stops and a round that is too long are found', () => {
	expect(createStory(returnNames(['Bo', 'Ada'])).missedStops.map(({ name }) => name)).toEqual(['Cy']);
	const lateStory = createStory(returnNames(['Ada', 'Bo', 'Cy']));
	expect(lateStory).toMatchObject({ isLong: true, isRight: false });
	expect(lateStory.visits.map(({ isLate }) => isLate)).toEqual([false, true, false]);
});

test('returning a stop twice, or something that is not a stop, is a fault', () => {
	expect(createStory(returnNames(['Bo', 'Bo'])).fault).toEqual({ kind: 'again', shown: 'Bo' });
	expect(createStory(returnNames(['Bo', 'Zed'])).fault).toEqual({ kind: 'none', shown: 'Zed' });
	expect(createStory(() => undefined).fault).toEqual({ kind: 'none', shown: 'undefined' });
	expect(createStory((_, stops) => stops.splice(0)).visits).toHaveLength(3);
	expect(roundFields.stops).toHaveLength(4);
});

test('the program is asked for the next stop until none is left', () => {
	const nextFields = { gives: 'next' } as const;
	const nearestStop = (here: RoundStop, stops: RoundStop[]) =>
		stops.sort((a, b) => Math.hypot(a.x - here.x, a.y - here.y) - Math.hypot(b.x - here.x, b.y - here.y))[0];
	expect(createStory(nearestStop, nextFields).visits.map(({ name }) => name)).toEqual(['Bo', 'Ada', 'Cy']);
	expect(createStory(nearestStop, nextFields, 1)).toMatchObject({ isMoved: true, isRight: true, missedStops: [] });
	expect(createStory(() => 'Ada', nextFields)).toMatchObject({
		fault: { kind: 'again', shown: 'Ada' },
		isRight: false
	});
	expect(createRoundStory({}, { ...roundFields, ...nextFields }, undefined).fault).toEqual({
		kind: 'none',
		shown: 'plan ?'
	});
});
