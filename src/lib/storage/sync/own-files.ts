import { fromBase64, toBase64 } from '#lib/domain/own-file/base64.ts';
import { ownFileHashesIn, type OwnFile } from '#lib/domain/own-file/own-file.ts';
import {
	forgetSentFilesExcept,
	fileHashesInBrowser,
	markOwnFileSent,
	readOwnFile,
	findUnsentFileHashes,
	storeOwnFile
} from '../own-files.ts';
import type { WorkStorage } from '../storage.ts';
import { createWorkServerClient, type StoreFileResult, type WorkServerClient } from './server.ts';
import { blocksEveryWork, troubleReasonOf } from './refusals.ts';
import type { SyncTroubleReason } from './trouble.ts';
import { computeRetryWaitLimitMs, LONGEST_RETRY_WAIT_MS } from './send-schedule.ts';

export interface FileSenderOptions {
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
	send(...works: string[]): Promise<void>;
	endPause(): void;
	stop(): void;
}

/** Longer than sending the largest own file takes on a slow line; when a sending tab closes, others wait this long. */
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

export type SendFilesResult = { kind: 'sent'; taken: number | null } | Exclude<StoreFileResult, { kind: 'kept' }>;

/** Resolves to the hashes of own files that the versions on the server name: the server keeps no other own files. */
async function findHashesForServer(storage: WorkStorage, workId: string): Promise<string[]> {
	const versions = await storage.outbox.findVersionsForServer(workId);
	return Array.isArray(versions) ? [...new Set(versions.flatMap(({ files }) => ownFileHashesIn(files)))] : [];
}

/** Sends the own files of a work that the server is not known to have. The server must have the work itself. */
export async function sendOwnFiles(
	account: string,
	storage: WorkStorage,
	server: WorkServerClient,
	workId: string
): Promise<SendFilesResult> {
	let usedPercent: number | null = null;
	const hashes = await findHashesForServer(storage, workId);
	await forgetSentFilesExcept(account, workId, hashes);
	for (const sha256 of await findUnsentFileHashes(account, workId, hashes)) {
		const bytes = await readOwnFile(account, sha256);
		// The file's bytes are on another machine, which sends them.
		if (bytes === undefined) continue;
		const answer = await server.putFile(account, workId, sha256, toBase64(bytes));
		if (answer.kind !== 'kept') return answer;
		usedPercent = answer.taken;
		await markOwnFileSent(account, workId, sha256);
	}
	return { kind: 'sent', taken: usedPercent };
}

/** Resolves to the works with an own file that only this browser has, even if only an earlier version on the server names it. */
export async function findWorksWithUnsentFiles(account: string, storage: WorkStorage): Promise<string[]> {
	const listResult = await storage.listWorks({ kind: 'project' });
	if (listResult.kind === 'failed' || listResult.works.length === 0) return [];
	const hashesInBrowser = await fileHashesInBrowser(account);
	if (hashesInBrowser.size === 0) return [];
	const unsentWorkIds: string[] = [];
	for (const { work } of listResult.works) {
		const hashesHere = (await findHashesForServer(storage, work.id)).filter((sha256) => hashesInBrowser.has(sha256));
		if ((await findUnsentFileHashes(account, work.id, hashesHere)).length > 0) unsentWorkIds.push(work.id);
	}
	return unsentWorkIds;
}

/**
 * Fetches an own file and stores it in this browser; `isKept` is false where the browser stores nothing. Resolves to undefined when the
 * server does not answer, has no such file, or sends other bytes.
 */
export async function downloadOwnFile(
	account: string,
	workId: string,
	file: OwnFile,
	server: WorkServerClient = createWorkServerClient()
): Promise<{ bytes: Uint8Array<ArrayBuffer>; isKept: boolean } | undefined> {
	const answer = await server.readFile(account, workId, file.sha256);
	const bytes = answer.kind === 'file' ? fromBase64(answer.content) : undefined;
	if (bytes === undefined) return undefined;
	const { isContentOfOwnFile } = await import('#lib/domain/own-file/content-hash.ts');
	if (!isContentOfOwnFile(file, bytes)) return undefined;
	await markOwnFileSent(account, workId, file.sha256);
	return { bytes, isKept: await storeOwnFile(account, file.sha256, bytes) };
}
