/** What someone had been given before they wrote: the start, and what the steps they opened laid over it. */
import type { Challenge, Language } from '#lib/domain/challenge.ts';
import { parseLessonSnapshot } from '#lib/steps/snapshot.ts';
import { openFiles } from '#lib/steps/view.ts';
import type { Files } from '#sandbox/index.ts';

export function givenFiles(challenge: Challenge, language: Language, steps: unknown): Files {
	const opened = parseLessonSnapshot(steps)?.steps.filter((step) => step.opened) ?? [];
	return opened.reduce((files, { id }) => openFiles(challenge, language, id, files), challenge.start[language]);
}
