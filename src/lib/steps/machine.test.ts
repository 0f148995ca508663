import { createActor, fromCallback, initialTransition, transition } from 'xstate';
import { describe, expect, test } from 'vitest';
import type { Step } from '#lib/domain/challenge.ts';
import { createTestChallenge, createTestReport, exampleSteps } from './fixtures/challenge.ts';
import type { ProgramCallInput, LessonEvent, LessonInstruction } from './events.ts';
import { lessonMachine } from './machine.ts';
import { currentStep, type StudentDecisions } from './progress.ts';
import { parseLessonSnapshot, lessonSnapshotOf } from './snapshot.ts';
import { lessonViewOf } from './view.ts';

const challenge = createTestChallenge();
const nextEvent: LessonEvent = { type: 'step.next' };
const backEvent: LessonEvent = { type: 'step.back' };
const commitAnswerEvent: LessonEvent = { type: 'answer.commit', answer: '60' };
const callReturnedEvent: LessonEvent = { type: 'call.returned', returned: { kind: 'value', shown: '60' } };
const createPassEvent = (step: string): LessonEvent => ({
	type: 'checks.reported',
	step,
	report: createTestReport('pass')
});
const createFailEvent = (step: string): LessonEvent => ({
	type: 'checks.reported',
	step,
	report: createTestReport('fail')
});
const predictEvents = [nextEvent, commitAnswerEvent, callReturnedEvent];
const buildEvents = [
	...predictEvents,
	nextEvent,
	createPassEvent('rate'),
	nextEvent,
	createPassEvent('order'),
	nextEvent,
	createPassEvent('write')
];

function computeLessonState(events: LessonEvent[], of = challenge) {
	let [state] = initialTransition(lessonMachine, { challenge: of });
	for (const event of events) [state] = transition(lessonMachine, state, event);
	return state;
}
const computeStepId = (events: LessonEvent[], of = challenge) => currentStep(computeLessonState(events, of).context).id;
const computeLessonView = (events: LessonEvent[], of = challenge) =>
	lessonViewOf(computeLessonState(events, of).context);

