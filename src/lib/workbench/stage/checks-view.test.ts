import { expect, test } from 'vitest';
import { createTestChallenge, exampleSteps } from '#lib/steps/fixtures/challenge.ts';
import type { CheckResult } from '#sandbox/report.ts';
import type { ProgramChecks } from '../code/program-checks.svelte.ts';
import type { Program } from '../code/program.svelte.ts';
import { createTestSession } from '../session/testing.ts';
import { ChecksView } from './checks-view.svelte.ts';

const FAILED_RESULT: CheckResult = {
	path: ['free'],
	status: 'fail',
	problem: { kind: 'assertion', matcher: 'toBe', message: 'it is wrong' },
	console: [],
	duration: 1
};

/** Creates the view of the checks of a build step whose program and checks are in the given state. */
function createChecksView(checkState: Partial<ProgramChecks>, program: Partial<Program> = {}) {
	const { checkTitles, text, lesson } = createTestSession(
		createTestChallenge([exampleSteps.build], { surroundings: { 'checks/write.ts': "test('free', () => {})" } })
	);
	const checks = { results: [FAILED_RESULT], loadProblem: null, ...checkState } as ProgramChecks;
	const newestProgram = { checks, problem: null, ...program } as Program;
	return new ChecksView({ checkTitles, text, lesson, isLive: false, program: newestProgram });
}

test('the results of a run are announced once they are final', () => {
	expect(createChecksView({}).announcement).toContain('0 sur 1');
	for (const state of [{ isRunning: true }, { areResultsStale: true }])
		expect(createChecksView(state).announcement).toBe('');
	expect(createChecksView({}, { isTyping: true }).announcement).toBe('');
	expect(createChecksView({ results: [] }).announcement).toBe('');
});

test('the reason for a failed check disappears when the code changes, while its status stays', () => {
	expect([...createChecksView({}).reasons.keys()]).toEqual(['free']);
	const staleChecks = createChecksView({ areResultsStale: true });
	expect(staleChecks.reasons.size).toBe(0);
	expect(staleChecks.rows.map(({ id, result }) => [id, result?.status])).toEqual([['free', 'fail']]);
});
