import { expect, test } from 'vitest';
import { spots, streets, type Camera, type Street } from './data/town.ts';
import * as program from './main.ts';

/** What the student adds in this step. */
interface Added {
	filmed?: (cameras: Camera[], streets: Street[]) => number;
	sees: unknown;
}

const { filmed }: Added = program;
const filmedAt = (...corners: string[]) =>
	filmed?.(
		spots.filter(({ corner }) => corners.includes(corner)),
		streets
	);

test('own-filmed', () => expect(typeof filmed).toBe('function'));

test('nobody-without-a-camera', () => expect(filmedAt()).toBe(0));

test('one-camera-films', () => {
	expect(filmedAt('Gare')).toBe(100);
	expect(filmedAt('Mairie')).toBe(1160);
});

test('each-street-once', () => expect(filmedAt('Mairie', 'Halles')).toBe(1570));
