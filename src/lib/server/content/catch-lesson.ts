/** Makes a lesson of a challenge's step "catch" without the other steps, so that a teacher can assign it alone. */
import { createHash } from 'node:crypto';
import type { Challenge, ChallengeText } from '#lib/domain/challenge.ts';
import type { PackedChallenge } from './pack.ts';

type PackedChallengeVersion = Pick<PackedChallenge, 'challenge' | 'privatePart'>;

const catchStepsOf = ({ steps }: Challenge) => steps.filter(({ kind }) => kind === 'catch');

/** Whether a version has only steps of the kind "catch". */
export const isCatchLesson = ({ steps }: Challenge): boolean => steps.every(({ kind }) => kind === 'catch');

/** Returns the hash that the lesson of a version's step "catch" has. */
export const hashOfCatchLesson = (hash: string): string => createHash('sha256').update(`catch ${hash}`).digest('hex');

/** Whether a challenge has a step "catch" beside other steps, so that this step can be assigned alone. */
export const hasSeparableCatchStep = (challenge: Challenge): boolean =>
	catchStepsOf(challenge).length > 0 && !isCatchLesson(challenge);

/**
 * Returns a lesson with only the step "catch" of a version, without checks, decision or question at the hand-in. Returns
 * undefined when the challenge has no such step, or only such steps.
 */
export function createCatchLesson({
	challenge,
	privatePart: hidden
}: PackedChallengeVersion): PackedChallengeVersion | undefined {
	if (!hasSeparableCatchStep(challenge)) return undefined;
	const steps = catchStepsOf(challenge).map((step) => ({ ...step, opens: false as const }));
	const { ask: _, ...rest } = challenge;
	const otherSurroundings = Object.fromEntries(
		Object.entries(challenge.surroundings).filter(([path]) => !path.startsWith('checks/'))
	);
	const { fr, en } = challenge.text;
	return {
		challenge: {
			...rest,
			hash: hashOfCatchLesson(challenge.hash),
			steps,
			decision: { options: [], another: [] },
			surroundings: otherSurroundings,
			text: { fr: appendFirstStepTitle(steps, fr), en: appendFirstStepTitle(steps, en) }
		},
		privatePart: { ...hidden, checks: {}, disclose: {} }
	};
}

/** Adds the title of the first step to that of the challenge. */
function appendFirstStepTitle([step]: readonly { id: string }[], text: ChallengeText): ChallengeText {
	const title = text.steps[step?.id ?? '']?.title;
	return title === undefined ? text : { ...text, title: `${text.title} · ${title}` };
}
