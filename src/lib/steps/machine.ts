import { and, assign, enqueueActions, fromCallback, setup } from 'xstate';
import type { Challenge, StepKind } from '#lib/domain/challenge.ts';
import { MOST_WRITTEN_EXAMPLES } from '#lib/domain/written-example.ts';
import * as advance from './advance.ts';
import { orderedLinePool } from './arrange.ts';
import type { ProgramCallInput, LessonEvent, LessonInstruction } from './events.ts';
import {
	findPreviousReachedStepIndex,
	beginLesson,
	mustOpenStepFiles,
	currentRecord,
	currentStep,
	hasNextStep,
	hintCountOf,
	isAllowedTunedValue,
	findJumpTargetStepIndex,
	mayGoToStep,
	needOfStep,
	type StudentDecisions,
	type LessonProgress
} from './progress.ts';
import { restoreLesson } from './restore.ts';
import type { LessonSnapshot } from './snapshot.ts';

export type { ProgramCallInput, LessonEvent, LessonInstruction } from './events.ts';

function stepIndexOf(progress: LessonProgress, id: string): number {
	return progress.challenge.steps.findIndex((step) => step.id === id);
}

function usesOnlyPoolLines(placed: string[], pool: string[]): boolean {
	const remainingLines = [...pool];
	return placed.every((line) => {
		const at = remainingLines.indexOf(line);
		if (at >= 0) remainingLines.splice(at, 1);
		return at >= 0;
	});
}

