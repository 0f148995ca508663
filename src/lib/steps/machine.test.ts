import { createActor, fromCallback, initialTransition, transition } from 'xstate';
import { describe, expect, test } from 'vitest';
import type { Step } from '#lib/domain/challenge.ts';
import { createTestChallenge, createTestReport, exampleSteps } from './fixtures/challenge.ts';
import type { ProgramCallInput, LessonEvent, LessonInstruction } from './events.ts';
import { lessonMachine } from './machine.ts';
import { currentStep, type DecisionState } from './progress.ts';
import { parseLessonSnapshot, lessonSnapshotOf } from './snapshot.ts';
import { lessonViewOf } from './view.ts';

const challenge = createTestChallenge();
const next: LessonEvent = { type: 'step.next' };
const back: LessonEvent = { type: 'step.back' };
const commit: LessonEvent = { type: 'answer.commit', answer: '60' };
const returnEvent: LessonEvent = { type: 'call.returned', returned: { kind: 'value', shown: '60' } };
const pass = (step: string): LessonEvent => ({ type: 'checks.reported', step, report: createTestReport('pass') });
const fail = (step: string): LessonEvent => ({ type: 'checks.reported', step, report: createTestReport('fail') });
const predictEvents = [next, commit, returnEvent];
const buildEvents = [...predictEvents, next, pass('rate'), next, pass('order'), next, pass('write')];

function after(events: LessonEvent[], of = challenge) {
	let [state] = initialTransition(lessonMachine, { challenge: of });
	for (const event of events) [state] = transition(lessonMachine, state, event);
	return state;
}
const at = (events: LessonEvent[], of = challenge) => currentStep(after(events, of).context).id;
const viewAfter = (events: LessonEvent[], of = challenge) => lessonViewOf(after(events, of).context);

describe('going on and back', () => {
	test('discover asks for nothing', () => {
		expect(at([])).toBe('discover');
		expect(at([next])).toBe('read');
	});

	test('a prediction asks for an answer, then for the program', () => {
		expect(viewAfter([next]).next).toEqual({ kind: 'needs', need: 'steps_needs_answer' });
		expect(at([next, next])).toBe('read');
		expect(viewAfter([next, commit]).next).toEqual({ kind: 'needs', need: 'steps_needs_call' });
		expect(at([next, commit, next])).toBe('read');
		expect(at([...predictEvents, next])).toBe('rate');
	});

	test('any answer passes, a program that breaks included', () => {
		const broke: LessonEvent = { type: 'call.returned', returned: { kind: 'problem', problem: { kind: 'memory' } } };
		expect(at([next, { type: 'answer.commit', answer: '120' }, broke, next])).toBe('rate');
	});

	test('a call that failed can be made again, with the same answer', () => {
		const broke: LessonEvent = { type: 'call.returned', returned: { kind: 'problem', problem: { kind: 'memory' } } };
		const again = after([next, commit, broke, commit]);
		expect(again.matches({ predict: 'calling' })).toBe(true);
		expect(after([next, commit, broke, { type: 'answer.commit', answer: '30' }]).matches({ predict: 'answered' })).toBe(
			true
		);
		expect(viewAfter([next, commit, broke, commit, returnEvent]).record).toMatchObject({
			answer: '60',
			returned: { kind: 'value', shown: '60' }
		});
	});

	test('an answer that is not offered, or a second thought, is not taken', () => {
		expect(viewAfter([next, { type: 'answer.commit', answer: '7' }]).record).toMatchObject({ answer: null });
		const second: LessonEvent = { type: 'answer.commit', answer: '30' };
		expect(viewAfter([...predictEvents, second]).record).toMatchObject({ answer: '60' });
		expect(viewAfter([next, commit, back, next, second]).record).toMatchObject({ answer: '60' });
	});

	test('both stay visible when coming back', () => {
		const record = viewAfter([...predictEvents, next, back]).record;
		expect(record).toMatchObject({ answer: '60', returned: { kind: 'value', shown: '60' } });
		expect(after([...predictEvents, next, back]).matches({ predict: 'answered' })).toBe(true);
	});

	test('tune, arrange and build ask for passed checks', () => {
		expect(at([...predictEvents, next, next])).toBe('rate');
		expect(at([...predictEvents, next, fail('rate'), next])).toBe('rate');
		expect(at([...predictEvents, next, pass('rate'), next])).toBe('order');
		expect(at(buildEvents.slice(0, -1).concat(next))).toBe('write');
		expect(at([...buildEvents, next])).toBe('further');
	});

	test('a passed step is not taken back, and a late report still counts for its own step', () => {
		expect(at([...predictEvents, next, pass('rate'), fail('rate'), next])).toBe('order');
		const late = viewAfter([...predictEvents, next, back, pass('rate')]);
		expect(late.steps.find((step) => step.id === 'rate')?.state).toEqual({ kind: 'done' });
		expect(late.step.id).toBe('read');
	});

	test('a report for a step never reached is nobody’s', () => {
		expect(viewAfter([pass('write')]).steps.find((step) => step.id === 'write')?.isDone).toBe(false);
	});

	test('a reached step can be gone to, a later one not', () => {
		expect(at([...predictEvents, next, { type: 'step.go', step: 'discover' }])).toBe('discover');
		expect(at([...predictEvents, next, { type: 'step.go', step: 'discover' }, { type: 'step.go', step: 'rate' }])).toBe(
			'rate'
		);
		expect(at([{ type: 'step.go', step: 'rate' }])).toBe('discover');
		expect(at([{ type: 'step.go', step: 'nowhere' }])).toBe('discover');
	});

	test('the whole lesson, to its end', () => {
		const whole: LessonEvent[] = [
			...buildEvents,
			next,
			{ type: 'stretch.skip' },
			{ type: 'position.write', position: 'Why?' },
			next
		];
		expect(at(whole)).toBe('show');
		expect(viewAfter(whole).next).toEqual({ kind: 'end' });
		expect(viewAfter(whole).steps.map((step) => [step.isDone, step.isSkipped])).toEqual([
			...Array(5).fill([true, false]),
			[false, true],
			[true, false],
			[true, false]
		]);
	});
});

