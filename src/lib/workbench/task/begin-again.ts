/** Puts the files back to how a step began; nothing is lost, because restoring makes a new version. */
import { parseLessonSnapshot } from '#lib/steps/snapshot.ts';
import type { Files } from '#sandbox/contract.ts';
import type { LessonSession } from '../session/lesson-session.svelte.ts';

/** Resolves to the files before, or to null when the step's first version is not kept here or is open already. */
export async function beginAgain(session: LessonSession): Promise<Files | null> {
	const { step } = session.lesson.view;
	const versions = (await session.saved?.history()) ?? [];
	// Newest first.
	const first = versions.findLast(({ steps }) => parseLessonSnapshot(steps)?.current === step.id);
	const { files } = session;
	if (!first || JSON.stringify(first.files) === JSON.stringify(files)) return null;
	if (step.kind === 'arrange') session.arrange([]);
	await session.restore(first);
	return files;
}
