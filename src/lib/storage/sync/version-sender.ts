import type { WorkStorage } from '../storage.ts';
import { announceSyncResult, type CurrentSyncTrouble } from './current-trouble.ts';
import type { PreparedRequests } from './prepared-requests.ts';
import { blocksEveryWork, troubleReasonOf } from './refusals.ts';
import type { SendSchedule } from './send-schedule.ts';
import type { WorkServerClient } from './server.ts';
import type { SyncTroubleReason } from './trouble.ts';

/** Upper limit of requests in one send, in case the server keeps asking for another request. */
const MOST_SEND_ROUNDS = 4;

interface VersionSenderOptions {
	account: string;
	storage: WorkStorage;
	server: WorkServerClient;
	schedule: SendSchedule;
	currentTrouble: CurrentSyncTrouble;
	preparedRequests: PreparedRequests;
	findWantedVersions: (workId: string) => Promise<string[]>;
	forgetSentFiles: ((workId: string) => Promise<void>) | undefined;
	onquotause: (taken: number) => void;
	isStopped: () => boolean;
}

/** How sending a work's versions ended; `paused`: nothing more, of any work, should be sent for now. */
type VersionSendResult = 'sent' | 'refused' | 'paused';

/** Returns a function that sends the versions of one work, in as many requests as they need. */
export function createVersionSender(options: VersionSenderOptions): (workId: string) => Promise<VersionSendResult> {
	const { account, storage, server, schedule, currentTrouble, preparedRequests } = options;
	const { outbox } = storage;

	async function composeRequest(workId: string, sealsDraft: boolean) {
		const request = await outbox.composeRequest(account, workId, sealsDraft, await options.findWantedVersions(workId));
		return request === null || 'kind' in request ? null : request;
	}

	/** Sends one request; `again`: the work needs another one. */
	async function sendRequest(workId: string): Promise<VersionSendResult | 'again'> {
		const request = await composeRequest(workId, true);
		if (request === null) return 'sent';
		const answer = await server.put(request);
		if (options.isStopped()) return 'paused';
		if (answer.kind === 'unanswered') return pauseAfterFailure(workId, answer.reason);
		if (answer.kind === 'refused' && answer.reason === 'too-often') {
			// A busy server is no trouble that a page shows.
			schedule.pauseAsServerAsked(workId, answer.seconds);
			return 'paused';
		}
		if (answer.kind === 'stored') options.onquotause(answer.taken ?? 0);
		schedule.noteWorkSent(workId);
		const outcome = await outbox.applyAnswer(request, answer);
		preparedRequests.dropRequest(workId);
		// The server was restored from a backup, or another machine removed the work: it may lack the work's own files.
		if (answer.kind === 'refused' && outcome.kind === 'again') await options.forgetSentFiles?.(workId);
		if (outcome.kind === 'failed') return 'sent';
		if (outcome.kind === 'refused') {
			if (blocksEveryWork(outcome.reason)) return pauseAfterFailure(workId, troubleReasonOf(outcome.reason));
			currentTrouble.beginRefusal(troubleReasonOf(outcome.reason), workId);
			return 'refused';
		}
		schedule.noteSendSuccess();
		currentTrouble.endByStoredVersion(workId);
		announceSyncResult(storage, workId, outcome);
		if (outcome.kind === 'again') return 'again';
		// More versions may wait besides the head.
		return (await composeRequest(workId, false)) === null ? 'sent' : 'again';
	}

	function pauseAfterFailure(workId: string, reason: SyncTroubleReason): 'paused' {
		schedule.pauseAfterFailure(workId);
		currentTrouble.begin(reason, null);
		return 'paused';
	}

	return async (workId) => {
		for (let round = 1; round <= MOST_SEND_ROUNDS; round++) {
			const result = await sendRequest(workId);
			if (result !== 'again') return result;
		}
		return 'sent';
	};
}
