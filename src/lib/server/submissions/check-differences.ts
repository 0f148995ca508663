import type { Challenge } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import type { CheckDifference } from '#lib/domain/verdict.ts';
import { findPackage } from '#lib/server/content/packages.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { CheckStatus } from '#sandbox/report.ts';

export interface TitledCheckDifference {
	title: string;
	/** Status by the older version; null when it has no such check. */
	before: CheckStatus | null;
	/** Status by the newer version; null when it has no such check. */
	after: CheckStatus | null;
}

/** Each difference once, even when several steps share a check. */
export async function listTitledCheckDifferences(
	database: Database,
	differences: readonly CheckDifference[],
	{ olderHash, newer }: { olderHash: string; newer: { hash: string } },
	language: Language
): Promise<TitledCheckDifference[]> {
	if (differences.length === 0) return [];
	const [olderText, newerText] = [
		(await findPackage(database, olderHash))?.text[language],
		(await findPackage(database, newer.hash))?.text[language]
	];
	const titledDifferences = differences.flatMap((difference) =>
		toTitledCheckDifferences(difference, checkTitleIn(olderText, difference), checkTitleIn(newerText, difference))
	);
	return [...new Map(titledDifferences.map((one) => [JSON.stringify(one), one])).values()];
}

function checkTitleIn(
	text: Challenge['text'][Language] | undefined,
	{ check, held }: CheckDifference
): string | undefined {
	return held ? text?.held?.[check] : text?.checks[check];
}

/** Names a difference. A title says what a check expects, so a changed title means one check removed and one added. */
function toTitledCheckDifferences(
	{ check, before: statusBefore, after: statusAfter }: CheckDifference,
	olderTitle: string | undefined,
	newerTitle: string | undefined
): TitledCheckDifference[] {
	const [before, after] = [statusBefore ?? null, statusAfter ?? null];
	if (before === null || after === null || olderTitle === newerTitle || !olderTitle || !newerTitle) {
		const title = (after === null ? olderTitle : newerTitle) ?? olderTitle ?? newerTitle ?? check;
		return [{ title, before, after }];
	}
	return [
		{ title: olderTitle, before, after: null },
		{ title: newerTitle, before: null, after }
	];
}
