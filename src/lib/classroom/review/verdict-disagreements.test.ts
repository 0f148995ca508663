import { expect, test } from 'vitest';
import type { StudentVerdict } from '#lib/wire/own-submission.ts';
import { failedChecksIn } from './verdict-disagreements.ts';

type Check = StudentVerdict['checks'][number];
const problem = { kind: 'assertion', matcher: 'toBe', message: '', expected: '0', received: '50' } as const;
const check = (step: string, more: Partial<Check> = {}): Check => ({
	step,
	check: 'free',
	held: false,
	isOptional: false,
	status: 'fail',
	problem,
	...more
});

const tally = { passed: 0, total: 4, beyond: { passed: 0, total: 0 } };

test('a check that several steps share appears once, with its count', () => {
	const checks = [check('tune'), check('arrange', { status: 'pass' }), check('build'), check('stretch')];
	expect(failedChecksIn({ checks, tally })).toEqual([{ ...check('tune'), times: 3 }]);
});

test('checks of an optional step appear only if the student did a part of it', () => {
	const checks = [check('build', { check: 'paid' }), check('stretch', { isOptional: true })];
	const namesAfter = (passed: number) =>
		failedChecksIn({ checks, tally: { ...tally, beyond: { passed, total: 2 } } }).map((one) => one.check);
	expect(namesAfter(0)).toEqual(['paid']);
	expect(namesAfter(1)).toEqual(['paid', 'free']);
});

test('checks that differ in anything appear apart', () => {
	const checks = [
		check('build'),
		check('build', { held: true }),
		check('stretch', { problem: { ...problem, received: '100' } }),
		check('stretch', { check: 'paid' })
	];
	expect(failedChecksIn({ checks, tally }).map(({ times }) => times)).toEqual([1, 1, 1, 1]);
});
