import type { Challenge } from '#lib/domain/challenge.ts';
import { LessonSession, type LessonSessionOptions } from './lesson-session.svelte.ts';

export function createTestSession(challenge: Challenge, options: Partial<LessonSessionOptions> = {}): LessonSession {
	return new LessonSession({
		challenge,
		language: 'fr',
		theme: () => 'light',
		chooserNames: null,
		studentDecisions: { decision: null, otherDecisions: {}, otherAccount: null },
		...options
	});
}