describe('shortcuts', () => {
	test('“I know this” goes to the first build step, and what it jumps over stays open', () => {
		const view = viewAfter([{ type: 'build.jump' }]);
		expect(view.step.id).toBe('write');
		expect(view.steps.slice(0, 4).map((step) => step.state.kind)).toEqual(['open', 'open', 'open', 'open']);
		expect(view.canJump).toBe(false);
		expect(at([{ type: 'build.jump' }, back])).toBe('order');
	});

	test('it is offered in green alone', () => {
		const blue = createTestChallenge(undefined, { piste: 'blue' });
		expect(at([{ type: 'build.jump' }], blue)).toBe('discover');
		expect(viewAfter([], blue).canJump).toBe(false);
	});

	test('stretch can be skipped, once the decision is open', () => {
		expect(viewAfter([...buildEvents, next]).next).toEqual({ kind: 'needs', need: 'steps_needs_stretch' });
		expect(at([...buildEvents, next, { type: 'stretch.skip' }])).toBe('decide');
		expect(at([...buildEvents, next, pass('further'), next])).toBe('decide');
	});
});

describe('decide', () => {
	const go: LessonEvent = { type: 'step.go', step: 'decide' };

	test('opens with the first passed build step, and before the later ones', () => {
		const twoBuilds: Step[] = [
			...Object.values(exampleSteps).slice(0, 5),
			{ ...exampleSteps.build, id: 'second' },
			exampleSteps.decide
		];
		expect(at([go])).toBe('discover');
		expect(viewAfter([]).steps.find((step) => step.id === 'decide')?.state).toEqual({
			kind: 'locked',
			lockReason: 'steps_locked_decide'
		});
		expect(at([...buildEvents, go], createTestChallenge(twoBuilds))).toBe('decide');
	});

	test('opens when a teacher opens it', () => {
		expect(at([{ type: 'decide.open' }, go])).toBe('decide');
		expect(at([{ type: 'decide.open' }, go, back])).toBe('discover');
	});

	test('does not open for a step that only precedes it', () => {
		const unbuilt = createTestChallenge([exampleSteps.discover, exampleSteps.decide, exampleSteps.build]);
		expect(viewAfter([], unbuilt).next).toEqual({ kind: 'needs', need: 'steps_needs_first_build' });
		expect(at([next], unbuilt)).toBe('discover');
		expect(at([next], createTestChallenge([exampleSteps.discover, exampleSteps.decide]))).toBe('decide');
	});

	test('is done by choosing or by writing, and may change', () => {
		const there: LessonEvent[] = [{ type: 'decide.open' }, go];
		expect(at([...there, next])).toBe('decide');
		expect(at([...there, { type: 'decision.choose', option: 'paper' }, next])).toBe('show');
		const snapshot = after([
			...there,
			{ type: 'position.write', position: 'Because.' },
			{ type: 'decision.choose', option: 'paper' },
			next,
			back,
			{ type: 'decision.choose', option: 'another', values: { days: 3 } }
		]);
		expect(snapshot.context.decision).toEqual({ option: 'another', values: { days: 3 }, position: 'Because.' });
	});

	test('of two at one machine each decides, and it goes on when both have', () => {
		const opens: LessonEvent[] = [{ type: 'decide.open' }, go];
		const deciding = { decision: null, others: {}, otherAccount: 'noor' };
		const together = (events: LessonEvent[], from: DecisionState = deciding) => {
			let [state] = initialTransition(lessonMachine, { challenge, decisionState: from });
			for (const event of [...opens, ...events]) [state] = transition(lessonMachine, state, event);
			return state;
		};
		const mine: LessonEvent = { type: 'decision.choose', option: 'paper' };
		const theirs: LessonEvent = { type: 'position.write', position: 'Because.', who: 'beside' };
		for (const one of [[mine], [theirs]]) {
			expect(lessonViewOf(together(one).context)).toMatchObject({
				next: { kind: 'needs', need: 'steps_needs_both' },
				record: { done: false }
			});
		}
		const both = together([mine, theirs]).context;
		expect(both).toMatchObject({
			decision: { option: 'paper', position: '' },
			others: { noor: { option: null, position: 'Because.' } }
		});
		expect(lessonViewOf(both)).toMatchObject({ next: { kind: 'ready' }, record: { done: true } });
		expect(JSON.stringify(lessonSnapshotOf(both))).not.toMatch(/paper|Because/);
		// A student who joins later still has to decide, even if the first student completed the step.
		const later = { ...deciding, decision: both.decision };
		expect(lessonViewOf(together([mine], later).context).next).toEqual({ kind: 'needs', need: 'steps_needs_both' });
		// When nobody sits beside the student, a decision from there is ignored.
		expect(after([...opens, theirs, { ...mine, who: 'beside' }]).context).toMatchObject({ decision: null, others: {} });
	});

	test('takes only options of the challenge', () => {
		expect(
			after([{ type: 'decide.open' }, go, { type: 'decision.choose', option: 'bribe' }]).context.decision
		).toBeNull();
	});
});

