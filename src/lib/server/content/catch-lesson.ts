import { createHash } from 'node:crypto';
import type { Challenge, ChallengeText } from '#lib/domain/challenge.ts';
import type { PackedChallenge } from './pack.ts';

type PackedChallengeVersion = Pick<PackedChallenge, 'challenge' | 'privatePart'>;

const catchStepsOf = ({ steps }: Challenge) => steps.filter(({ kind }) => kind === 'catch');

export const isCatchLesson = ({ steps }: Challenge): boolean => steps.every(({ kind }) => kind === 'catch');

export const hashOfCatchLesson = (hash: string): string => createHash('sha256').update(`catch ${hash}`).digest('hex');

export const hasSeparableCatchStep = (challenge: Challenge): boolean =>
	catchStepsOf(challenge).length > 0 && !isCatchLesson(challenge);

/** Without checks, decision or question. Undefined when the challenge has no step "catch", or only such steps. */
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

function appendFirstStepTitle([step]: readonly { id: string }[], text: ChallengeText): ChallengeText {
	const title = text.steps[step?.id ?? '']?.title;
	return title === undefined ? text : { ...text, title: `${text.title} · ${title}` };
}
