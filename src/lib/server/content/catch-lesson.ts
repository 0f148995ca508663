/** Makes the lesson that has a challenge's step "catch" alone, which a teacher can assign by itself. */
import { createHash } from 'node:crypto';
import type { Challenge, ChallengeText } from '#lib/domain/challenge.ts';
import type { PackedChallenge } from './pack.ts';

type Version = Pick<PackedChallenge, 'challenge' | 'privatePart'>;

const catchStepsOf = ({ steps }: Challenge) => steps.filter(({ kind }) => kind === 'catch');

/** Returns whether a version has nothing but steps "catch". */
export const isCatchLesson = ({ steps }: Challenge): boolean => steps.every(({ kind }) => kind === 'catch');

/** Returns the hash of the lesson that has the step "catch" of a version alone. */
export const catchLessonHash = (hash: string): string => createHash('sha256').update(`catch ${hash}`).digest('hex');

/** Returns whether a challenge has a step "catch" beside others, which can be assigned alone. */
export const hasCatchStep = (challenge: Challenge): boolean =>
	catchStepsOf(challenge).length > 0 && !isCatchLesson(challenge);

/**
 * Returns the lesson with the step "catch" of a version alone: it has no checks, no decision and no question at the hand-in. Returns
 * undefined for a challenge that has no such step, or has nothing else.
 */
export function catchLessonOf({ challenge, privatePart: hidden }: Version): Version | undefined {
	if (!hasCatchStep(challenge)) return undefined;
	const steps = catchStepsOf(challenge).map((step) => ({ ...step, opens: false as const }));
	const { ask: _, ...rest } = challenge;
	const otherSurroundings = Object.fromEntries(
		Object.entries(challenge.surroundings).filter(([path]) => !path.startsWith('checks/'))
	);
	const { fr, en } = challenge.text;
	return {
		challenge: {
			...rest,
			hash: catchLessonHash(challenge.hash),
			steps,
			decision: { options: [], another: [] },
			surroundings: otherSurroundings,
			text: { fr: withStepTitle(steps, fr), en: withStepTitle(steps, en) }
		},
		privatePart: { ...hidden, checks: {}, disclose: {} }
	};
}

/** Adds the title of the first step to that of the challenge. */
function withStepTitle([step]: readonly { id: string }[], text: ChallengeText): ChallengeText {
	const title = text.steps[step?.id ?? '']?.title;
	return title === undefined ? text : { ...text, title: `${text.title} · ${title}` };
}
