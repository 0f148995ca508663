/** The sender of this page, and the calls other parts of the page may make to it. */
import { markBack } from '../departures.ts';
import { openStorage } from '../open.ts';
import { pairOfPage } from '../person.ts';
import type { Storage } from '../storage.ts';
import { fetchAll, fetchWork } from './fetcher.ts';
import { keepWaiting, waitingHandIns, type WaitingHandIn } from '../hand-ins.ts';
import { createHandInSender, type HandInSender } from './hand-ins.ts';
import { createSender, type Sender } from './sender.ts';
import { httpServer } from './server.ts';
import { setClockWrong, setRoomTaken, setSyncTrouble } from './state.svelte.ts';

/** Milliseconds an opening page waits for works from other machines. */
const PATIENCE = 2000;

const server = httpServer(undefined, setClockWrong);
interface Current {
	account: string;
	storage: Storage;
	sender: Sender;
	handIns: HandInSender;
	first: Promise<void>;
}
let current: Current | null = null;
let starting: Promise<void> = Promise.resolve();

/** Starts sending and fetching for this person. Returns a function that stops both. */
export function startSync(account: string): () => void {
	setSyncTrouble(null);
	setRoomTaken(0);
	markBack(account);
	let ended = false;
	starting = start(account);
	const onpagehide = () => current?.sender.leave();
	const onvisibility = () => {
		if (document.visibilityState === 'hidden') void current?.sender.flush();
		else if (current) void look();
	};
	const ononline = () => void sendNow();
	addEventListener('pagehide', onpagehide);
	addEventListener('online', ononline);
	document.addEventListener('visibilitychange', onvisibility);

	async function start(account: string): Promise<void> {
		const storage = await openStorage({ account });
		if (ended) return storage.close();
		const sender = createSender({
			account,
			storage,
			server,
			ontrouble: setSyncTrouble,
			onroom: setRoomTaken,
			wanted: versionsToHandIn
		});
		const handIns = createHandInSender({
			account,
			flush: (work) => sender.flush(work),
			onanswer: ({ assignment, sent }) => storage.tell({ kind: 'hand-in', assignment, work: sent.work })
		});
		current = { account, storage, sender, handIns, first: fetchAll(account, storage, server, true) };
		void handIns.send();
		if (pairOfPage() === undefined) void sender.flush().then(() => storage.outbox.forgetOthers());
	}

	/** Resolves to the version waiting to be handed in, which must be sent even if its author has continued. */
	async function versionsToHandIn(work: string): Promise<string[]> {
		const waiting = await waitingHandIns(account);
		return waiting.flatMap(({ act, sent }) => (act === 'hand-in' && sent.work === work ? [sent.version] : []));
	}

	return () => {
		ended = true;
		removeEventListener('pagehide', onpagehide);
		removeEventListener('online', ononline);
		document.removeEventListener('visibilitychange', onvisibility);
		stopSync();
	};
}

/** Called when the page is shown again: the network may be back, and another machine may have newer versions. */
async function look(): Promise<void> {
	if (!current) return;
	const { account, storage } = current;
	await sendNow();
	await fetchAll(account, storage, server);
}

/** Resolves when the first fetch is complete, or when it takes too long. */
export async function waitForFirstFetch(): Promise<void> {
	const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
	await Promise.race([starting.then(() => current?.first), patience]);
}

/** Fetches one work; resolves to false when that fails. */
export async function bring(work: string): Promise<boolean> {
	await starting;
	return current !== null && fetchWork(current.account, current.storage, server, work, null);
}

/** Stops sending, before the person leaves. */
export function stopSync(): void {
	current?.sender.stop();
	current?.handIns.stop();
	current?.storage.close();
	current = null;
}

/** Sends waiting changes. Resolves after the attempt. */
export async function sendNow(): Promise<void> {
	await starting;
	await current?.sender.retry();
	await current?.handIns.send();
}

/** Stores a hand-in or take-back first, so every page sends it until the server has answered. */
export async function handInSoon(account: string, waiting: WaitingHandIn): Promise<void> {
	await keepWaiting(account, waiting);
	await starting;
	if (current?.account === account) void sendNow();
}
