import { parseLessonSnapshot } from '#lib/steps/snapshot.ts';
import { overwriteWithStepFiles } from '#lib/steps/view.ts';
import type { LessonSession } from '../session/lesson-session.svelte.ts';

/**
 * Begins the step in view again. Resolves to a function that undoes this; to null when the step's first version is not stored
 * here, or the files are already those of that beginning.
 */
export async function beginStepAgain(session: LessonSession): Promise<(() => void) | null> {
	const { step, record } = session.lesson.view;
	const versions = (await session.savedWork?.history()) ?? [];
	// The history is newest first, so the last match is the step's first version.
	const firstVersion = versions.findLast(({ steps }) => parseLessonSnapshot(steps)?.current === step.id);
	const { challenge, language, files } = session;
	if (!firstVersion) return null;
	// That version was saved before the step put its own files over the student's.
	const templateFiles = overwriteWithStepFiles(challenge, language, step.id, firstVersion.files);
	if (JSON.stringify(templateFiles) === JSON.stringify(files)) return null;
	const placedLines = record.kind === 'arrange' ? (record.placed ?? []) : null;
	const sendPlacedLines = (lines: string[]) => session.lesson.send({ type: 'lines.arrange', placed: lines });
	// Remove only the placed lines and leave the files unchanged, because `restoreVersion` first stores the present files.
	if (placedLines !== null) sendPlacedLines([]);
	await session.restoreVersion({ ...firstVersion, files: templateFiles });
	return () => {
		if (placedLines !== null) sendPlacedLines(placedLines);
		session.editFiles(files);
	};
}
