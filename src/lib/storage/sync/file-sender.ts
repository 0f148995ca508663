/** Sends works' pictures, for which versions do not wait, with growing pauses after failures. */
import type { SendFilesResult } from './own-files.ts';
import { blocksEveryWork, troubleReasonOf } from './refusals.ts';
import type { TroubleReason } from './trouble.ts';
import { longestRetryWait, LONGEST_WAIT_MS } from './retry-waits.ts';

export interface FileSenderOptions {
	/** Sends the pictures of one work. */
	sendFiles: (work: string) => Promise<SendFilesResult>;
	/** Resolves to whether this tab alone may send pictures for that many milliseconds. */
	acquireLease: (milliseconds: number) => Promise<boolean>;
	now: () => number;
	random: () => number;
	/** Called after a work's pictures were sent. `taken`: percentage of the account's quota in use; null when nothing had to be sent. */
	onsent: (work: string, taken: number | null) => void;
	/** Called after a failure. `work` is null when no picture of any work gets through. */
	ontrouble: (reason: TroubleReason, work: string | null) => void;
}

export interface FileSender {
	/** Sends the pictures of these works, and of works that wait. Resolves after the attempt. */
	send(...works: string[]): Promise<void>;
	/** Ends the pause after a failure. */
	endPause(): void;
	stop(): void;
}

/**
 * Milliseconds of the lease: longer than sending the largest picture takes on a slow line. When a tab closes while it sends, other tabs
 * wait this long.
 */
const LEASE_MS = 150_000;
const OTHER_TAB_WAIT_MS = 5000;

export function createFileSender(options: FileSenderOptions): FileSender {
	const { now, random } = options;
	const waiting = new Set<string>();
	let running: Promise<void> | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let pausedUntil = 0;
	let failures = 0;
	let isStopped = false;

	function pause(work: string, milliseconds: number): void {
		waiting.add(work);
		pausedUntil = now() + milliseconds;
	}

	function pauseAfterFailure(work: string, reason: TroubleReason): void {
		failures++;
		pause(work, longestRetryWait(failures) * (0.5 + random() / 2));
		options.ontrouble(reason, null);
	}

	async function sendWaiting(): Promise<void> {
		for (const work of waiting) {
			if (isStopped || now() < pausedUntil) return;
			waiting.delete(work);
			if (await options.acquireLease(LEASE_MS)) {
				const sent = await options.sendFiles(work);
				await options.acquireLease(0);
				if (!isStopped) hear(work, sent);
			} else pause(work, OTHER_TAB_WAIT_MS);
		}
	}

	function hear(work: string, sent: SendFilesResult): void {
		if (sent.kind === 'unanswered') return pauseAfterFailure(work, sent.reason);
		if (sent.kind === 'sent') {
			failures = 0;
			return options.onsent(work, sent.taken);
		}
		if (sent.reason === 'too-often')
			return pause(work, (sent.seconds ?? LONGEST_WAIT_MS / 1000) * 1000 * (1 + random() / 2));
		if (blocksEveryWork(sent.reason)) return pauseAfterFailure(work, troubleReasonOf(sent.reason));
		options.ontrouble(troubleReasonOf(sent.reason), work);
	}

	function start(): Promise<void> {
		clearTimeout(timer);
		return (running ??= sendWaiting().finally(() => {
			running = null;
			if (!isStopped && waiting.size > 0) timer = setTimeout(() => void start(), Math.max(0, pausedUntil - now()));
		}));
	}

	return {
		send(...works) {
			for (const work of works) waiting.add(work);
			return start();
		},
		endPause: () => void (pausedUntil = 0),
		stop() {
			isStopped = true;
			clearTimeout(timer);
		}
	};
}
