import { expect, test } from 'vitest';
import { bedWith, type Measures } from './data/bed.ts';
import * as program from './main.ts';

const { response }: { response: (bed: Measures) => string } = program;

/** What differs from somebody who is well stands in the answer, so that a failed check says for whom it was. */
function expectResponse(changes: Partial<Measures>, wanted: string): void {
	expect({ ...changes, response: response(bedWith(changes)) }).toEqual({ ...changes, response: wanted });
}

test('continuous-from-7', () => {
	expectResponse({ breaths: 22, saturation: 95, systolic: 105, pulse: 112, temperature: 38.4 }, 'continuous');
	expectResponse({ breaths: 25, saturation: 91, alert: false }, 'continuous');
});

test('hourly-from-5', () => {
	expectResponse({ saturation: 94, onOxygen: true, systolic: 108, pulse: 95 }, 'hourly');
	expectResponse({ breaths: 22, saturation: 93, pulse: 112 }, 'hourly');
});

test('one-single-three', () => {
	expectResponse({ pulse: 38 }, 'hourly');
	expectResponse({ alert: false }, 'hourly');
	expectResponse({ systolic: 220 }, 'hourly');
});

test('watch-below-5', () => {
	expectResponse({ temperature: 39.4 }, 'watch');
	expectResponse({ saturation: 95, systolic: 110, pulse: 93 }, 'watch');
	expectResponse({ breaths: 22, pulse: 112 }, 'watch');
});

test('routine-at-0', () => {
	expectResponse({}, 'routine');
	expectResponse({ breaths: 20, saturation: 96, systolic: 111, pulse: 90, temperature: 38 }, 'routine');
});

test('measure-again', () => {
	expectResponse({ pulse: null, saturation: null }, 'measure');
	expectResponse({ pulse: null, temperature: 38.5 }, 'measure');
});

test('missing-but-serious', () => {
	expectResponse({ pulse: null, alert: false }, 'hourly');
	expectResponse({ saturation: null, breaths: 25, systolic: 90, pulse: 112 }, 'continuous');
});
