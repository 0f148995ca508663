import { expect, test } from 'vitest';
import { bedWith, type Measures } from './data/bed.ts';
import * as program from './main.ts';

const { response }: { response: (bed: Measures) => string } = program;

test('each-score-without-a-three', () => {
	const more: Partial<Measures>[] = [{}, { systolic: 105 }, { onOxygen: true }];
	const ladder = [
		...more,
		{ onOxygen: true, systolic: 105 },
		{ onOxygen: true, breaths: 21 },
		{ onOxygen: true, breaths: 21, systolic: 105 },
		{ onOxygen: true, breaths: 21, pulse: 111 },
		{ onOxygen: true, breaths: 21, pulse: 111, systolic: 105 },
		{ onOxygen: true, breaths: 21, pulse: 111, systolic: 100 }
	];
	expect(ladder.map((changes) => response(bedWith(changes)))).toEqual([
		'routine',
		...['watch', 'watch', 'watch', 'watch'],
		...['hourly', 'hourly'],
		...['continuous', 'continuous']
	]);
});

test('a-three-in-any-measure', () => {
	const threes: Partial<Measures>[] = [
		{ breaths: 8 },
		{ breaths: 25 },
		{ saturation: 91 },
		{ systolic: 90 },
		{ systolic: 220 },
		{ pulse: 40 },
		{ pulse: 131 },
		{ alert: false },
		{ temperature: 35 }
	];
	for (const changes of threes) expect(response(bedWith(changes))).toBe('hourly');
});

test('no-three-next-to-it', () => {
	const near: Partial<Measures>[] = [
		{ breaths: 9 },
		{ breaths: 24 },
		{ saturation: 92 },
		{ systolic: 91 },
		{ pulse: 41 },
		{ pulse: 130 },
		{ temperature: 35.1 },
		{ temperature: 41 }
	];
	for (const changes of near) expect(response(bedWith(changes))).toBe('watch');
	expect(response(bedWith({ systolic: 219 }))).toBe('routine');
});

test('nothing-missing-is-forgotten', () => {
	expect(response(bedWith({ saturation: null }))).toBe('measure');
	expect(response(bedWith({ pulse: null }))).toBe('measure');
	expect(response(bedWith({ pulse: null, onOxygen: true, systolic: 100 }))).toBe('measure');
	expect(response(bedWith({ pulse: null, onOxygen: true, systolic: 100, temperature: 38.1 }))).toBe('hourly');
	expect(response(bedWith({ pulse: null, systolic: 90 }))).toBe('hourly');
	expect(response(bedWith({ saturation: null, alert: false, pulse: 131, temperature: 38.1 }))).toBe('continuous');
});