describe('moving between steps', () => {
	test('the step after a completed one is open, and choosing it goes on', () => {
		const stepStateAfter = (id: string, events: LessonEvent[]) =>
			computeLessonView(events).steps.find((step) => step.id === id)?.state.kind;
		const chooseRead: LessonEvent = { type: 'step.go', step: 'read' };
		expect(stepStateAfter('read', [])).toBe('open');
		expect(stepStateAfter('rate', [])).toBe('locked');
		expect(stepStateAfter('discover', [chooseRead])).toBe('done');
		expect(stepStateAfter('rate', [chooseRead])).toBe('locked');
		expect(stepStateAfter('rate', predictEvents)).toBe('open');
		expect(computeStepId([...predictEvents, { type: 'step.go', step: 'rate' }])).toBe('rate');
	});

	test('the optional step stays open for a student who decides first', () => {
		const events: LessonEvent[] = [...buildEvents, { type: 'step.go', step: 'decide' }];
		expect(computeStepId(events)).toBe('decide');
		expect(computeLessonView(events).steps.find(({ id }) => id === 'further')?.state.kind).toBe('open');
		expect(computeStepId([...events, { type: 'step.go', step: 'further' }])).toBe('further');
	});

	test('a discover step requires nothing before the next step', () => {
		expect(computeStepId([])).toBe('discover');
		expect(computeStepId([nextEvent])).toBe('read');
	});

	test('a prediction step requires an answer, then a call of the program', () => {
		expect(computeLessonView([nextEvent]).next).toEqual({ kind: 'needs', need: 'steps_needs_answer' });
		expect(computeStepId([nextEvent, nextEvent])).toBe('read');
		expect(computeLessonView([nextEvent, commitAnswerEvent]).next).toEqual({ kind: 'needs', need: 'steps_needs_call' });
		expect(computeStepId([nextEvent, commitAnswerEvent, nextEvent])).toBe('read');
		expect(computeStepId([...predictEvents, nextEvent])).toBe('rate');
	});

	test('a prediction step accepts any answer, and a program that fails', () => {
		const brokenReturnEvent: LessonEvent = {
			type: 'call.returned',
			returned: { kind: 'problem', problem: { kind: 'memory' } }
		};
		expect(computeStepId([nextEvent, { type: 'answer.commit', answer: '120' }, brokenReturnEvent, nextEvent])).toBe(
			'rate'
		);
	});

	test('a failed call can be repeated, but only with the same answer', () => {
		const brokenReturnEvent: LessonEvent = {
			type: 'call.returned',
			returned: { kind: 'problem', problem: { kind: 'memory' } }
		};
		const stateAfterRetry = computeLessonState([nextEvent, commitAnswerEvent, brokenReturnEvent, commitAnswerEvent]);
		expect(stateAfterRetry.matches({ predict: 'calling' })).toBe(true);
		expect(
			computeLessonState([
				nextEvent,
				commitAnswerEvent,
				brokenReturnEvent,
				{ type: 'answer.commit', answer: '30' }
			]).matches({
				predict: 'answered'
			})
		).toBe(true);
		expect(
			computeLessonView([nextEvent, commitAnswerEvent, brokenReturnEvent, commitAnswerEvent, callReturnedEvent]).record
		).toMatchObject({
			answer: '60',
			returned: { kind: 'value', shown: '60' }
		});
	});

	test('an answer that is not offered is ignored, and so is a second answer', () => {
		expect(computeLessonView([nextEvent, { type: 'answer.commit', answer: '7' }]).record).toMatchObject({
			answer: null
		});
		const secondAnswerEvent: LessonEvent = { type: 'answer.commit', answer: '30' };
		expect(computeLessonView([...predictEvents, secondAnswerEvent]).record).toMatchObject({ answer: '60' });
		expect(
			computeLessonView([nextEvent, commitAnswerEvent, backEvent, nextEvent, secondAnswerEvent]).record
		).toMatchObject({
			answer: '60'
		});
	});

	test('a prediction and its returned value stay visible when the student comes back', () => {
		const record = computeLessonView([...predictEvents, nextEvent, backEvent]).record;
		expect(record).toMatchObject({ answer: '60', returned: { kind: 'value', shown: '60' } });
		expect(computeLessonState([...predictEvents, nextEvent, backEvent]).matches({ predict: 'answered' })).toBe(true);
	});

	test('tune, arrange and build ask for passed checks', () => {
		expect(computeStepId([...predictEvents, nextEvent, nextEvent])).toBe('rate');
		expect(computeStepId([...predictEvents, nextEvent, createFailEvent('rate'), nextEvent])).toBe('rate');
		expect(computeStepId([...predictEvents, nextEvent, createPassEvent('rate'), nextEvent])).toBe('order');
		expect(computeStepId(buildEvents.slice(0, -1).concat(nextEvent))).toBe('write');
		expect(computeStepId([...buildEvents, nextEvent])).toBe('further');
	});

	test('a passed step stays passed, and a late report counts for its own step', () => {
		expect(
			computeStepId([...predictEvents, nextEvent, createPassEvent('rate'), createFailEvent('rate'), nextEvent])
		).toBe('order');
		const viewAfterLateReport = computeLessonView([...predictEvents, nextEvent, backEvent, createPassEvent('rate')]);
		expect(viewAfterLateReport.steps.find((step) => step.id === 'rate')?.state).toEqual({ kind: 'done' });
		expect(viewAfterLateReport.step.id).toBe('read');
	});

	test('a report for a step that was never reached is ignored', () => {
		expect(computeLessonView([createPassEvent('write')]).steps.find((step) => step.id === 'write')?.isDone).toBe(false);
	});

	test('a student can go to a reached step, but not to a later one', () => {
		expect(computeStepId([...predictEvents, nextEvent, { type: 'step.go', step: 'discover' }])).toBe('discover');
		expect(
			computeStepId([
				...predictEvents,
				nextEvent,
				{ type: 'step.go', step: 'discover' },
				{ type: 'step.go', step: 'rate' }
			])
		).toBe('rate');
		expect(computeStepId([{ type: 'step.go', step: 'rate' }])).toBe('discover');
		expect(computeStepId([{ type: 'step.go', step: 'nowhere' }])).toBe('discover');
	});

	test('a lesson can be completed to its end, with the stretch step skipped', () => {
		const wholeLessonEvents: LessonEvent[] = [
			...buildEvents,
			nextEvent,
			{ type: 'stretch.skip' },
			{ type: 'position.write', position: 'Why?' },
			nextEvent
		];
		expect(computeStepId(wholeLessonEvents)).toBe('show');
		expect(computeLessonView(wholeLessonEvents).next).toEqual({ kind: 'end' });
		const doneSteps = computeLessonView(wholeLessonEvents).steps.map(({ isDone }) => isDone);
		expect(doneSteps).toEqual([...Array(5).fill(true), false, true, true]);
	});
});

