/** Puts the files back to how a step began; nothing is lost, because restoring makes a new version. */
import { parseLessonSnapshot } from '#lib/steps/snapshot.ts';
import { putStepFiles } from '#lib/steps/view.ts';
import type { LessonSession } from '../session/lesson-session.svelte.ts';

/** Resolves to a function that undoes it; to null when the step's first version is not stored here or is open already. */
export async function beginAgain(session: LessonSession): Promise<(() => void) | null> {
	const { step, record } = session.lesson.view;
	const versions = (await session.savedWork?.history()) ?? [];
	// Newest first.
	const firstVersion = versions.findLast(({ steps }) => parseLessonSnapshot(steps)?.current === step.id);
	const { challenge, language, files } = session;
	if (!firstVersion) return null;
	// The oldest version was saved before the step put its own files over the student's.
	const beginning = putStepFiles(challenge, language, step.id, firstVersion.files);
	if (JSON.stringify(beginning) === JSON.stringify(files)) return null;
	const placed = record.kind === 'arrange' ? (record.placed ?? []) : null;
	const placeLines = (lines: string[]) => session.lesson.send({ type: 'lines.arrange', placed: lines });
	// The lines alone: `restore` must find the files as they are, to store them first.
	if (placed !== null) placeLines([]);
	await session.restoreVersion({ ...firstVersion, files: beginning });
	return () => {
		if (placed !== null) placeLines(placed);
		session.editFiles(files);
	};
}
