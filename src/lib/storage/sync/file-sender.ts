/** Sends works' own files, with growing pauses after failures; versions do not wait for them. */
import type { SendFilesResult } from './own-files.ts';
import { blocksEveryWork, troubleReasonOf } from './refusals.ts';
import type { SyncTroubleReason } from './trouble.ts';
import { computeRetryWaitLimitMs, LONGEST_RETRY_WAIT_MS } from './retry-waits.ts';

export interface FileSenderOptions {
	/** Sends the own files of one work. */
	sendFiles: (workId: string) => Promise<SendFilesResult>;
	/** Resolves to whether only this tab may send own files for this many milliseconds. */
	acquireLease: (milliseconds: number) => Promise<boolean>;
	now: () => number;
	random: () => number;
	/** Called after a work's own files were sent. `taken`: percentage of the account's quota in use; null when nothing had to be sent. */
	onsent: (workId: string, taken: number | null) => void;
	/** Called after a failure. `workId` is null when the failure blocks the own files of all works. */
	ontrouble: (reason: SyncTroubleReason, workId: string | null) => void;
}

export interface FileSender {
	/** Sends the own files of these works, and of works that already wait. Resolves after the attempt. */
	send(...works: string[]): Promise<void>;
	/** Ends the pause after a failure. */
	endPause(): void;
	stop(): void;
}

/**
 * Milliseconds of the lease: longer than sending the largest own file takes on a slow line. When a tab closes while it sends, other tabs
 * wait this long.
 */
const FILE_SEND_LEASE_MS = 150_000;
const OTHER_TAB_WAIT_MS = 5000;

export function createFileSender(options: FileSenderOptions): FileSender {
	const { now, random } = options;
	const waitingWorks = new Set<string>();
	let runningAttempt: Promise<void> | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let pausedUntil = 0;
	let failureCount = 0;
	let isStopped = false;

	function pauseWork(workId: string, milliseconds: number): void {
		waitingWorks.add(workId);
		pausedUntil = now() + milliseconds;
	}

	function pauseAfterFailure(workId: string, reason: SyncTroubleReason): void {
		failureCount++;
		pauseWork(workId, computeRetryWaitLimitMs(failureCount) * (0.5 + random() / 2));
		options.ontrouble(reason, null);
	}

	async function sendWaitingFiles(): Promise<void> {
		for (const work of waitingWorks) {
			if (isStopped || now() < pausedUntil) return;
			waitingWorks.delete(work);
			if (await options.acquireLease(FILE_SEND_LEASE_MS)) {
				const result = await options.sendFiles(work);
				await options.acquireLease(0);
				if (!isStopped) handleSendResult(work, result);
			} else pauseWork(work, OTHER_TAB_WAIT_MS);
		}
	}

	function handleSendResult(workId: string, result: SendFilesResult): void {
		if (result.kind === 'unanswered') return pauseAfterFailure(workId, result.reason);
		if (result.kind === 'sent') {
			failureCount = 0;
			return options.onsent(workId, result.taken);
		}
		if (result.reason === 'too-often')
			return pauseWork(workId, (result.seconds ?? LONGEST_RETRY_WAIT_MS / 1000) * 1000 * (1 + random() / 2));
		if (blocksEveryWork(result.reason)) return pauseAfterFailure(workId, troubleReasonOf(result.reason));
		options.ontrouble(troubleReasonOf(result.reason), workId);
	}

	function startSending(): Promise<void> {
		clearTimeout(timer);
		return (runningAttempt ??= sendWaitingFiles().finally(() => {
			runningAttempt = null;
			if (!isStopped && waitingWorks.size > 0)
				timer = setTimeout(() => void startSending(), Math.max(0, pausedUntil - now()));
		}));
	}

	return {
		send(...works) {
			for (const work of works) waitingWorks.add(work);
			return startSending();
		},
		endPause: () => void (pausedUntil = 0),
		stop() {
			isStopped = true;
			clearTimeout(timer);
		}
	};
}
