import { expect, test } from 'vitest';
import { bedWith, type Measures } from './data/bed.ts';
import * as program from './main.ts';

interface Program {
	points?: (bed: Measures) => number[];
	news2: (bed: Measures) => number;
}

const { points, news2 }: Program = program;

/** The chart the other way round: from the middle outwards, how far a measure has left its calm band. */
const outside = (value: number, calm: [number, number], low: [number, number][], high: [number, number][]): number => {
	const far = value < calm[0] ? low.filter(([from]) => value < from) : high.filter(([from]) => value > from);
	return value >= calm[0] && value <= calm[1] ? 0 : Math.max(...far.map(([, points]) => points));
};
const charts = {
	breaths: (value: number) => outside(value, [12, 20], [[12, 1], [9, 3]], [[20, 2], [24, 3]]),
	saturation: (value: number) => outside(value, [96, 100], [[96, 1], [94, 2], [92, 3]], []),
	systolic: (value: number) => outside(value, [111, 219], [[111, 1], [101, 2], [91, 3]], [[219, 3]]),
	pulse: (value: number) => outside(value, [51, 90], [[51, 1], [41, 3]], [[90, 1], [110, 2], [130, 3]]),
	temperature: (value: number) => outside(value, [36.1, 38], [[36.1, 1], [35.1, 3]], [[38, 1], [39, 2]])
};

test('every-breath-rate', () => {
	for (let breaths = 0; breaths <= 45; breaths++) expect(news2(bedWith({ breaths }))).toBe(charts.breaths(breaths));
});

test('every-saturation', () => {
	for (let saturation = 70; saturation <= 100; saturation++) {
		expect(news2(bedWith({ saturation }))).toBe(charts.saturation(saturation));
	}
});

test('every-systolic-near-an-edge', () => {
	for (const edge of [90, 100, 110, 219]) {
		for (let systolic = edge - 2; systolic <= edge + 3; systolic++) {
			expect(news2(bedWith({ systolic }))).toBe(charts.systolic(systolic));
		}
	}
});

test('every-pulse-near-an-edge', () => {
	for (const edge of [40, 50, 90, 110, 130]) {
		for (let pulse = edge - 2; pulse <= edge + 3; pulse++) expect(news2(bedWith({ pulse }))).toBe(charts.pulse(pulse));
	}
});

test('every-tenth-of-a-degree', () => {
	for (let tenths = 340; tenths <= 410; tenths++) {
		const temperature = tenths / 10;
		expect(news2(bedWith({ temperature }))).toBe(charts.temperature(temperature));
	}
});

test('points-add-up', () => {
	const beds = [
		bedWith({ breaths: 9, saturation: 92, onOxygen: true, systolic: 220, pulse: 131, temperature: 36 }),
		bedWith({ breaths: 25, systolic: 91, pulse: 41, alert: false, temperature: 39.1 }),
		bedWith({ saturation: null, pulse: null, onOxygen: true })
	];
	expect(beds.map((bed) => points?.(bed))).toEqual([
		[1, 2, 2, 3, 3, 0, 1],
		[3, 0, 0, 2, 1, 3, 2],
		[0, 0, 2, 0, 0, 0, 0]
	]);
	expect(beds.map((bed) => news2(bed))).toEqual([12, 11, 2]);
});

test('same-answer-twice', () => {
	const bed = bedWith({ breaths: 22, pulse: 112 });
	expect([news2(bed), news2(bed), news2(bedWith()), news2(bed)]).toEqual([4, 4, 0, 4]);
});
