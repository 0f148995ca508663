import { eq } from 'drizzle-orm';
import {
	parseSummaryFigures,
	type ContributorAnswerWithStatus,
	type SummaryFigures,
	type DebateSummaryInWords
} from '#lib/domain/debate-summary.ts';
import type { Language } from '#lib/domain/language.ts';
import type { PinnedChallengeOutline } from '#lib/server/content/pinned-challenge.ts';
import type { Database } from '#lib/server/db/database.ts';
import { assignment, publication, type debateSummary } from '#lib/server/db/schema/index.ts';
import { readCreditedContributor } from '#lib/server/studio/catalogue/people.ts';

/** Leaves the figures out when the version can no longer be opened. */
export function putSummaryInWords(
	{ figures, words }: { figures: unknown; words: string },
	pinnedOutline: PinnedChallengeOutline | undefined,
	language: Language
): DebateSummaryInWords {
	const { choices, stuck }: SummaryFigures = (pinnedOutline && parseSummaryFigures(figures)) ?? {
		choices: [],
		stuck: []
	};
	const titles = pinnedOutline?.decision.titles[language] ?? {};
	return {
		question: pinnedOutline?.decision.question[language] ?? '',
		choices: choices.map(({ option, count }) => ({ title: titles[option] ?? option, count })),
		stuck: stuck.map(({ step, count }) => ({
			title: pinnedOutline?.steps.find(({ id }) => id === step)?.title[language] ?? step,
			count
		})),
		words
	};
}

export const answerOfSummaryRow = ({
	willDo,
	answer: text,
	answeredAt,
	passedAt
}: typeof debateSummary.$inferSelect): ContributorAnswerWithStatus | null =>
	willDo === null || answeredAt === null ? null : { willDo, text, answeredAt, isPassed: passedAt !== null };

/** Read anew each time, because the contributor may erase the name at any moment. */
export async function readAllowedContributorName(
	database: Database,
	assignmentId: string,
	problemId: string
): Promise<string> {
	const [version] = await database
		.select({ shownHash: publication.shownHash })
		.from(assignment)
		.innerJoin(publication, eq(publication.hash, assignment.challengeHash))
		.where(eq(assignment.id, assignmentId));
	return (await readCreditedContributor(database, { problemId, shownHash: version?.shownHash ?? '' }))?.name ?? '';
}
