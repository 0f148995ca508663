import { expect, test } from 'vitest';
import type { RoundFields, RoundStop } from './round-fields.ts';
import { roundFigures, createRoundStory } from './round-story.ts';

const stop = (name: string, x: number, y: number): RoundStop => ({ name, x, y, minutes: 5 });
const fields: RoundFields = {
	title: 'driver',
	stops: [stop('Hub', 0, 0), stop('Ada', 3, 4), { ...stop('Bo', 3, 0), until: 620 }, stop('Cy', 0, 4)],
	starts: 600,
	pace: 2,
	function: 'plan',
	gives: 'order',
	most: 14,
	decision: { situation: 'decide', option: 'one', measure: () => [] }
};
const story = (
	plan: (here: RoundStop, stops: RoundStop[]) => unknown,
	change: Partial<RoundFields> = {},
	moved?: number
) => createRoundStory({ plan }, { ...fields, ...change }, moved);
const names = (order: string[]) => () => order;

test('an order is a list of stops or of names, with or without where it begins', () => {
	for (const order of [
		['Bo', 'Ada', 'Cy'],
		['Hub', 'Bo', 'Ada', 'Cy', 'Hub']
	]) {
		const { visits, kilometres, minutes, last, isRight } = story(names(order));
		expect(visits.map(({ name, arrives }) => [name, arrives])).toEqual([
			['Bo', 6],
			['Ada', 19],
			['Cy', 30]
		]);
		expect({ kilometres, minutes, last, isRight }).toEqual({ kilometres: 14, minutes: 43, last: 630, isRight: true });
	}
	const objects = story((_, stops) => [stops[1], stops[0], stops[2]]);
	expect(objects.isRight).toBe(true);
	expect(roundFigures({ plan: names(['Bo', 'Ada', 'Cy']) }, fields)).toMatchObject({
		kilometres: 14,
		missed: 0,
		late: 0
	});
});

test('a stop that is missed, reached late or too far round is wrong', () => {
	expect(story(names(['Bo', 'Ada'])).missed.map(({ name }) => name)).toEqual(['Cy']);
	const late = story(names(['Ada', 'Bo', 'Cy']));
	expect(late).toMatchObject({ isLong: true, isRight: false });
	expect(late.visits.map(({ isLate }) => isLate)).toEqual([false, true, false]);
});

test('a round ends where the program returns no stop, or one again', () => {
	expect(story(names(['Bo', 'Bo'])).fault).toEqual({ kind: 'again', shown: 'Bo' });
	expect(story(names(['Bo', 'Zed'])).fault).toEqual({ kind: 'none', shown: 'Zed' });
	expect(story(() => undefined).fault).toEqual({ kind: 'none', shown: 'undefined' });
	expect(story((_, stops) => stops.splice(0)).visits).toHaveLength(3);
	expect(fields.stops).toHaveLength(4);
});

test('the next stop is asked for until none is left', () => {
	const next = { gives: 'next' } as const;
	const nearest = (here: RoundStop, stops: RoundStop[]) =>
		stops.sort((a, b) => Math.hypot(a.x - here.x, a.y - here.y) - Math.hypot(b.x - here.x, b.y - here.y))[0];
	expect(story(nearest, next).visits.map(({ name }) => name)).toEqual(['Bo', 'Ada', 'Cy']);
	expect(story(nearest, next, 1)).toMatchObject({ isMoved: true, isRight: true, missed: [] });
	expect(story(() => 'Ada', next)).toMatchObject({ fault: { kind: 'again', shown: 'Ada' }, isRight: false });
	expect(createRoundStory({}, { ...fields, ...next }, undefined).fault).toEqual({ kind: 'none', shown: 'plan ?' });
});
