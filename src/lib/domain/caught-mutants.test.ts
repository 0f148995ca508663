/** Tests that a trial before the hand-in tells which examples count, but not what the author's program does. */
import { expect, test } from 'vitest';
import { countCaughtMutants, removeHandInOnlyDetails, type CaughtMutants } from './caught-mutants.ts';

const CAUGHT_MUTANTS: CaughtMutants = {
	step: 'catch',
	examples: [
		{ call: 'status(2)', said: '"ok"' },
		{ call: 'status(8)', said: '"warm"', refusal: { kind: 'value', text: '"ok"' } },
		{ call: 'minutesOut(9)', said: '15', refusal: { kind: 'throws' } },
		{ call: 'minutesOut([5])', said: '', throws: true, refusal: { kind: 'slow' } },
		{ call: 'status([8)', said: 'ok', refusal: { kind: 'unreadable' } }
	],
	caught: 3,
	total: 14,
	survivors: [
		{ kind: 'sentence', sentence: { fr: 'À 8 °C, une copie renvoie « warm ».' } },
		{ kind: 'call', call: 'status(1)', right: '"cold"', wrong: '"ok"' }
	]
};

test('a trial before the hand-in shows counts, but no survivors and no results of the author’s program', () => {
	expect(removeHandInOnlyDetails(CAUGHT_MUTANTS)).toEqual({
		step: 'catch',
		examples: [
			{ call: 'status(2)', said: '"ok"' },
			{ call: 'status(8)', said: '"warm"', refusal: { kind: 'differs' } },
			{ call: 'minutesOut(9)', said: '15', refusal: { kind: 'differs' } },
			{ call: 'minutesOut([5])', said: '', throws: true, refusal: { kind: 'slow' } },
			{ call: 'status([8)', said: 'ok', refusal: { kind: 'unreadable' } }
		],
		caught: 3,
		total: 14,
		survivors: []
	});
});

test('caught mutants are added up over all steps, and missing results give no sum', () => {
	expect(countCaughtMutants([CAUGHT_MUTANTS, { ...CAUGHT_MUTANTS, step: 'other', caught: 1 }])).toEqual({
		caught: 4,
		total: 28
	});
	expect(countCaughtMutants([])).toEqual({ caught: 0, total: 0 });
	expect(countCaughtMutants(null)).toBeNull();
});
