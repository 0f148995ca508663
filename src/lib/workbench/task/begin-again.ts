/** Puts the files back to how a step began; nothing is lost, because restoring makes a new version. */
import { parseLessonSnapshot } from '#lib/steps/snapshot.ts';
import { openFiles } from '#lib/steps/view.ts';
import type { LessonSession } from '../session/lesson-session.svelte.ts';

/** Resolves to what takes it back, or to null when the step's first version is not stored here or is open already. */
export async function beginAgain(session: LessonSession): Promise<(() => void) | null> {
	const { step, record } = session.lesson.view;
	const versions = (await session.saved?.history()) ?? [];
	// Newest first.
	const first = versions.findLast(({ steps }) => parseLessonSnapshot(steps)?.current === step.id);
	const { challenge, language, files } = session;
	if (!first) return null;
	// The oldest version was saved before the step put its own files over the student's.
	const beginning = openFiles(challenge, language, step.id, first.files);
	if (JSON.stringify(beginning) === JSON.stringify(files)) return null;
	const placed = record.kind === 'arrange' ? (record.placed ?? []) : null;
	const place = (lines: string[]) => session.lesson.send({ type: 'lines.arrange', placed: lines });
	// The lines alone: `restore` must find the files as they are, to store them first.
	if (placed !== null) place([]);
	await session.restore({ ...first, files: beginning });
	return () => {
		if (placed !== null) place(placed);
		session.edit(files);
	};
}
