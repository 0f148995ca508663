/** Makes the lesson that has a challenge's step "catch" alone, which a teacher can assign by itself. */
import { createHash } from 'node:crypto';
import type { Challenge, ChallengeText } from '#lib/domain/challenge.ts';
import type { PackedChallenge } from './pack.ts';

type Version = Pick<PackedChallenge, 'challenge' | 'private'>;

const catchStepsOf = ({ steps }: Challenge) => steps.filter(({ kind }) => kind === 'catch');

/** Returns whether a version has nothing but steps "catch". */
export const isCatchLesson = ({ steps }: Challenge): boolean => steps.every(({ kind }) => kind === 'catch');

/** Returns the hash of the lesson that has the step "catch" of a version alone. */
export const catchLessonHash = (hash: string): string => createHash('sha256').update(`catch ${hash}`).digest('hex');

/** Returns the titles of the step "catch" by language; undefined for a challenge that has none, or has nothing else. */
export function catchLessonTitles(challenge: Challenge): Record<'fr' | 'en', string> | undefined {
	const [step] = catchStepsOf(challenge);
	if (step === undefined || isCatchLesson(challenge)) return undefined;
	const titleIn = ({ title, steps }: ChallengeText) => `${title} · ${steps[step.id]?.title ?? step.id}`;
	return { fr: titleIn(challenge.text.fr), en: titleIn(challenge.text.en) };
}

/**
 * Returns the lesson with the step "catch" of a version alone: it has no checks, no decision and no question at the hand-in. Returns
 * undefined for a challenge that has no such step, or has nothing else.
 */
export function catchLessonOf({ challenge, private: hidden }: Version): Version | undefined {
	const titles = catchLessonTitles(challenge);
	if (titles === undefined) return undefined;
	const { ask: _, ...rest } = challenge;
	const surroundings = Object.fromEntries(
		Object.entries(challenge.surroundings).filter(([path]) => !path.startsWith('checks/'))
	);
	const { fr, en } = challenge.text;
	return {
		challenge: {
			...rest,
			hash: catchLessonHash(challenge.hash),
			steps: catchStepsOf(challenge).map((step) => ({ ...step, opens: false })),
			decision: { options: [], another: [] },
			surroundings,
			text: { fr: { ...fr, title: titles.fr }, en: { ...en, title: titles.en } }
		},
		private: { ...hidden, checks: {}, disclose: {} }
	};
}
