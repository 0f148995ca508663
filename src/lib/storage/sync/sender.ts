/** Sends unsent works while a page is open, with increasing pauses after failures. */
import { tabValues } from '#lib/browser-values.ts';
import { newId } from '#lib/domain/identity.ts';
import type { StorageChange } from '../channel.ts';
import type { WorkStorage } from '../storage.ts';
import { announceOutcome } from './announce-outcome.ts';
import { createFileSender } from './file-sender.ts';
import type { SendFilesResult } from './own-files.ts';
import { PreparedRequests } from './prepared-requests.ts';
import { blocksEveryWork, troubleReasonOf } from './refusals.ts';
import { createRemovalSender } from './removals.ts';
import type { WorkServer } from './server.ts';
import type { SyncTrouble, TroubleReason } from './trouble.ts';
import { longestRetryWait, LONGEST_WAIT_MS } from './retry-waits.ts';

/** Milliseconds between sends of one work; step changes and leaving the page send at once. */
const SEND_GAP_MS = 30_000;
/** Milliseconds from the first edit in a while to its sending, so that a single change soon reaches the server. */
const FIRST_DELAY_MS = 4000;
/** Milliseconds between sends of a work in which only what its program keeps has changed. Leaving the page sends at once. */
const KEPT_GAP_MS = 600_000;
/** Milliseconds from the first such change to its sending. */
const KEPT_DELAY_MS = 60_000;
/** Milliseconds of the lease: longer than a send takes. When a tab closes while it sends, other tabs wait this long. */
const LEASE_MS = 15_000;
/** Upper limit of requests in one send, in case the server keeps asking for another request. */
const MOST_ROUNDS = 4;

export interface SenderOptions {
	account: string;
	storage: WorkStorage;
	server: WorkServer;
	/** Returns milliseconds of a clock that never goes back. */
	now?: () => number;
	random?: () => number;
	ontrouble: (trouble: SyncTrouble | null) => void;
	/** Called with the percentage of the account's quota in use. */
	onquotause?: (taken: number) => void;
	/** Sends the own files of a work, which stand beside its versions. */
	sendFiles?: (workId: string) => Promise<SendFilesResult>;
	/** Resolves to the works with unsent own files. */
	findWorksWithUnsentFiles?: () => Promise<string[]>;
	/** Called when the server no longer has a work as it was, so that it may lack the work's own files too. */
	forgetSentFiles?: (workId: string) => Promise<void>;
	/** Resolves to the versions of a work that the server needs besides the head. */
	wantedVersions?: (workId: string) => Promise<string[]>;
}

export interface WorkSender {
	/** Sends one work or all, with their own files. Resolves after the attempt. */
	sendWorks(workId?: string): Promise<void>;
	/** Sends the versions of one work. Resolves after the attempt, while its own files may still be on their way. */
	sendVersions(workId: string): Promise<void>;
	/** Called when the page is left: sends prepared requests without waiting for answers. */
	sendPrepared(): void;
	/** Called when the network is back or a person has signed in again. Resolves when the versions are sent, or the attempt failed. */
	retryNow(): Promise<void>;
	/** Resolves after an attempt to send the own files that wait. */
	waitForFiles(): Promise<void>;
	stop(): void;
}

