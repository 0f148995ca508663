import type { ServerWorkSummary } from '#lib/wire/sync.ts';
import { storePseudonyms } from '../pseudonyms.ts';
import { pairOfPage } from '../person.ts';
import type { WorkStorage } from '../storage.ts';
import { announceSyncResult } from './current-trouble.ts';
import type { WorkServerClient } from './server.ts';

/** Number of recent works that are fetched first; older works are fetched when opened. */
const MOST_FIRST_FETCHED_WORKS = 60;

export interface WorkFetchOptions {
	account: string;
	storage: WorkStorage;
	server: WorkServerClient;
	/** Tells whether the page has stopped syncing, because its person may have left: nothing more is requested or stored. */
	isStopped: () => boolean;
}

/** Fetches works that are newer on the server. `isFirstFetch`: the page has no work open yet. */
export async function fetchNewerWorks(options: WorkFetchOptions, isFirstFetch = false): Promise<void> {
	const { account, storage, server, isStopped } = options;
	const listResult = await server.list(account);
	if (listResult.kind !== 'works' || isStopped()) return;
	const headsOnServer = await storage.outbox.readServerHeads();
	if (!(headsOnServer instanceof Map) || isStopped()) return;
	storePseudonyms(account, listResult.names);
	await storage.outbox.adoptAuthors(listResult.works);
	// When a pair sits together again, the other student's earlier decisions are fetched with the works.
	const besideAccount = pairOfPage()?.other.id;
	const changedWorks = listResult.works.filter(
		({ id, head, authors }) =>
			headsOnServer.get(id) !== head || (besideAccount !== undefined && authors.includes(besideAccount))
	);
	for (const { id } of changedWorks.slice(0, MOST_FIRST_FETCHED_WORKS)) {
		if (isStopped()) return;
		await fetchWork(options, id, headsOnServer.get(id) ?? null);
	}
	if (isFirstFetch && !isStopped()) await moveVersionsIntoCopies(storage, listResult.works, headsOnServer);
}

async function moveVersionsIntoCopies(
	storage: WorkStorage,
	works: ServerWorkSummary[],
	heads: Map<string, unknown>
): Promise<void> {
	const ownWorkIds = new Set(works.map(({ id }) => id));
	for (const { id, copyOf } of works)
		if (copyOf !== null && !ownWorkIds.has(copyOf) && heads.has(copyOf))
			await storage.outbox.moveWorkIntoCopy(copyOf, id);
}

/**
 * Fetches a work and resolves to whether it is stored here now. `acceptedHead` is the server's head that this browser has accepted, null for
 * none; absent when that is not known.
 */
export async function fetchWork(
	{ account, storage, server, isStopped }: WorkFetchOptions,
	workId: string,
	acceptedHead?: string | null
): Promise<boolean> {
	const answer = await server.read(account, workId, acceptedHead ?? null);
	if (answer.kind !== 'work' || isStopped()) return false;
	const outcome = await storage.outbox.applyFetchedWork(answer, acceptedHead);
	if (outcome.kind === 'failed') return false;
	announceSyncResult(storage, workId, outcome);
	return true;
}
