/** Computes the files that a challenge gave to students, to compare them with what the students handed in. */
import type { Challenge } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import { hasFilesToOpen } from '#lib/steps/progress.ts';
import { parseLessonSnapshot } from '#lib/steps/snapshot.ts';
import { overwriteWithStepFiles } from '#lib/steps/view.ts';
import type { Files } from '#sandbox/contract.ts';

/** Returns the challenge's start files, with the files that later steps put in place when the authors opened them. */
export function filesGivenToStudents(challenge: Challenge, language: Language, steps: unknown): Files {
	const records = parseLessonSnapshot(steps)?.steps ?? [];
	return records.reduce((files, record, at) => {
		const step = challenge.steps.find(({ id }) => id === record.id);
		const isLaid = record.opened && step !== undefined && hasFilesToOpen(step, records.slice(0, at));
		return isLaid ? overwriteWithStepFiles(challenge, language, step.id, files) : files;
	}, challenge.start[language]);
}