describe('within a step', () => {
	test('hints come one at a time, as many as there are', () => {
		const hint: LessonEvent = { type: 'hint.show' };
		const there = [...predictEvents, next];
		expect(viewAfter(there).hints).toEqual({ shownCount: 0, total: 3 });
		expect(viewAfter([...there, hint, hint]).hints.shownCount).toBe(2);
		expect(viewAfter([...there, hint, hint, hint, hint, hint]).hints.shownCount).toBe(3);
		expect(viewAfter([hint]).hints).toEqual({ shownCount: 0, total: 0 });
	});

	test('tuned values stay between their limits', () => {
		const there = [...predictEvents, next];
		expect(viewAfter([...there, { type: 'value.set', id: 'free', value: 20 }]).record).toMatchObject({
			values: { free: 20 }
		});
		expect(viewAfter([...there, { type: 'value.set', id: 'free', value: 61 }]).record).toMatchObject({ values: {} });
		expect(viewAfter([...there, { type: 'value.set', id: 'other', value: 1 }]).record).toMatchObject({ values: {} });
	});

	test('only the lines of the step are placed, each once', () => {
		const there = [...predictEvents, next, pass('rate'), next];
		const place = (placed: string[]): LessonEvent => ({ type: 'lines.arrange', placed });
		expect(viewAfter([...there, place(['return 20;', '}'])]).record).toMatchObject({ placed: ['return 20;', '}'] });
		expect(viewAfter([...there, place(['}', '}'])]).record).toMatchObject({ placed: null });
		expect(viewAfter([...there, place(['rm();'])]).record).toMatchObject({ placed: null });
	});

	test('what the step lets a student change and run', () => {
		const kinds = (events: LessonEvent[]) => {
			const { editMode, canRun, checksFile } = viewAfter(events);
			return { editable: editMode, runnable: canRun, checks: checksFile };
		};
		expect(kinds([])).toEqual({ editable: 'none', runnable: true, checks: null });
		expect(kinds([next])).toEqual({ editable: 'none', runnable: false, checks: null });
		expect(kinds([next, commit])).toEqual({ editable: 'none', runnable: true, checks: null });
		expect(kinds([...predictEvents, next])).toEqual({ editable: 'tune', runnable: true, checks: 'checks/rate.ts' });
		expect(kinds(buildEvents)).toEqual({ editable: 'code', runnable: true, checks: 'checks/write.ts' });
	});
});

