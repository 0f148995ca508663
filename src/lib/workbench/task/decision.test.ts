import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Challenge, Step } from '#lib/domain/challenge.ts';
import { createTestChallenge, createTestReport, exampleSteps } from '#lib/steps/fixtures/challenge.ts';
import type { Compiler, Stage } from '#sandbox/contract.ts';
import { Program } from '../code/program.svelte.ts';
import { createTestSession } from '../session/testing.ts';

beforeEach(() => {
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
	vi.unstubAllGlobals();
});

const { build, tune, arrange, predict, decide, show } = exampleSteps;

/** Creates a program whose only figure is a rule's number of days, so that the figure shows which settings were measured. */
function createMeasuredProgram(): Program {
	const doNothing = () => undefined;
	const compiler: Compiler = {
		compile: () => Promise.reject(new Error('not compiled')),
		reuseFiles: doNothing,
		warm: () => Promise.resolve(),
		dispose: doNothing
	};
	const stage: Stage = {
		ready: Promise.resolve(),
		prepare: doNothing,
		run: () => {
			throw new Error('not run');
		},
		check: () => Promise.reject(new Error('not checked')),
		call: () => Promise.reject(new Error('not called')),
		measure: (_, option, { days = 0 }) =>
			Promise.resolve({
				kind: 'figures',
				figures: [{ id: 'days', value: option === 'another' ? days : 0, unit: 'days' }]
			}),
		reset: () => Promise.resolve(),
		dispose: doNothing
	};
	const program = new Program(compiler, stage);
	program.bundle = { code: '', map: '' };
	return program;
}

const pairChallenge = createTestChallenge([decide, show], {
	decision: { options: ['paper'], another: [{ id: 'days', min: 1, max: 9, step: 1, start: 1 }] }
});

test('in a pair, the figures of “another rule” use the settings of the student whose choice is shown', async () => {
	const { lesson, decision, dispose } = createPairSession(pairChallenge);
	const shownDaysFigure = () => decision.options.find(({ id }) => id === 'another')?.figures?.[0]?.value ?? null;
	const daysFigureOf = (who: 'self' | 'beside') => decision.figuresOf(who)?.[0]?.value ?? null;
	await decision.computeFigures();
	expect(shownDaysFigure()).toBe(1);
	decision.setOwnValue('days', 3);
	decision.chooseOption('another');
	await vi.waitFor(() => expect(shownDaysFigure()).toBe(3));

	decision.passTurn();
	expect(decision.chooser).toBe('beside');
	expect(shownDaysFigure(), 'what the other student set does not show').toBeNull();
	await vi.waitFor(() => expect(shownDaysFigure()).toBe(1));
	decision.setOwnValue('days', 5);
	decision.chooseOption('another');

	decision.passTurn();
	expect(decision.chooser).toBeNull();
	await vi.waitFor(() => expect([daysFigureOf('self'), daysFigureOf('beside')]).toEqual([3, 5]));
	expect(lesson.decisionOf('beside')?.values).toEqual({ days: 5 });

	decision.passTurn('self');
	expect(decision.options.find(({ id }) => id === 'paper')?.figures, 'other options stay measured').not.toBeNull();
	await vi.waitFor(() => expect(shownDaysFigure()).toBe(3));
	dispose();
});

test('options still being measured get their figures even when the turn passes meanwhile', async () => {
	const { decision, dispose } = createPairSession(pairChallenge);
	decision.setOwnValue('days', 3);
	const computing = decision.computeFigures();
	decision.passTurn('beside');
	await computing;
	await vi.waitFor(() => expect(decision.options.map(({ figures }) => figures?.[0]?.value)).toEqual([0, 1]));
	dispose();
});

function createPairSession(challenge: Challenge) {
	const session = createTestSession(challenge, {
		chooserNames: { self: 'Loup', beside: 'Loutre' },
		studentDecisions: { decision: null, otherDecisions: {}, otherAccount: 'loutre' }
	});
	session.program = createMeasuredProgram();
	return { lesson: session.lesson, decision: session.decision, dispose: () => session.dispose() };
}

/** Tells whether the decision says that the program is unfinished, once the checks of some steps have passed. */
function isProgramUnfinished(steps: Step[], passedSteps: Step[]): boolean {
	const session = createTestSession(createTestChallenge(steps));
	for (const { id } of steps) session.lesson.send({ type: 'step.go', step: id });
	session.lesson.send({ type: 'build.jump' });
	for (const { id } of passedSteps)
		session.lesson.send({ type: 'checks.reported', step: id, report: createTestReport('pass') });
	return session.decision.hasUnfinishedSteps;
}

test('a program is finished once its written steps pass, even if other steps were left out', () => {
	const steps = [predict, tune, arrange, build, decide];
	expect(isProgramUnfinished(steps, [build])).toBe(false);
	expect(isProgramUnfinished(steps, [])).toBe(true);
	expect(isProgramUnfinished([build, tune, decide], [build])).toBe(false);
});

test('without written steps, the program is finished once its tune step passes', () => {
	expect(isProgramUnfinished([predict, tune, decide], [])).toBe(true);
	expect(isProgramUnfinished([tune, decide], [tune])).toBe(false);
	expect(isProgramUnfinished([predict, decide], [])).toBe(false);
});