describe('shortcuts', () => {
	test('“I know this” goes to the first build step, and the skipped steps stay open', () => {
		const view = computeLessonView([{ type: 'build.jump' }]);
		expect(view.step.id).toBe('write');
		expect(view.steps.slice(0, 4).map((step) => step.state.kind)).toEqual(['open', 'open', 'open', 'open']);
		expect(view.canJump).toBe(false);
		expect(computeStepId([{ type: 'build.jump' }, backEvent])).toBe('order');
	});

	test('“I know this” is not offered in a blue challenge', () => {
		const blueChallenge = createTestChallenge(undefined, { piste: 'blue' });
		expect(computeStepId([{ type: 'build.jump' }], blueChallenge)).toBe('discover');
		expect(computeLessonView([], blueChallenge).canJump).toBe(false);
	});

	test('the stretch step can be skipped, or passed, to reach the decision', () => {
		expect(computeLessonView([...buildEvents, nextEvent]).next).toEqual({ kind: 'needs', need: 'steps_needs_stretch' });
		expect(computeStepId([...buildEvents, nextEvent, { type: 'stretch.skip' }])).toBe('decide');
		expect(computeStepId([...buildEvents, nextEvent, createPassEvent('further'), nextEvent])).toBe('decide');
	});
});

describe('the decide step', () => {
	const goToDecideEvent: LessonEvent = { type: 'step.go', step: 'decide' };

	test('opens after the first passed build step, before later build steps are passed', () => {
		const twoBuildSteps: Step[] = [
			...Object.values(exampleSteps).slice(0, 5),
			{ ...exampleSteps.build, id: 'second' },
			exampleSteps.decide
		];
		expect(computeStepId([goToDecideEvent])).toBe('discover');
		expect(computeLessonView([]).steps.find((step) => step.id === 'decide')?.state).toEqual({
			kind: 'locked',
			lockReason: 'steps_locked_decide'
		});
		expect(computeStepId([...buildEvents, goToDecideEvent], createTestChallenge(twoBuildSteps))).toBe('decide');
	});

	test('opens when a teacher opens it', () => {
		expect(computeStepId([{ type: 'decide.open' }, goToDecideEvent])).toBe('decide');
		expect(computeStepId([{ type: 'decide.open' }, goToDecideEvent, backEvent])).toBe('discover');
	});

	test('stays closed until a build step is passed, unless the challenge has no build step', () => {
		const unbuiltChallenge = createTestChallenge([exampleSteps.discover, exampleSteps.decide, exampleSteps.build]);
		expect(computeLessonView([], unbuiltChallenge).next).toEqual({ kind: 'needs', need: 'steps_needs_first_build' });
		expect(computeStepId([nextEvent], unbuiltChallenge)).toBe('discover');
		expect(computeStepId([nextEvent], createTestChallenge([exampleSteps.discover, exampleSteps.decide]))).toBe(
			'decide'
		);
	});

	test('is done once the student has decided, and the decision may change afterwards', () => {
		const decideEvents: LessonEvent[] = [{ type: 'decide.open' }, goToDecideEvent];
		expect(computeStepId([...decideEvents, nextEvent])).toBe('decide');
		expect(computeStepId([...decideEvents, { type: 'decision.choose', option: 'paper' }, nextEvent])).toBe('show');
		const snapshot = computeLessonState([
			...decideEvents,
			{ type: 'position.write', position: 'Because.' },
			{ type: 'decision.choose', option: 'paper' },
			nextEvent,
			backEvent,
			{ type: 'decision.choose', option: 'another', values: { days: 3 } }
		]);
		expect(snapshot.context.decision).toEqual({ option: 'another', values: { days: 3 }, position: 'Because.' });
	});

	test('is done for a pair only when both students have decided', () => {
		const decideEvents: LessonEvent[] = [{ type: 'decide.open' }, goToDecideEvent];
		const pairDecisions = { decision: null, otherDecisions: {}, otherAccount: 'noor' };
		const pairLessonStateAfter = (events: LessonEvent[], from: StudentDecisions = pairDecisions) => {
			let [state] = initialTransition(lessonMachine, { challenge, studentDecisions: from });
			for (const event of [...decideEvents, ...events]) [state] = transition(lessonMachine, state, event);
			return state;
		};
		const ownChoiceEvent: LessonEvent = { type: 'decision.choose', option: 'paper' };
		const otherPositionEvent: LessonEvent = { type: 'position.write', position: 'Because.', who: 'beside' };
		for (const one of [[ownChoiceEvent], [otherPositionEvent]]) {
			expect(lessonViewOf(pairLessonStateAfter(one).context)).toMatchObject({
				next: { kind: 'needs', need: 'steps_needs_both' },
				record: { done: false }
			});
		}
		const contextOfBoth = pairLessonStateAfter([ownChoiceEvent, otherPositionEvent]).context;
		expect(contextOfBoth).toMatchObject({
			decision: { option: 'paper', position: '' },
			otherDecisions: { noor: { option: null, position: 'Because.' } }
		});
		expect(lessonViewOf(contextOfBoth)).toMatchObject({ next: { kind: 'ready' }, record: { done: true } });
		expect(JSON.stringify(lessonSnapshotOf(contextOfBoth))).not.toMatch(/paper|Because/);
		// A student who joins later still has to decide, even if the first student completed the step.
		const laterDecisions = { ...pairDecisions, decision: contextOfBoth.decision };
		expect(lessonViewOf(pairLessonStateAfter([ownChoiceEvent], laterDecisions).context).next).toEqual({
			kind: 'needs',
			need: 'steps_needs_both'
		});
		// A decision of the student beside is ignored when nobody sits there.
		expect(
			computeLessonState([...decideEvents, otherPositionEvent, { ...ownChoiceEvent, who: 'beside' }]).context
		).toMatchObject({ decision: null, otherDecisions: {} });
	});

	test('takes only options of the challenge', () => {
		expect(
			computeLessonState([{ type: 'decide.open' }, goToDecideEvent, { type: 'decision.choose', option: 'bribe' }])
				.context.decision
		).toBeNull();
	});
});