export const lessonMachine = setup({
	types: {
		context: {} as LessonProgress,
		events: {} as LessonEvent,
		emitted: {} as LessonInstruction,
		input: {} as { challenge: Challenge; saved?: LessonSnapshot; studentDecisions?: StudentDecisions }
	},
	actors: {
		/** Calls the program and sends `call.returned`. This placeholder does nothing: lesson.svelte.ts replaces it. */
		callProgram: fromCallback<LessonEvent, ProgramCallInput>(() => undefined)
	},
	guards: {
		isKind: ({ context }, params: { kind: StepKind }) => currentStep(context).kind === params.kind,
		hasReturned: ({ context }) => {
			const record = currentRecord(context);
			return record.kind === 'predict' && record.returned !== null;
		},
		hasFailed: ({ context }) => {
			const record = currentRecord(context);
			return record.kind === 'predict' && record.returned?.kind === 'problem';
		},
		canGoOn: ({ context }) => hasNextStep(context) && needOfStep(context) === null,
		canGoBack: ({ context }) => findPreviousReachedStepIndex(context) >= 0,
		canGoTo: ({ context, event }) => event.type === 'step.go' && mayGoToStep(context, stepIndexOf(context, event.step)),
		canJump: ({ context }) => findJumpTargetStepIndex(context) >= 0,
		canSkip: ({ context }) => {
			const next = context.challenge.steps[context.currentIndex + 1];
			return next !== undefined && (next.kind !== 'decide' || context.isDecisionOpen);
		},
		isAnswer: ({ context, event }) => {
			const step = currentStep(context);
			const record = currentRecord(context);
			if (event.type !== 'answer.commit' || step.kind !== 'predict' || record.kind !== 'predict') return false;
			return step.answers.includes(event.answer) && (record.answer ?? event.answer) === event.answer;
		},
		isValue: ({ context, event }) => {
			const step = currentStep(context);
			if (event.type !== 'value.set' || step.kind !== 'tune') return false;
			return isAllowedTunedValue(
				step.values.find((value) => value.id === event.id),
				event.value
			);
		},
		isArrangement: ({ context, event }) => {
			const step = currentStep(context);
			return (
				event.type === 'lines.arrange' &&
				step.kind === 'arrange' &&
				usesOnlyPoolLines(event.placed, orderedLinePool(step))
			);
		},
		hasHint: ({ context }) => currentRecord(context).hints < hintCountOf(currentStep(context)),
		isOption: ({ context, event }) => {
			if (event.type !== 'decision.choose') return false;
			if (event.who === 'beside' && context.otherAccount === null) return false;
			return event.option === 'another' || context.challenge.decision.options.includes(event.option);
		}
	},
	actions: {
		enter: enqueueActions(({ context, enqueue }) => {
			const step = currentStep(context);
			if (mustOpenStepFiles(context)) enqueue.emit({ type: 'files.open', step: step.id });
			enqueue.assign(advance.markStepEntered(context));
			enqueue.emit({ type: 'step.entered', step: step.id });
		})
	}
}).createMachine({
	id: 'lesson',
	context: ({ input }) =>
		input.saved
			? restoreLesson(input.challenge, input.saved, input.studentDecisions)
			: beginLesson(input.challenge, input.studentDecisions),
	initial: 'routing',
	on: {
		'step.next': {
			guard: 'canGoOn',
			target: '.routing',
			actions: assign(({ context }) => advance.goToNextStep(context))
		},
		'step.back': {
			guard: 'canGoBack',
			target: '.routing',
			actions: assign(({ context }) => advance.goToStep(context, findPreviousReachedStepIndex(context)))
		},
		'step.go': {
			guard: 'canGoTo',
			target: '.routing',
			actions: assign(({ context, event }) => advance.goToChosenStep(context, stepIndexOf(context, event.step)))
		},
		'build.jump': {
			guard: 'canJump',
			target: '.routing',
			actions: assign(({ context }) => advance.jumpToStep(context, findJumpTargetStepIndex(context)))
		},
		'checks.reported': {
			actions: assign(({ context, event }) => advance.storeCheckReport(context, event.step, event.report))
		},
		'decide.open': { actions: assign(({ context }) => advance.unlockDecision(context)) },
		'hint.show': { guard: 'hasHint', actions: assign(({ context }) => advance.recordShownHint(context)) }
	},
	states: {
		routing: {
			entry: 'enter',
			always: [
				{ guard: { type: 'isKind', params: { kind: 'discover' } }, target: 'discover' },
				{ guard: { type: 'isKind', params: { kind: 'predict' } }, target: 'predict' },
				{ guard: { type: 'isKind', params: { kind: 'tune' } }, target: 'tune' },
				{ guard: { type: 'isKind', params: { kind: 'arrange' } }, target: 'arrange' },
				{ guard: { type: 'isKind', params: { kind: 'build' } }, target: 'build' },
				{ guard: { type: 'isKind', params: { kind: 'stretch' } }, target: 'stretch' },
				{ guard: { type: 'isKind', params: { kind: 'catch' } }, target: 'catch' },
				{ guard: { type: 'isKind', params: { kind: 'decide' } }, target: 'decide' },
				{ guard: { type: 'isKind', params: { kind: 'show' } }, target: 'show' }
			]
		},
		discover: {},
		predict: {
			initial: 'asking',
			states: {
				/**
				 * A restored answer without a result waits in this state too: the program may have crashed the page, so it is called again only
				 * when the student commits the answer again.
				 */
				asking: {
					always: { guard: 'hasReturned', target: 'answered' },
					on: {
						'answer.commit': {
							guard: 'isAnswer',
							target: 'calling',
							actions: assign(({ context, event }) => advance.commitPrediction(context, event.answer))
						}
					}
				},
				calling: {
					invoke: {
						src: 'callProgram',
						input: ({ context }) => {
							const step = currentStep(context);
							return step.kind === 'predict' ? step.call : { name: '', args: [] };
						}
					},
					on: {
						'call.returned': {
							target: 'answered',
							actions: assign(({ context, event }) => advance.receiveCallResult(context, event.returned))
						}
					}
				},
				answered: {
					on: {
						'answer.commit': {
							guard: and(['isAnswer', 'hasFailed']),
							target: 'calling',
							actions: assign(({ context, event }) => advance.commitPrediction(context, event.answer))
						}
					}
				}
			}
		},
		tune: {
			on: {
				'value.set': {
					guard: 'isValue',
					actions: assign(({ context, event }) => advance.setTunedValue(context, event.id, event.value))
				}
			}
		},
		arrange: {
			on: {
				'lines.arrange': {
					guard: 'isArrangement',
					actions: assign(({ context, event }) => advance.arrangeLines(context, event.placed))
				}
			}
		},
		build: {},
		stretch: {
			on: {
				'stretch.skip': {
					guard: 'canSkip',
					target: 'routing',
					actions: assign(({ context }) => advance.skipStretch(context))
				}
			}
		},
		catch: {
			on: {
				'examples.write': {
					guard: ({ event }) => event.examples.length <= MOST_WRITTEN_EXAMPLES,
					actions: assign(({ context, event }) => advance.recordExamples(context, event.examples))
				}
			}
		},
		decide: {
			on: {
				'decision.choose': {
					guard: 'isOption',
					actions: assign(({ context, event }) =>
						advance.recordChosenOption(context, event.who ?? 'self', event.option, event.values)
					)
				},
				'position.write': {
					guard: ({ context, event }) => event.who !== 'beside' || context.otherAccount !== null,
					actions: assign(({ context, event }) => advance.recordPosition(context, event.who ?? 'self', event.position))
				}
			}
		},
		show: {}
	}
});
