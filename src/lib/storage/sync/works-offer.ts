/** Offers a visitor's works in this browser to whoever signs in; none moves without consent. */
import * as v from 'valibot';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { browserValueStore } from '#lib/browser-values.ts';
import { moveCovers } from '../covers.ts';
import { openStorage } from '../open.ts';
import { copyOwnFiles, fileHashesInRows } from '../own-files.ts';
import { movePortfolioChoice } from '../portfolio-choice.ts';
import type { WorkStorage, WorkSummary } from '../storage.ts';

const OFFER_ANSWERS_KEY_PREFIX = 'braise.offered.';

/** Resolves to the visitor's works for which this person has not accepted or refused the offer yet. */
export async function findVisitorWorksToOffer(account: string): Promise<WorkSummary[]> {
	const visitorStorage = await openStorage({ account: null });
	const listResult = await visitorStorage.listWorks();
	visitorStorage.close();
	if (listResult.kind === 'failed' || visitorStorage.persistence.kind === 'memory') return [];
	const answeredIds = readAnsweredOfferIds(account);
	return listResult.works.filter(({ work, openVersion }) => openVersion !== null && !answeredIds.includes(work.id));
}

/**
 * Moves works with their history into the account's store, and resolves to those that were moved. It writes before it removes: an
 * interruption leaves both copies, and a repeated move merges them.
 */
export async function moveVisitorWorks(
	account: string,
	workIds: string[],
	openStorageFor: (account: string | null) => Promise<WorkStorage> = openStorageOf
) {
	const [visitorStorage, accountStorage] = [await openStorageFor(null), await openStorageFor(account)];
	const movedWorkIds: string[] = [];
	try {
		for (const work of workIds) {
			const rows = await visitorStorage.readRowsOfWork(work);
			if (rows.kind === 'failed' || accountStorage.persistence.kind === 'memory') continue;
			// Copy own files first, so that no version names an own file that is not there.
			if (!(await copyOwnFiles(null, account, fileHashesInRows(rows)))) continue;
			const restoreResult = await accountStorage.restoreRows(rows);
			if (restoreResult.kind === 'failed') continue;
			movedWorkIds.push(work);
			await visitorStorage.removeWork(work);
		}
	} finally {
		visitorStorage.close();
		accountStorage.close();
	}
	await moveCovers(null, account, movedWorkIds);
	movePortfolioChoice(account, movedWorkIds);
	return movedWorkIds;
}

const openStorageOf = (account: string | null) => openStorage({ account });

/** Remembers that this person answered about these works. Where storage is refused, the works are offered again. */
export function recordWorksOfferAnswers(account: string, workIds: string[]): void {
	const answeredIds = [...new Set([...readAnsweredOfferIds(account), ...workIds])].slice(-500);
	browserValueStore.write(OFFER_ANSWERS_KEY_PREFIX + account, JSON.stringify(answeredIds));
}

export const forgetOfferAnswers = (account: string): void =>
	browserValueStore.remove(OFFER_ANSWERS_KEY_PREFIX + account);

function readAnsweredOfferIds(account: string): string[] {
	return parseWithSchema(v.array(v.string()), browserValueStore.readJson(OFFER_ANSWERS_KEY_PREFIX + account)) ?? [];
}