export function createWorkSender({ account, storage, server, ontrouble, ...options }: SenderOptions): WorkSender {
	// A clock that never goes back, because the system clock may be corrected during a lesson.
	const now = options.now ?? (() => performance.now());
	const random = options.random ?? Math.random;
	const wantedVersions = options.wantedVersions ?? (() => Promise.resolve([]));
	const onquotause = options.onquotause ?? (() => undefined);
	const { outbox } = storage;
	const leaseHolder = leaseHolderOfTab();
	const dueTimeByWork = new Map<string, number>();
	const lastSentTimeByWork = new Map<string, number>();
	const preparedRequests = new PreparedRequests(account, outbox);
	const removalSender = createRemovalSender({ account, outbox, server, forgetSentFiles: options.forgetSentFiles });
	const { sendFiles } = options;
	const fileSender =
		sendFiles &&
		createFileSender({
			sendFiles,
			acquireLease: (milliseconds) => outbox.acquireLease(leaseHolder, milliseconds, 'files'),
			now,
			random,
			onsent: noteSentFiles,
			ontrouble: (reason, work) => setTrouble({ reason, work })
		});
	let failureCount = 0;
	/** Moment before which nothing is sent, after a failure. */
	let pausedUntil = 0;
	let runningSend: Promise<void> | null = null;
	let sendTimer: ReturnType<typeof setTimeout> | undefined;
	let isStopped = false;
	let areVersionsRefused = false;
	/** Works that a full account refused when they were sent last. */
	const worksWithoutRoom = new Set<string>();
	let currentTrouble: SyncTrouble | null = null;

	function setTrouble(newTrouble: SyncTrouble | null): void {
		if (currentTrouble?.reason === newTrouble?.reason && currentTrouble?.work === newTrouble?.work) return;
		currentTrouble = newTrouble;
		ontrouble(newTrouble);
		storage.announce({ kind: 'trouble', trouble: newTrouble });
	}

	function planSend(workId: string, at: number): void {
		dueTimeByWork.set(workId, Math.min(dueTimeByWork.get(workId) ?? Infinity, at));
		setSendTimer();
	}

	function setSendTimer(): void {
		clearTimeout(sendTimer);
		if (isStopped || dueTimeByWork.size === 0) return;
		const at = Math.max(pausedUntil, Math.min(...dueTimeByWork.values()));
		sendTimer = setTimeout(() => void startSending(), Math.max(0, at - now()));
	}

	function startSending(): Promise<void> {
		return (runningSend ??= sendDue().finally(() => {
			runningSend = null;
			setSendTimer();
		}));
	}

	async function sendDue(): Promise<void> {
		for (const [id, at] of [...dueTimeByWork]) {
			if (isStopped || at > now() || now() < pausedUntil) continue;
			if (!(await outbox.acquireLease(leaseHolder, LEASE_MS))) {
				// Another tab is sending. When that tab closes, its lease runs out.
				pausedUntil = now() + LEASE_MS / 3;
				return;
			}
			dueTimeByWork.delete(id);
			const mayGoOn = await sendWork(id);
			await outbox.acquireLease(leaseHolder, 0);
			if (!mayGoOn) return;
		}
	}

	/**
	 * Sends a work's versions, then its own files, which the server takes only for a work that it has. Resolves to false when nothing more
	 * should be tried for now.
	 */
	async function sendWork(id: string): Promise<boolean> {
		areVersionsRefused = false;
		const mayGoOn = await sendVersionsOf(id);
		// The server refused the versions: send no own files, so that this refusal stays the message shown.
		if (mayGoOn && !areVersionsRefused) void fileSender?.send(id);
		return mayGoOn;
	}

	function noteSentFiles(workId: string, taken: number | null): void {
		if (taken !== null) {
			onquotause(taken);
			// The server answers again, though there was no version to send.
			failureCount = 0;
			endCommonTrouble();
		}
		if (currentTrouble?.work === workId) setTrouble(null);
	}

	/** Ends a trouble of every work, except a full account that still refuses a work. */
	function endCommonTrouble(): void {
		const isStillFull = currentTrouble?.reason === 'account-full' && worksWithoutRoom.size > 0;
		if (currentTrouble?.work === null && !isStillFull) setTrouble(null);
	}

	async function sendVersionsOf(id: string): Promise<boolean> {
		for (let roundNumber = 1; roundNumber <= MOST_ROUNDS; roundNumber++) {
			const request = await outbox.composeRequest(account, id, true, await wantedVersions(id));
			if (request === null || 'kind' in request) break;
			const answer = await server.put(request);
			if (isStopped) return false;
			if (answer.kind === 'unanswered') return pauseAfterFailure(id, answer.reason);
			if (answer.kind === 'refused' && answer.reason === 'too-often') return pauseAsAsked(id, answer.seconds);
			if (answer.kind === 'stored') onquotause(answer.taken ?? 0);
			lastSentTimeByWork.set(id, now());
			const outcome = await outbox.applyAnswer(request, answer);
			preparedRequests.dropRequest(id);
			// The server was restored from a backup, or another machine removed the work: it may lack the work's own files.
			if (answer.kind === 'refused' && outcome.kind === 'again') await options.forgetSentFiles?.(id);
			if (outcome.kind === 'failed') break;
			if (outcome.kind === 'refused') {
				if (blocksEveryWork(outcome.reason)) return pauseAfterFailure(id, troubleReasonOf(outcome.reason));
				// A full account is said of every work, because works that wait are refused one after the other.
				const reason = troubleReasonOf(outcome.reason);
				if (reason === 'account-full') worksWithoutRoom.add(id);
				setTrouble({ reason, work: reason === 'account-full' ? null : id });
				areVersionsRefused = true;
				return true;
			}
			failureCount = 0;
			worksWithoutRoom.delete(id);
			endCommonTrouble();
			if (currentTrouble?.work === id) setTrouble(null);
			announceOutcome(storage, id, outcome);
			if (outcome.kind !== 'again') {
				// Send again while more versions wait besides the head.
				const nextRequest = await outbox.composeRequest(account, id, false, await wantedVersions(id));
				if (nextRequest === null || 'kind' in nextRequest) break;
			}
		}
		return true;
	}

	function pauseAfterFailure(id: string, reason: TroubleReason): false {
		failureCount++;
		pausedUntil = now() + longestRetryWait(failureCount) * (0.5 + random() / 2);
		dueTimeByWork.set(id, now());
		setTrouble({ reason, work: null });
		return false;
	}

	/** Pauses because the busy server asks for a delay, which is not reported as a trouble. */
	function pauseAsAsked(id: string, seconds = LONGEST_WAIT_MS / 1000): false {
		pausedUntil = now() + seconds * 1000 * (1 + random() / 2);
		dueTimeByWork.set(id, now());
		return false;
	}

	function handleChange(change: StorageChange): void {
		if (change.kind === 'trouble') return ontrouble((currentTrouble = change.trouble));
		if (change.kind === 'removed') {
			worksWithoutRoom.delete(change.work);
			return removalSender.sendLater();
		}
		if (change.kind === 'sent') {
			lastSentTimeByWork.set(change.work, now());
			preparedRequests.dropRequest(change.work);
			return;
		}
		if (change.kind !== 'saved') return;
		preparedRequests.prepareAfterEdits(change.work);
		const lastSent = lastSentTimeByWork.get(change.work) ?? -Infinity;
		const [delay, gap] = change.keepsOnly ? [KEPT_DELAY_MS, KEPT_GAP_MS] : [FIRST_DELAY_MS, SEND_GAP_MS];
		planSend(change.work, change.sealed ? now() : Math.max(now() + delay, lastSent + gap));
	}

	async function sendVersions(id: string): Promise<void> {
		await sendDueWith(id);
		// The attempt that was under way may have begun before this work was due: send again.
		if (dueTimeByWork.has(id)) await startSending();
	}

	async function sendWorks(id?: string): Promise<void> {
		await sendDueWith(id);
		await waitForFiles();
	}

	const waitForFiles = (): Promise<void> => fileSender?.send() ?? Promise.resolve();

	/** Makes one work or all due, and sends what is due. */
	async function sendDueWith(id?: string): Promise<void> {
		await runningSend;
		const unsentIds = id === undefined ? await outbox.listUnsent(account) : [id];
		if (Array.isArray(unsentIds)) for (const one of unsentIds) dueTimeByWork.set(one, 0);
		if (id === undefined)
			for (const one of (await options.findWorksWithUnsentFiles?.()) ?? []) dueTimeByWork.set(one, 0);
		await startSending();
	}

	async function retryNow(): Promise<void> {
		// An attempt that began without the network may still fail and set a pause: wait for its end.
		await runningSend;
		pausedUntil = 0;
		fileSender?.endPause();
		await sendDueWith();
	}

	const unsubscribe = storage.subscribe(handleChange);
	void sendWorks().then(() => removalSender.send());

	return {
		sendWorks,
		sendVersions,
		retryNow,
		waitForFiles,
		sendPrepared: () => preparedRequests.send(server),
		stop() {
			isStopped = true;
			clearTimeout(sendTimer);
			fileSender?.stop();
			removalSender.stop();
			preparedRequests.stop();
			unsubscribe();
		}
	};
}

/** Returns an id of this tab, the same across reloads, so that the tab keeps its lease. */
function leaseHolderOfTab(): string {
	const holder = tabValues.read('braise.sender') ?? newId();
	tabValues.write('braise.sender', holder);
	return holder;
}
