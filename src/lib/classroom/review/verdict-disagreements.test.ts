/** Tests that failed checks of a verdict are listed once with their count, and that optional steps are left out. */
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

test('a check that fails in several steps is listed once, with its count', () => {
	const checks = [check('tune'), check('arrange', { status: 'pass' }), check('build'), check('stretch')];
	expect(failedChecksIn({ checks })).toEqual([{ ...check('tune'), times: 3 }]);
});

test('failed checks of optional steps are not listed', () => {
	const checks = [check('build', { check: 'paid' }), check('stretch', { isOptional: true })];
	expect(failedChecksIn({ checks }).map((one) => one.check)).toEqual(['paid']);
});

test('failed checks that differ in any detail are listed separately', () => {
	const checks = [
		check('build'),
		check('build', { held: true }),
		check('stretch', { problem: { ...problem, received: '100' } }),
		check('stretch', { check: 'paid' })
	];
	expect(failedChecksIn({ checks }).map(({ times }) => times)).toEqual([1, 1, 1, 1]);
});
