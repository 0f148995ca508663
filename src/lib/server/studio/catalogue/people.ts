import { and, eq } from 'drizzle-orm';
import type { Language } from '#lib/domain/language.ts';
import type { ChallengeCredits } from '#lib/domain/publication.ts';
import { isStudioId } from '#lib/domain/identity.ts';
import { findChallenge } from '#lib/server/content/index.ts';
import type { Database } from '#lib/server/db/database.ts';
import { approval, challengePackage, problem, publication } from '#lib/server/db/schema/index.ts';
import type { PublicationRow } from './version-rows.ts';

export async function challengeCreditsOf(
	database: Database,
	row: PublicationRow,
	language: Language
): Promise<ChallengeCredits> {
	const { maker, curator, teacher, madeFrom } = row;
	return {
		contributor: await readCreditedContributor(database, row),
		maker: maker.name,
		curator: curator?.name ?? null,
		teacher: teacher?.name ?? null,
		source:
			madeFrom === null ? null : { id: madeFrom, title: await sourceChallengeTitleOf(database, madeFrom, language) }
	};
}

/**
 * Read anew each time, because the contributor may withdraw the name. Null for a student's card, which never names its
 * contributor.
 */
export async function readCreditedContributor(
	database: Database,
	{ problemId, shownHash }: Pick<PublicationRow, 'problemId' | 'shownHash'>
): Promise<ChallengeCredits['contributor']> {
	if (problemId === null) return null;
	const [found] = await database
		.select({ source: problem.source, name: approval.name })
		.from(problem)
		// Join by the hash alone, not by folder, because the hash stands for everything that the contributor approved.
		.leftJoin(approval, and(eq(approval.problemId, problem.id), eq(approval.hash, shownHash)))
		.where(eq(problem.id, problemId));
	if (found === undefined || found.source === 'student') return null;
	return { name: found.name ?? '', hasApproved: found.name !== null };
}

async function sourceChallengeTitleOf(database: Database, id: string, language: Language): Promise<string> {
	if (!isStudioId(id)) return (await findChallenge(id))?.text[language].title ?? '';
	const [found] = await database
		.select({ titles: challengePackage.titles })
		.from(publication)
		.innerJoin(challengePackage, eq(challengePackage.hash, publication.hash))
		.where(and(eq(publication.challengeId, id), eq(publication.state, 'published')));
	return found?.titles[language] ?? '';
}
