import { expect, test } from 'vitest';
import type { LineFields } from './fields.ts';
import { createLineStory, findWrongRanges } from './line-story.ts';

const lineFields: LineFields = {
	title: 'night',
	list: [5, 9, 1, 8, 2],
	starts: 1410,
	every: 15,
	unit: '°C',
	right: { from: 2, to: 8 },
	point: { function: 'status', below: 'cold', right: 'ok', above: 'warm' },
	total: { function: 'minutesOut', label: 'minutes' },
	decision: { situation: 'decide', option: 'wait', measure: () => [] }
};

const classifyTemperature = (celsius: number) => (celsius < 2 ? 'cold' : celsius > 8 ? 'warm' : 'ok');

test('values at both ends of the band are right, and times continue after midnight', () => {
	const { points, total } = createLineStory(
		{ status: classifyTemperature, minutesOut: () => 30 },
		lineFields,
		undefined
	);
	expect(points.map(({ zone, answeredZone, verdict }) => [zone, answeredZone, verdict])).toEqual([
		['right', 'right', 'right'],
		['above', 'above', 'right'],
		['below', 'below', 'right'],
		['right', 'right', 'right'],
		['right', 'right', 'right']
	]);
	expect(points.map(({ minute }) => minute)).toEqual([1410, 1425, 0, 15, 30]);
	expect(total).toMatchObject({ right: 30, verdict: 'right' });
});

test('the program’s answer sets each value’s zone; an unknown word is wrong, another type is odd', () => {
	const createStoryReturning = (value: unknown) => createLineStory({ status: () => value }, lineFields, 20);
	expect(createStoryReturning('ok').points.map(({ answeredZone, verdict }) => `${answeredZone} ${verdict}`)).toEqual([
		'right right',
		'right wrong',
		'right wrong',
		'right right',
		'right right'
	]);
	expect(createStoryReturning('hot').movedPoint).toMatchObject({
		value: 20,
		answeredZone: 'odd',
		expected: 'warm',
		verdict: 'wrong'
	});
	expect(createStoryReturning(undefined).points[0]).toMatchObject({ answeredZone: 'odd', verdict: 'odd' });
	expect(createStoryReturning('ok').total).toBeUndefined();
});

test('a program that changes the list it is given does not change the scene’s values', () => {
	const minutesOut = (readings: number[]) => readings.splice(0).length;
	expect(createLineStory({ status: classifyTemperature, minutesOut }, lineFields, undefined).total).toMatchObject({
		right: 30,
		verdict: 'wrong'
	});
	expect(lineFields.list).toEqual([5, 9, 1, 8, 2]);
});

test('wrong values that follow each other form one range', () => {
	const { points } = createLineStory({ status: () => 'ok' }, { ...lineFields, list: [9, 5, 9, 1, 9, 5, 0] }, undefined);
	expect(findWrongRanges(points)).toEqual([
		{ from: 0, to: 0 },
		{ from: 2, to: 4 },
		{ from: 6, to: 6 }
	]);
});
