import { expect, test } from 'vitest';
import { camerasAt, streets, type Camera, type Street } from './data/town.ts';
import * as program from './main.ts';

const { countPeople }: { countPeople?: (cameras: Camera[], streets: Street[]) => number; sees: unknown } = program;
const countAt = (...corners: string[]) => countPeople?.(camerasAt(...corners), streets);

test('own-count', () => expect(typeof countPeople).toBe('function'));
test('nobody-without-a-camera', () => expect(countAt()).toBe(0));

test('one-camera-films', () => {
	expect(countAt('Gare')).toBe(100);
	expect(countAt('Mairie')).toBe(1160);
});

test('each-street-once', () => expect(countAt('Mairie', 'Halles')).toBe(1570));