describe('within a step', () => {
	test('hints are shown one at a time, up to the number that the step has', () => {
		const hintEvent: LessonEvent = { type: 'hint.show' };
		const rateEvents = [...predictEvents, nextEvent];
		expect(computeLessonView(rateEvents).hints).toEqual({ shownCount: 0, total: 3 });
		expect(computeLessonView([...rateEvents, hintEvent, hintEvent]).hints.shownCount).toBe(2);
		expect(
			computeLessonView([...rateEvents, hintEvent, hintEvent, hintEvent, hintEvent, hintEvent]).hints.shownCount
		).toBe(3);
		expect(computeLessonView([hintEvent]).hints).toEqual({ shownCount: 0, total: 0 });
	});

	test('tuned values stay between their limits', () => {
		const rateEvents = [...predictEvents, nextEvent];
		expect(computeLessonView([...rateEvents, { type: 'value.set', id: 'free', value: 20 }]).record).toMatchObject({
			values: { free: 20 }
		});
		expect(computeLessonView([...rateEvents, { type: 'value.set', id: 'free', value: 61 }]).record).toMatchObject({
			values: {}
		});
		expect(computeLessonView([...rateEvents, { type: 'value.set', id: 'other', value: 1 }]).record).toMatchObject({
			values: {}
		});
	});

	test('only the lines of the step are placed, each once', () => {
		const orderEvents = [...predictEvents, nextEvent, createPassEvent('rate'), nextEvent];
		const arrangeEvent = (placed: string[]): LessonEvent => ({ type: 'lines.arrange', placed });
		expect(computeLessonView([...orderEvents, arrangeEvent(['return 20;', '}'])]).record).toMatchObject({
			placed: ['return 20;', '}']
		});
		expect(computeLessonView([...orderEvents, arrangeEvent(['}', '}'])]).record).toMatchObject({ placed: null });
		expect(computeLessonView([...orderEvents, arrangeEvent(['rm();'])]).record).toMatchObject({ placed: null });
	});

	test('each kind of step allows its own editing, running and checks', () => {
		const permissionsAfter = (events: LessonEvent[]) => {
			const { editMode, canRun, checksFile } = computeLessonView(events);
			return { editable: editMode, runnable: canRun, checks: checksFile };
		};
		expect(permissionsAfter([])).toEqual({ editable: 'none', runnable: true, checks: null });
		expect(permissionsAfter([nextEvent])).toEqual({ editable: 'none', runnable: false, checks: null });
		expect(permissionsAfter([nextEvent, commitAnswerEvent])).toEqual({
			editable: 'none',
			runnable: true,
			checks: null
		});
		expect(permissionsAfter([...predictEvents, nextEvent])).toEqual({
			editable: 'tune',
			runnable: true,
			checks: 'checks/rate.ts'
		});
		expect(permissionsAfter(buildEvents)).toEqual({ editable: 'code', runnable: true, checks: 'checks/write.ts' });
	});
});

