import { tabValueStore } from '#lib/browser-values.ts';
import { newId } from '#lib/domain/identity.ts';
import type { StorageChange } from '../channel.ts';
import type { WorkStorage } from '../storage.ts';
import { CurrentSyncTrouble } from './current-trouble.ts';
import { createFileSender, type SendFilesResult } from './own-files.ts';
import { PreparedRequests } from './prepared-requests.ts';
import { createRemovalSender } from './removals.ts';
import type { WorkServerClient } from './server.ts';
import { SendSchedule } from './send-schedule.ts';
import type { SyncTrouble } from './trouble.ts';
import { createVersionSender } from './version-sender.ts';

/** Milliseconds of the lease: longer than a send takes. When a tab closes while it sends, other tabs wait this long. */
const SEND_LEASE_MS = 15_000;

export interface WorkSenderOptions {
	account: string;
	storage: WorkStorage;
	server: WorkServerClient;
	now?: () => number;
	random?: () => number;
	ontrouble: (trouble: SyncTrouble | null) => void;
	/** Called with the percentage of the account's quota in use. */
	onquotause?: (taken: number) => void;
	/** Sends the own files of a work, which are no part of its versions. */
	sendFiles?: (workId: string) => Promise<SendFilesResult>;
	findWorksWithUnsentFiles?: () => Promise<string[]>;
	/** Called when the server no longer has a work as it was, so that it may lack the work's own files too. */
	forgetSentFiles?: (workId: string) => Promise<void>;
	/** Resolves to the versions of a work that the server needs besides the head. */
	findWantedVersions?: (workId: string) => Promise<string[]>;
}

export interface WorkSender {
	sendWorks(workId?: string): Promise<void>;
	/** Sends the versions of one work. Resolves after the attempt, while its own files may still be on their way. */
	sendVersions(workId: string): Promise<void>;
	/** Called when the page is left: sends prepared requests without waiting for answers. */
	sendPreparedRequests(): void;
	/** Called when the network is back or a person has signed in again. Resolves when the versions are sent, or the attempt failed. */
	retryNow(): Promise<void>;
	sendRemovals(): Promise<void>;
	sendWaitingOwnFiles(): Promise<void>;
	stop(): void;
}

export function createWorkSender({ account, storage, server, ontrouble, ...options }: WorkSenderOptions): WorkSender {
	// A clock that never goes back, because the system clock may be corrected during a lesson.
	const now = options.now ?? (() => performance.now());
	const random = options.random ?? Math.random;
	const onquotause = options.onquotause ?? (() => undefined);
	const { outbox } = storage;
	const leaseHolder = senderLeaseHolderOfTab();
	const schedule = new SendSchedule({ now, random, ondue: () => void startSending() });
	const currentTrouble = new CurrentSyncTrouble((trouble) => {
		ontrouble(trouble);
		storage.announce({ kind: 'trouble', trouble });
	});
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
			ontrouble: (reason, work) => currentTrouble.begin(reason, work)
		});
	const sendVersionsOfWork = createVersionSender({
		account,
		storage,
		server,
		schedule,
		currentTrouble,
		preparedRequests,
		findWantedVersions: options.findWantedVersions ?? (() => Promise.resolve([])),
		forgetSentFiles: options.forgetSentFiles,
		onquotause,
		isStopped: () => isStopped
	});
	let runningSend: Promise<void> | null = null;
	let isStopped = false;

	function startSending(): Promise<void> {
		return (runningSend ??= sendDueWorks().finally(() => {
			runningSend = null;
			schedule.setTimer();
		}));
	}

	async function sendDueWorks(): Promise<void> {
		for (const id of schedule.listDueWorks()) {
			if (isStopped || schedule.isPaused()) return;
			if (!(await outbox.acquireLease(leaseHolder, SEND_LEASE_MS))) {
				// Another tab is sending. When that tab closes, its lease runs out.
				return schedule.pause(SEND_LEASE_MS / 3);
			}
			schedule.noteSendAttempt(id);
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
		const result = await sendVersionsOfWork(id);
		// After a refusal no own files are sent, so that this refusal stays the message shown.
		if (result === 'sent') void fileSender?.send(id);
		return result !== 'paused';
	}

	function noteSentFiles(workId: string, taken: number | null): void {
		if (taken !== null) {
			onquotause(taken);
			// The server has answered, even if no version had to be sent.
			schedule.noteSendSuccess();
			currentTrouble.endCommonTrouble();
		}
		currentTrouble.endTroubleOf(workId);
	}

	function handleChange(change: StorageChange): void {
		if (change.kind === 'trouble') {
			currentTrouble.takeOverTrouble(change.trouble);
			return ontrouble(change.trouble);
		}
		if (change.kind === 'removed' || change.kind === 'sent') currentTrouble.forgetWork(change.work);
		if (change.kind === 'removed') return removalSender.sendLater();
		if (change.kind === 'sent') {
			schedule.noteWorkSent(change.work);
			return preparedRequests.dropRequest(change.work);
		}
		if (change.kind !== 'saved') return;
		const { work, sealed = false, keepsOnly = false } = change;
		preparedRequests.prepareAfterEdits(work);
		schedule.planChangedWork(work, { isUrgent: sealed, changesOnlyStore: keepsOnly });
	}

	async function sendVersions(id: string): Promise<void> {
		await makeDueAndSend(id);
		// The attempt that was under way may have begun before this work was due: send again.
		if (schedule.isWorkDue(id)) await startSending();
	}

	async function sendWorks(id?: string): Promise<void> {
		await makeDueAndSend(id);
		await sendWaitingOwnFiles();
	}

	const sendWaitingOwnFiles = (): Promise<void> => fileSender?.send() ?? Promise.resolve();

	async function makeDueAndSend(id?: string): Promise<void> {
		await runningSend;
		const unsentIds = id === undefined ? await outbox.listUnsentWorks(account) : [id];
		if (Array.isArray(unsentIds)) for (const one of unsentIds) schedule.makeWorkDue(one);
		if (id === undefined)
			for (const one of (await options.findWorksWithUnsentFiles?.()) ?? []) schedule.makeWorkDue(one);
		await startSending();
	}

	async function retryNow(): Promise<void> {
		// An attempt that began without network may still fail and set a pause: wait for its end.
		await runningSend;
		schedule.endPause();
		fileSender?.endPause();
		void removalSender.send();
		await makeDueAndSend();
	}

	const unsubscribe = storage.subscribe(handleChange);
	void sendWorks().then(() => removalSender.send());

	return {
		sendWorks,
		sendVersions,
		retryNow,
		sendWaitingOwnFiles,
		sendRemovals: () => removalSender.send({ includesUndoable: true }),
		sendPreparedRequests: () => preparedRequests.send(server),
		stop() {
			isStopped = true;
			schedule.stop();
			fileSender?.stop();
			removalSender.stop();
			preparedRequests.stop();
			unsubscribe();
		}
	};
}

/** Returns an id of this tab, the same across reloads, so that the tab keeps its lease. */
function senderLeaseHolderOfTab(): string {
	const holder = tabValueStore.read('braise.sender') ?? newId();
	tabValueStore.write('braise.sender', holder);
	return holder;
}
