import { unmarkAccountDeparted, pairOfPage } from '../person.ts';
import { openStorage } from '../open.ts';
import { forgetSentFiles } from '../own-files.ts';
import type { WorkStorage } from '../storage.ts';
import { fetchNewerWorks, fetchWork, type WorkFetchOptions } from './fetcher.ts';
import { storeWaitingHandIn, readWaitingHandIns, type WaitingHandIn } from '../hand-ins.ts';
import { createHandInSender, type HandInSender } from './hand-ins.ts';
import { sendOwnFiles, findWorksWithUnsentFiles } from './own-files.ts';
import { createWorkSender, type WorkSender } from './sender.ts';
import { createWorkServerClient } from './server.ts';
import { setClockWrong, setUsedQuotaPercent, setSyncTrouble } from './state.svelte.ts';

const workServerClient = createWorkServerClient(undefined, setClockWrong);
interface RunningSync {
	account: string;
	storage: WorkStorage;
	fetchOptions: WorkFetchOptions;
	sender: WorkSender;
	handIns: HandInSender;
	firstFetch: Promise<void>;
}
let runningSync: RunningSync | null = null;
let startingSync: Promise<void> = Promise.resolve();

export function startSync(account: string): () => void {
	setSyncTrouble(null);
	setUsedQuotaPercent(0);
	unmarkAccountDeparted(account);
	let hasEnded = false;
	startingSync = startSenders(account);
	const onpagehide = () => runningSync?.sender.sendPreparedRequests();
	const onvisibilitychange = () => {
		if (document.visibilityState === 'hidden') void runningSync?.sender.sendWorks();
		else if (runningSync) void sendAndFetchWorks();
	};
	const ononline = () => void sendChangesNow();
	addEventListener('pagehide', onpagehide);
	addEventListener('online', ononline);
	document.addEventListener('visibilitychange', onvisibilitychange);

	async function startSenders(account: string): Promise<void> {
		const storage = await openStorage({ account });
		if (hasEnded) return storage.close();
		const sender = createWorkSender({
			account,
			storage,
			server: workServerClient,
			ontrouble: setSyncTrouble,
			onquotause: setUsedQuotaPercent,
			sendFiles: (work) => sendOwnFiles(account, storage, workServerClient, work),
			findWorksWithUnsentFiles: () => findWorksWithUnsentFiles(account, storage),
			forgetSentFiles: (work) => forgetSentFiles(account, work),
			findWantedVersions: findVersionsToHandIn
		});
		const handIns = createHandInSender({
			account,
			sendWork: (work) => sender.sendVersions(work),
			isVersionUnsent: (work, version) => storage.outbox.isVersionUnsent(work, version),
			onanswer: ({ assignment, sent }, ownSubmissions) =>
				storage.announce({ kind: 'hand-in', assignment, work: sent.work, ownSubmissions })
		});
		const isStopped = () => runningSync?.storage !== storage;
		const fetchOptions = { account, storage, server: workServerClient, isStopped };
		runningSync = { account, storage, fetchOptions, sender, handIns, firstFetch: fetchNewerWorks(fetchOptions, true) };
		void handIns.send();
		if (pairOfPage() === undefined) void sender.sendWorks().then(() => storage.outbox.forgetOthersDecisions());
	}

	/** Resolves to the versions of a work that wait to be handed in; they must be sent even if their author has gone on. */
	async function findVersionsToHandIn(workId: string): Promise<string[]> {
		const waitingHandIns = await readWaitingHandIns(account);
		return waitingHandIns.flatMap(({ act, sent }) => (act === 'hand-in' && sent.work === workId ? [sent.version] : []));
	}

	return () => {
		hasEnded = true;
		removeEventListener('pagehide', onpagehide);
		removeEventListener('online', ononline);
		document.removeEventListener('visibilitychange', onvisibilitychange);
		stopSync();
	};
}

/** Sends and fetches again when the page is shown: the network may be back, and another machine may have newer versions. */
async function sendAndFetchWorks(): Promise<void> {
	const fetchOptions = runningSync?.fetchOptions;
	await sendChangesNow();
	if (fetchOptions && !fetchOptions.isStopped()) await fetchNewerWorks(fetchOptions);
}

/** Resolves when the first fetch is complete. */
export async function waitForFirstFetch(): Promise<void> {
	await startingSync;
	await runningSync?.firstFetch;
}

export async function fetchOneWork(workId: string): Promise<boolean> {
	await startingSync;
	return runningSync !== null && fetchWork(runningSync.fetchOptions, workId);
}

export function stopSync(): void {
	runningSync?.sender.stop();
	runningSync?.handIns.stop();
	runningSync?.storage.close();
	runningSync = null;
}

export async function sendChangesNow(): Promise<void> {
	await startingSync;
	await runningSync?.sender.retryNow();
	await runningSync?.handIns.send();
	// Send own files last: neither a version nor a hand-in waits for them.
	await runningSync?.sender.sendWaitingOwnFiles();
}

/** Sends waiting changes before the person leaves: nobody can undo a removal here any more. Resolves after the attempt. */
export async function sendBeforeLeaving(): Promise<void> {
	await sendChangesNow();
	await runningSync?.sender.sendRemovals();
}

/** Stores a hand-in or take-back before sending it, so that every page sends it until the server has answered. */
export async function queueHandIn(account: string, waitingHandIn: WaitingHandIn): Promise<void> {
	await storeWaitingHandIn(account, waitingHandIn);
	await startingSync;
	if (runningSync?.account === account) void sendChangesNow();
}