test('an actor calls the program once, and says which files to open once', async () => {
	const calls: ProgramCallInput[] = [];
	const instructions: LessonInstruction[] = [];
	const callProgram = fromCallback<LessonEvent, ProgramCallInput>(({ input, sendBack }) => {
		calls.push(input);
		queueMicrotask(() => sendBack(returnEvent));
	});
	const machine = lessonMachine.provide({ actors: { callProgram } });
	const actor = createActor(machine, { input: { challenge } });
	actor.on('*', (instruction) => instructions.push(instruction));
	actor.start();
	for (const event of [next, commit]) actor.send(event);
	await Promise.resolve();
	expect(calls).toEqual([{ name: 'price', args: [30] }]);
	for (const event of [next, back, next, pass('rate'), back]) actor.send(event);
	expect(instructions.filter((one) => one.type === 'files.open')).toEqual([{ type: 'files.open', step: 'rate' }]);
	expect(instructions.at(-1)).toEqual({ type: 'step.entered', step: 'read' });

	const lessonSnapshot = parseLessonSnapshot(JSON.parse(JSON.stringify(lessonSnapshotOf(actor.getSnapshot().context))));
	actor.stop();
	if (!lessonSnapshot) throw new Error('the snapshot was not read back');
	const again = createActor(machine, { input: { challenge, saved: lessonSnapshot } });
	again.on('*', (instruction) => instructions.push(instruction));
	instructions.length = 0;
	again.start();
	again.send(next);
	expect(instructions).toEqual([
		{ type: 'step.entered', step: 'read' },
		{ type: 'step.entered', step: 'rate' }
	]);
	expect(calls).toHaveLength(1);
	again.stop();
});

test('files that stand in for skipped work open after a jump alone, and going back covers nothing', () => {
	const openedBy = (events: LessonEvent[]) => {
		const actor = createActor(lessonMachine, { input: { challenge } });
		const steps: string[] = [];
		actor.on('files.open', (instruction) => steps.push(instruction.step));
		actor.start();
		for (const event of events) actor.send(event);
		actor.stop();
		return steps;
	};
	expect(openedBy(buildEvents)).toEqual(['rate']);
	expect(openedBy([{ type: 'build.jump' }])).toEqual(['write']);
	expect(openedBy([{ type: 'build.jump' }, back, back, { type: 'step.go', step: 'write' }])).toEqual(['write']);
});

test('an answer whose program never returned waits: nothing is called by itself', () => {
	const lessonSnapshot = lessonSnapshotOf(after([next, commit]).context);
	const [state, actions] = initialTransition(lessonMachine, { challenge, saved: lessonSnapshot });
	expect(state.matches({ predict: 'asking' })).toBe(true);
	expect(actions.some((action) => action.type === 'xstate.spawnChild')).toBe(false);
	expect(lessonViewOf(state.context).next).toEqual({ kind: 'needs', need: 'steps_needs_call' });
	expect(transition(lessonMachine, state, commit)[0].matches({ predict: 'calling' })).toBe(true);
});

describe('a step about catching', () => {
	const functions = [{ name: 'price', parameters: ['minutes'] }];
	const step: Step = { id: 'catch', situation: 'catch', opens: false, kind: 'catch', functions };
	const catching = createTestChallenge([exampleSteps.discover, step, exampleSteps.show]);
	const write = (...cells: string[]): LessonEvent => ({
		type: 'examples.write',
		examples: cells.map((cell) => ({ function: 'price', given: [cell], returns: '50' }))
	});

	test('asks for one example that can be read, and keeps what cannot', () => {
		expect(viewAfter([next], catching).next).toEqual({ kind: 'needs', need: 'steps_needs_example' });
		const half = after([next, write('[5')], catching).context;
		expect(lessonViewOf(half)).toMatchObject({ editMode: 'none', next: { kind: 'needs' } });
		expect(parseLessonSnapshot(JSON.parse(JSON.stringify(lessonSnapshotOf(half))))?.steps[1]).toMatchObject({
			kind: 'catch',
			examples: [{ function: 'price', given: ['[5'], returns: '50' }]
		});
		expect(at([next, write('[5', '21'), next], catching)).toBe('show');
	});

	test('is done once, even when all examples go again', () => {
		expect(viewAfter([next, write('21'), write()], catching).record).toMatchObject({ done: true, examples: [] });
	});

	test('takes no more examples than may be sent', () => {
		const many = write(...Array.from({ length: 21 }, () => '1'));
		expect(viewAfter([next, many], catching).record).toMatchObject({ done: false, examples: [] });
	});
});