test('an actor calls the program once and opens a step’s files once, even after a restore', async () => {
	const calls: ProgramCallInput[] = [];
	const instructions: LessonInstruction[] = [];
	const callProgram = fromCallback<LessonEvent, ProgramCallInput>(({ input, sendBack }) => {
		calls.push(input);
		queueMicrotask(() => sendBack(callReturnedEvent));
	});
	const machineWithProgram = lessonMachine.provide({ actors: { callProgram } });
	const actor = createActor(machineWithProgram, { input: { challenge } });
	actor.on('*', (instruction) => instructions.push(instruction));
	actor.start();
	for (const event of [nextEvent, commitAnswerEvent]) actor.send(event);
	await Promise.resolve();
	expect(calls).toEqual([{ name: 'price', args: [30] }]);
	for (const event of [nextEvent, backEvent, nextEvent, createPassEvent('rate'), backEvent]) actor.send(event);
	expect(instructions.filter((one) => one.type === 'files.open')).toEqual([{ type: 'files.open', step: 'rate' }]);
	expect(instructions.at(-1)).toEqual({ type: 'step.entered', step: 'read' });

	const lessonSnapshot = parseLessonSnapshot(JSON.parse(JSON.stringify(lessonSnapshotOf(actor.getSnapshot().context))));
	actor.stop();
	if (!lessonSnapshot) throw new Error('the snapshot was not read back');
	const restoredActor = createActor(machineWithProgram, { input: { challenge, saved: lessonSnapshot } });
	restoredActor.on('*', (instruction) => instructions.push(instruction));
	instructions.length = 0;
	restoredActor.start();
	restoredActor.send(nextEvent);
	expect(instructions).toEqual([
		{ type: 'step.entered', step: 'read' },
		{ type: 'step.entered', step: 'rate' }
	]);
	expect(calls).toHaveLength(1);
	restoredActor.stop();
});

