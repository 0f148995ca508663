/** Offers a visitor's works in this browser to whoever signs in; none moves without consent. */
import * as v from 'valibot';
import { browserValues } from '#lib/browser-values.ts';
import { openStorage } from '../open.ts';
import { copyOwnFiles, fileHashesInRows } from '../own-files.ts';
import { movePortfolioChoice } from '../portfolio-choice.ts';
import type { WorkStorage, WorkSummary } from '../storage.ts';

const KEY_PREFIX = 'braise.offered.';

/** Resolves to the visitor's works for which this person has not accepted or refused the offer yet. */
export async function findWorksToOffer(account: string): Promise<WorkSummary[]> {
	const visitor = await openStorage({ account: null });
	const listResult = await visitor.listWorks();
	visitor.close();
	if (listResult.kind === 'failed' || visitor.place.kind === 'memory') return [];
	const answeredIds = answeredWorks(account);
	return listResult.works.filter(({ work, openVersion }) => openVersion !== null && !answeredIds.includes(work.id));
}

/**
 * Moves works with their history into the account's store, and resolves to those that were moved. It writes before it removes: an
 * interruption leaves both copies, and a repeated move merges them.
 */
export async function moveOfferedWorks(
	account: string,
	works: string[],
	open: (account: string | null) => Promise<WorkStorage> = openStorageOf
) {
	const [visitor, own] = [await open(null), await open(account)];
	const movedWorks: string[] = [];
	try {
		for (const work of works) {
			const rows = await visitor.rowsOf(work);
			if (rows.kind === 'failed' || own.place.kind === 'memory') continue;
			// Copy pictures first, so that no version names a picture that is not there.
			if (!(await copyOwnFiles(null, account, fileHashesInRows(rows)))) continue;
			const restoreResult = await own.restoreRows(rows);
			if (restoreResult.kind === 'failed') continue;
			movedWorks.push(work);
			await visitor.removeWork(work);
		}
	} finally {
		visitor.close();
		own.close();
	}
	movePortfolioChoice(account, movedWorks);
	return movedWorks;
}

const openStorageOf = (account: string | null) => openStorage({ account });

/** Remembers that this person answered about these works. Where storage is refused, the works are offered again. */
export function recordOfferAnswers(account: string, works: string[]): void {
	const all = [...new Set([...answeredWorks(account), ...works])].slice(-500);
	browserValues.write(KEY_PREFIX + account, JSON.stringify(all));
}

function answeredWorks(account: string): string[] {
	const result = v.safeParse(v.array(v.string()), browserValues.readJson(KEY_PREFIX + account));
	return result.success ? result.output : [];
}
