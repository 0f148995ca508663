import { expect, test } from 'vitest';
import type { StudentVerdict } from '#lib/wire/own-submission.ts';
import { listFailedChecks } from './verdict-disagreements.ts';

type VerdictCheck = StudentVerdict['checks'][number];
const comparisonProblem = { kind: 'assertion', matcher: 'toBe', message: '', expected: '0', received: '50' } as const;
const createVerdictCheck = (step: string, more: Partial<VerdictCheck> = {}): VerdictCheck => ({
	step,
	check: 'free',
	held: false,
	isOptional: false,
	status: 'fail',
	problem: comparisonProblem,
	...more
});

test('a check that fails in several steps is listed once, with its count', () => {
	const checks = [
		createVerdictCheck('tune'),
		createVerdictCheck('arrange', { status: 'pass' }),
		createVerdictCheck('build'),
		createVerdictCheck('stretch')
	];
	expect(listFailedChecks({ checks })).toEqual([{ ...createVerdictCheck('tune'), times: 3 }]);
});

test('failed checks of optional steps are not listed', () => {
	const checks = [createVerdictCheck('build', { check: 'paid' }), createVerdictCheck('stretch', { isOptional: true })];
	expect(listFailedChecks({ checks }).map((one) => one.check)).toEqual(['paid']);
});

test('failed checks that differ in any detail are listed separately', () => {
	const checks = [
		createVerdictCheck('build'),
		createVerdictCheck('build', { held: true }),
		createVerdictCheck('stretch', { problem: { ...comparisonProblem, received: '100' } }),
		createVerdictCheck('stretch', { check: 'paid' })
	];
	expect(listFailedChecks({ checks }).map(({ times }) => times)).toEqual([1, 1, 1, 1]);
});
