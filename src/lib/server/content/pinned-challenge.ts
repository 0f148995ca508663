/** Reads steps and decision of a pinned version for boards and debates, and caches them, as versions never change. */
import type { Challenge, ChallengeText, NumberSetting, StepKind } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Database } from '#lib/server/db/database.ts';
import { findPackage } from './packages.ts';

interface PinnedStep {
	id: string;
	kind: StepKind;
	title: Record<Language, string>;
}

export interface PinnedChallengeOutline {
	steps: PinnedStep[];
	/** `another` holds the dials of the option whose values students choose; empty when there is none. */
	decision: {
		options: string[];
		another: readonly NumberSetting[];
		question: Record<Language, string>;
		titles: Record<Language, Record<string, string>>;
		values: Record<Language, ChallengeText['values']>;
	};
}

const MOST_CACHED_OUTLINES = 200;
const outlineByHash = new Map<string, PinnedChallengeOutline>();

/** Returns the outline of a version; undefined for a project, and for a version that this Braise can no longer open. */
export async function findPinnedChallengeOutline(
	database: Database,
	hash: string | null
): Promise<PinnedChallengeOutline | undefined> {
	if (hash === null) return undefined;
	const cachedOutline = outlineByHash.get(hash);
	if (cachedOutline) return cachedOutline;
	const challenge = await findPackage(database, hash);
	if (!challenge) return undefined;
	if (outlineByHash.size >= MOST_CACHED_OUTLINES) outlineByHash.clear();
	const pinnedOutline = createPinnedChallengeOutline(challenge);
	outlineByHash.set(hash, pinnedOutline);
	return pinnedOutline;
}

function createPinnedChallengeOutline({ steps, text, decision }: Challenge): PinnedChallengeOutline {
	const { fr, en } = text;
	const optionTitlesOf = ({ options }: typeof fr) =>
		Object.fromEntries(Object.entries(options).map(([id, { title }]) => [id, title]));
	return {
		steps: steps.map(({ id, kind }) => ({
			id,
			kind,
			title: { fr: fr.steps[id]?.title ?? id, en: en.steps[id]?.title ?? id }
		})),
		decision: {
			options: decision.options,
			another: decision.another,
			question: { fr: fr.decision.question, en: en.decision.question },
			titles: { fr: optionTitlesOf(fr), en: optionTitlesOf(en) },
			values: { fr: fr.values, en: en.values }
		}
	};
}