test('files that replace skipped work open once after a jump, and not again on going back', () => {
	const stepsOpenedBy = (events: LessonEvent[]) => {
		const actor = createActor(lessonMachine, { input: { challenge } });
		const steps: string[] = [];
		actor.on('files.open', (instruction) => steps.push(instruction.step));
		actor.start();
		for (const event of events) actor.send(event);
		actor.stop();
		return steps;
	};
	expect(stepsOpenedBy(buildEvents)).toEqual(['rate']);
	expect(stepsOpenedBy([{ type: 'build.jump' }])).toEqual(['write']);
	expect(stepsOpenedBy([{ type: 'build.jump' }, backEvent, backEvent, { type: 'step.go', step: 'write' }])).toEqual([
		'write'
	]);
});

test('a restored answer without a returned value waits, and the program is not called by itself', () => {
	const lessonSnapshot = lessonSnapshotOf(computeLessonState([nextEvent, commitAnswerEvent]).context);
	const [state, actions] = initialTransition(lessonMachine, { challenge, saved: lessonSnapshot });
	expect(state.matches({ predict: 'asking' })).toBe(true);
	expect(actions.some((action) => action.type === 'xstate.spawnChild')).toBe(false);
	expect(lessonViewOf(state.context).next).toEqual({ kind: 'needs', need: 'steps_needs_call' });
	expect(transition(lessonMachine, state, commitAnswerEvent)[0].matches({ predict: 'calling' })).toBe(true);
});

describe('the catch step', () => {
	const functions = [{ name: 'price', parameters: ['minutes'] }];
	const catchStep: Step = { id: 'catch', situation: 'catch', opens: false, kind: 'catch', functions };
	const catchChallenge = createTestChallenge([exampleSteps.discover, catchStep, exampleSteps.show]);
	const writeExamplesEvent = (...cells: string[]): LessonEvent => ({
		type: 'examples.write',
		examples: cells.map((cell) => ({ function: 'price', given: [cell], returns: '50' }))
	});

	test('requires one readable example, and keeps unreadable examples in the snapshot', () => {
		expect(computeLessonView([nextEvent], catchChallenge).next).toEqual({ kind: 'needs', need: 'steps_needs_example' });
		const contextWithHalfExample = computeLessonState([nextEvent, writeExamplesEvent('[5')], catchChallenge).context;
		expect(lessonViewOf(contextWithHalfExample)).toMatchObject({ editMode: 'none', next: { kind: 'needs' } });
		expect(
			parseLessonSnapshot(JSON.parse(JSON.stringify(lessonSnapshotOf(contextWithHalfExample))))?.steps[1]
		).toMatchObject({
			kind: 'catch',
			examples: [{ function: 'price', given: ['[5'], returns: '50' }]
		});
		expect(computeStepId([nextEvent, writeExamplesEvent('[5', '21'), nextEvent], catchChallenge)).toBe('show');
	});

	test('stays done when all examples are removed again', () => {
		expect(
			computeLessonView([nextEvent, writeExamplesEvent('21'), writeExamplesEvent()], catchChallenge).record
		).toMatchObject({ done: true, examples: [] });
	});

	test('takes no more examples than may be sent', () => {
		const tooManyExamplesEvent = writeExamplesEvent(...Array.from({ length: 21 }, () => '1'));
		expect(computeLessonView([nextEvent, tooManyExamplesEvent], catchChallenge).record).toMatchObject({
			done: false,
			examples: []
		});
	});
});
