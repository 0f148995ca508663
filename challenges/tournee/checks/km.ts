import { expect, test } from 'vitest';
import { depot, homes } from './data/places.ts';
import { km } from './main.ts';

const at = (lat: number, lon: number) => ({ name: `${lat}, ${lon}`, lat, lon });
const home = (name: string) => homes.find((place) => place.name === name) ?? depot;

test('degree-north', () => {
	expect(km(at(0, 0), at(1, 0))).toBeCloseTo(111.19, 1);
	expect(km(at(46, -2), at(47, -2))).toBeCloseTo(111.19, 1);
});

test('degree-east-shrinks', () => {
	expect(km(at(46.7, -2), at(46.7, -1))).toBeCloseTo(76.26, 1);
	expect(km(at(60, 10), at(60, 11))).toBeCloseTo(55.6, 1);
});

test('valcendre-cap-loriot', () => {
	expect(km(depot, home('Cap-Loriot'))).toBeCloseTo(5.81, 1);
	expect(km(depot, home('Montclair'))).toBeCloseTo(4.89, 1);
	expect(km(depot, home('Fontsec'))).toBeCloseTo(3.62, 1);
});
