/** Restores a saved lesson in a possibly newer challenge version; answers without a step move to `left`. */
import type { Challenge, Step } from '#lib/domain/challenge.ts';
import { begin, emptyRecord, type Deciding, type Progress, type SavedStep, type StepRecord } from './progress.ts';
import type { LessonSnapshot } from './snapshot.ts';

export function restore(challenge: Challenge, saved: LessonSnapshot, deciding?: Deciding): Progress {
	const kept = match(challenge.steps, saved);
	const decideOpen = saved.decideOpen || !challenge.steps.some((step) => step.kind === 'build');
	const current = openAt(challenge.steps, saved, kept, decideOpen);
	const records = challenge.steps.map((step, index) => recordFor(step, kept[index], index <= current));
	const taken = new Set(kept);
	const left = [...saved.left, ...saved.steps].filter((step) => !taken.has(step) && holdsSomething(step));
	return { ...begin(challenge, deciding), current, records, decideOpen, left };
}

function match(steps: Step[], saved: LessonSnapshot): (SavedStep | undefined)[] {
	const sameId = steps.map(
		(step) => saved.steps.find((old) => fits(step, old)) ?? saved.left.find((old) => fits(step, old))
	);
	const known = new Set(sameId.flatMap((old) => (old ? [old.id] : [])));
	const gaps = (list: (Step | SavedStep)[]) =>
		list.map((step, index) =>
			known.has(step.id)
				? null
				: [step.kind, neighbour(list, index, -1, known), neighbour(list, index, 1, known)].join('|')
		);
	const oldGaps = gaps(saved.steps);
	const newGaps = gaps(steps);
	return steps.map((step, index) => {
		const gap = newGaps[index];
		const twins = (list: (string | null)[]) => list.filter((other) => other === gap).length;
		if (sameId[index] || !gap || twins(newGaps) !== 1 || twins(oldGaps) !== 1) return sameId[index];
		const renamed = saved.steps[oldGaps.indexOf(gap)];
		return renamed && isAnswerOf(step, renamed) ? renamed : undefined;
	});
}

function fits(step: Step, old: SavedStep): boolean {
	return old.id === step.id && old.kind === step.kind;
}

/** Returns the next known step on one side. A step that is alone of its kind between the same neighbours was renamed. */
function neighbour(list: { id: string }[], index: number, direction: 1 | -1, known: Set<string>): string {
	for (let at = index + direction; at >= 0 && at < list.length; at += direction) {
		const id = list[at]?.id;
		if (id !== undefined && known.has(id)) return id;
	}
	return '';
}

/** A renamed prediction may ask another question, so an answer it does not offer belongs elsewhere. */
function isAnswerOf(step: Step, old: SavedStep): boolean {
	if (step.kind !== 'predict' || old.kind !== 'predict') return true;
	return old.answer === null || step.answers.includes(old.answer);
}

function recordFor(step: Step, old: SavedStep | undefined, passedBy: boolean): StepRecord {
	if (!old) return { ...emptyRecord(step.kind), reached: passedBy };
	const { id: _id, ...record } = old;
	return { ...record, reached: record.reached || passedBy };
}

/** Opens the saved step if it still exists, else the one after the nearest earlier step that does. */
function openAt(steps: Step[], saved: LessonSnapshot, kept: (SavedStep | undefined)[], decideOpen: boolean): number {
	const from = saved.steps.findIndex((step) => step.id === saved.current);
	for (let at = from; at >= 0; at--) {
		const index = kept.indexOf(saved.steps[at]);
		if (index < 0) continue;
		if (at === from) return index;
		const next = steps[index + 1];
		const mayGoOn = next !== undefined && (next.kind !== 'decide' || decideOpen);
		return kept[index]?.done && mayGoOn ? index + 1 : index;
	}
	return 0;
}

function holdsSomething(step: SavedStep): boolean {
	if (step.done || step.hints > 0) return true;
	if (step.kind === 'predict') return step.answer !== null;
	if (step.kind === 'tune') return Object.keys(step.values).length > 0;
	return step.kind === 'arrange' && step.placed !== null;
}
