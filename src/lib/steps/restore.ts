import type { Challenge, Step } from '#lib/domain/challenge.ts';
import {
	beginLesson,
	createStepRecord,
	type StudentDecisions,
	type LessonProgress,
	type SavedStep,
	type StepRecord
} from './progress.ts';
import type { LessonSnapshot } from './snapshot.ts';

export function restoreLesson(
	challenge: Challenge,
	saved: LessonSnapshot,
	studentDecisions?: StudentDecisions
): LessonProgress {
	const matchedSteps = matchSavedSteps(challenge.steps, saved);
	const isDecisionOpen = saved.decideOpen || !challenge.steps.some((step) => step.kind === 'build');
	const currentIndex = findStepIndexToOpen(challenge.steps, saved, matchedSteps, isDecisionOpen);
	const records = challenge.steps.map((step, index) =>
		restoreStepRecord(step, matchedSteps[index], index <= currentIndex)
	);
	const takenSteps = new Set(matchedSteps);
	const leftoverRecords = [...saved.left, ...saved.steps].filter((step) => !takenSteps.has(step) && hasAnswer(step));
	return { ...beginLesson(challenge, studentDecisions), currentIndex, records, isDecisionOpen, leftoverRecords };
}

function matchSavedSteps(steps: Step[], saved: LessonSnapshot): (SavedStep | undefined)[] {
	const stepsWithSameId = steps.map(
		(step) => saved.steps.find((old) => isSameStep(step, old)) ?? saved.left.find((old) => isSameStep(step, old))
	);
	const knownIds = new Set(stepsWithSameId.flatMap((old) => (old ? [old.id] : [])));
	const placeKeysOf = (list: (Step | SavedStep)[]) =>
		list.map((step, index) =>
			knownIds.has(step.id)
				? null
				: [
						step.kind,
						findKnownNeighbourStep(list, index, -1, knownIds),
						findKnownNeighbourStep(list, index, 1, knownIds)
					].join('|')
		);
	const oldPlaceKeys = placeKeysOf(saved.steps);
	const newPlaceKeys = placeKeysOf(steps);
	return steps.map((step, index) => {
		const placeKey = newPlaceKeys[index];
		const countStepsAtPlace = (list: (string | null)[]) => list.filter((other) => other === placeKey).length;
		if (
			stepsWithSameId[index] ||
			!placeKey ||
			countStepsAtPlace(newPlaceKeys) !== 1 ||
			countStepsAtPlace(oldPlaceKeys) !== 1
		)
			return stepsWithSameId[index];
		const renamedStep = saved.steps[oldPlaceKeys.indexOf(placeKey)];
		return renamedStep && fitsRenamedStep(step, renamedStep) ? renamedStep : undefined;
	});
}

function isSameStep(step: Step, old: SavedStep): boolean {
	return old.id === step.id && old.kind === step.kind;
}

/**
 * Returns the id of the nearest known step before or after the index. A step with an unknown id counts as renamed when it is the
 * only one of its kind between the same two known steps.
 */
function findKnownNeighbourStep(
	list: { id: string }[],
	index: number,
	direction: 1 | -1,
	knownIds: Set<string>
): string {
	for (let at = index + direction; at >= 0 && at < list.length; at += direction) {
		const id = list[at]?.id;
		if (id !== undefined && knownIds.has(id)) return id;
	}
	return '';
}

/**
 * Tells whether an old answer fits a step. A renamed prediction may ask another question: an answer that it does not offer stays with the
 * removed step.
 */
function fitsRenamedStep(step: Step, old: SavedStep): boolean {
	if (step.kind !== 'predict' || old.kind !== 'predict') return true;
	return old.answer === null || step.answers.includes(old.answer);
}

function restoreStepRecord(step: Step, old: SavedStep | undefined, isPassedBy: boolean): StepRecord {
	if (!old) return { ...createStepRecord(step.kind), reached: isPassedBy };
	const { id: _id, ...record } = old;
	return { ...record, reached: record.reached || isPassedBy };
}

/** Returns the index of the step to open: the saved one, else the nearest earlier one or, if that is done, the one after. */
function findStepIndexToOpen(
	steps: Step[],
	saved: LessonSnapshot,
	matchedSteps: (SavedStep | undefined)[],
	isDecisionOpen: boolean
): number {
	const savedIndex = saved.steps.findIndex((step) => step.id === saved.current);
	for (let at = savedIndex; at >= 0; at--) {
		const index = matchedSteps.indexOf(saved.steps[at]);
		if (index < 0) continue;
		if (at === savedIndex) return index;
		const next = steps[index + 1];
		const mayGoOn = next !== undefined && (next.kind !== 'decide' || isDecisionOpen);
		return matchedSteps[index]?.done && mayGoOn ? index + 1 : index;
	}
	return 0;
}

function hasAnswer(step: SavedStep): boolean {
	if (step.done || step.hints > 0) return true;
	if (step.kind === 'predict') return step.answer !== null;
	if (step.kind === 'tune') return Object.keys(step.values).length > 0;
	if (step.kind === 'catch') return step.examples.length > 0;
	return step.kind === 'arrange' && step.placed !== null;
}
