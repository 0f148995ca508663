import { createActor, fromCallback } from 'xstate';
import type { Challenge } from '#lib/domain/challenge.ts';
import type { ProgramCallInput, LessonEvent, LessonInstruction } from './events.ts';
import { lessonMachine } from './machine.ts';
import {
	decisionOfPerson,
	hasDecided,
	type DecidingPerson,
	type StudentDecisions,
	type ProgramCallResult
} from './progress.ts';
import { lessonSnapshotOf, type LessonSnapshot } from './snapshot.ts';
import { lessonViewOf } from './view.ts';

export interface LessonOptions {
	saved?: LessonSnapshot;
	studentDecisions?: StudentDecisions;
	/** Calls the program for a prediction. The promise should not reject: a problem is a result too. */
	callProgram(input: ProgramCallInput): Promise<ProgramCallResult>;
	/** Called once the snapshot contains the result of a call. */
	onReturned?(): void;
	/** Called with each instruction. `files.open` comes before the step's own view, for the first step too: act on it at once. */
	onInstruction(instruction: LessonInstruction): void;
}

export function createLesson(challenge: Challenge, options: LessonOptions) {
	const programActor = fromCallback<LessonEvent, ProgramCallInput>(({ input, sendBack }) => {
		const sendResult = (returned: ProgramCallResult) => {
			sendBack({ type: 'call.returned', returned });
			queueMicrotask(() => options.onReturned?.());
		};
		options.callProgram(input).then(sendResult, (reason: unknown) => {
			sendResult({ kind: 'problem', problem: { kind: 'crash', message: String(reason) } });
		});
	});
	const { saved, studentDecisions } = options;
	const machineInput = { challenge, ...(saved && { saved }), ...(studentDecisions && { studentDecisions }) };
	const actor = createActor(lessonMachine.provide({ actors: { callProgram: programActor } }), { input: machineInput });
	let machineSnapshot = $state.raw(actor.getSnapshot());
	const lessonView = $derived(lessonViewOf(machineSnapshot.context));
	actor.on('*', options.onInstruction);
	actor.subscribe((next) => (machineSnapshot = next));
	actor.start();

	return {
		get view() {
			return lessonView;
		},
		get decision() {
			return machineSnapshot.context.decision;
		},
		get otherDecisions() {
			return machineSnapshot.context.otherDecisions;
		},
		decisionOf: (who: DecidingPerson) => decisionOfPerson(machineSnapshot.context, who),
		hasDecided: (who: DecidingPerson) => hasDecided(machineSnapshot.context, who),
		get isCalling() {
			return machineSnapshot.matches({ predict: 'calling' });
		},
		send: (event: LessonEvent) => actor.send(event),
		can: (event: LessonEvent) => machineSnapshot.can(event),
		snapshot: (): LessonSnapshot => lessonSnapshotOf(actor.getSnapshot().context),
		stop: () => actor.stop()
	};
}

export type Lesson = ReturnType<typeof createLesson>;
