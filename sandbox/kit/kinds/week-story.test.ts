/** Tests how a program is asked about each entry of a week, and where its answers place the entry. */
import { expect, test } from 'vitest';
import type { WeekEntry, WeekFields } from './week-fields.ts';
import { countShownDays, createWeekStory } from './week-story.ts';

const createEntry = (who: string, day: number, from: number, right: WeekEntry['right']): WeekEntry => {
	return { who, day, from, to: from + 60, given: [day, from], right };
};
const weekEntries = [
	createEntry('Judo', 1, 600, true),
	createEntry('Choir', 1, 630, false),
	createEntry('Yoga', 2, 600, true)
];
const weekFields: WeekFields = {
	title: 'hall',
	entries: weekEntries,
	opens: 480,
	closes: 1200,
	function: 'fits',
	decision: { situation: 'decide', option: 'one', measure: () => [] }
};

test('for each entry, the program gets its values and the earlier entries that should fit', () => {
	const calls: unknown[][] = [];
	const fits = (...given: unknown[]) => calls.push(given) > 0;
	const { entries: asked } = createWeekStory({ fits }, weekFields, undefined);
	const judoEntry = { who: 'Judo', day: 1, from: 600, to: 660 };
	expect(calls).toEqual([
		[1, 600, []],
		[1, 630, [judoEntry]],
		[2, 600, [judoEntry]]
	]);
	expect(asked.map(({ isIn, shownOn, verdict }) => [isIn, shownOn, verdict])).toEqual([
		[true, 1, 'right'],
		[true, 1, 'wrong'],
		[true, 2, 'right']
	]);
});

test('an answer that is a number gives the day, and a text gives the place', () => {
	const fieldsByDay = {
		...weekFields,
		entries: [3, 0].map((right) => ({ who: 'A', from: 600, to: 660, given: [], right }))
	};
	expect(createWeekStory({ fits: () => 3 }, fieldsByDay, undefined).entries).toMatchObject([
		{ shownOn: 3, isIn: true, verdict: 'right' },
		{ shownOn: 3, isIn: true, verdict: 'wrong' }
	]);
	expect(createWeekStory({ fits: () => 9 }, fieldsByDay, 1).entries).toMatchObject([
		{ shownOn: undefined, isIn: false }
	]);
	const fieldsByPlace = { ...weekFields, entries: [createEntry('A', 6, 600, 'hall')] };
	expect(createWeekStory({ fits: () => 'hall' }, fieldsByPlace, undefined).entries[0]).toMatchObject({
		isIn: true,
		verdict: 'right'
	});
	expect(createWeekStory({ fits: () => true }, fieldsByPlace, undefined).entries[0]).toMatchObject({ verdict: 'odd' });
	expect([weekFields, fieldsByDay, fieldsByPlace].map(countShownDays)).toEqual([5, 5, 6]);
});

test('an entry that the program does not accept stands outside the week', () => {
	expect(createWeekStory({}, weekFields, 1).entries[0]).toMatchObject({ isIn: false, verdict: 'odd' });
	expect(createWeekStory({ fits: () => false }, weekFields, undefined).entries.map(({ verdict }) => verdict)).toEqual([
		'wrong',
		'right',
		'wrong'
	]);
});
