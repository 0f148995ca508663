import { expect, test } from 'vitest';
import { km } from './main.ts';

const at = (lat: number, lon: number) => ({ name: 'somewhere', lat, lon });

/** Another way round: the angle between two directions from the middle of the earth, by their chord. */
function byChord(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
	const direction = ({ lat, lon }: { lat: number; lon: number }) => {
		const [up, round] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
		return [Math.cos(up) * Math.cos(round), Math.cos(up) * Math.sin(round), Math.sin(up)];
	};
	const [from, to] = [direction(a), direction(b)];
	const chord = Math.hypot(...from.map((value, index) => value - (to[index] ?? 0)));
	return 2 * 6371 * Math.asin(chord / 2);
}

test('anywhere', () => {
	for (let index = 0; index < 12; index++) {
		const a = at(-70 + index * 11.3, -170 + index * 23.7);
		const b = at(55 - index * 7.1, 120 - index * 17.9);
		expect(km(a, b)).toBeCloseTo(byChord(a, b), 3);
	}
});

test('south-and-date-line', () => {
	expect(km(at(-46.7, 2), at(-46.7, 3))).toBeCloseTo(76.26, 1);
	expect(km(at(0, 179.5), at(0, -179.5))).toBeCloseTo(111.19, 1);
	expect(km(at(90, 0), at(90, 120))).toBeCloseTo(0, 6);
});

test('a-few-metres', () => {
	expect(km(at(46.7, -2), at(46.70009, -2))).toBeCloseTo(0.01, 4);
});
