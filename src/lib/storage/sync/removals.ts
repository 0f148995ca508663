import type { Outbox } from './outbox.ts';
import { REMOVAL_UNDO_DELAY_MS } from './outbox-row.ts';
import type { WorkServerClient } from './server.ts';

interface RemovalOptions {
	account: string;
	outbox: Outbox;
	server: Pick<WorkServerClient, 'remove'>;
	forgetSentFiles: ((workId: string) => Promise<void>) | undefined;
}

interface RemovalSender {
	/**
	 * Sends the removals that can no longer be undone, and plans to send the others. Resolves after one attempt for each; unanswered
	 * removals are sent again with the next ones. `includesUndoable`: sends all at once, as before the person leaves.
	 */
	send(options?: { includesUndoable: boolean }): Promise<void>;
	/** Plans to send removals when a removal made now can no longer be undone. */
	sendLater(): void;
	stop(): void;
}

export function createRemovalSender({ account, outbox, server, forgetSentFiles }: RemovalOptions): RemovalSender {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isStopped = false;

	async function send({ includesUndoable } = { includesUndoable: false }): Promise<void> {
		if (isStopped) return;
		const removals = await outbox.listRemovals();
		if (!Array.isArray(removals)) return;
		const dueRemovals = removals.filter(({ isFinal }) => isFinal || includesUndoable);
		if (dueRemovals.length < removals.length) sendLater();
		for (const { work, isSent } of dueRemovals) {
			if (isStopped) return;
			await sendRemoval(work, isSent);
		}
	}

	async function sendRemoval(work: string, wasSentBefore: boolean): Promise<void> {
		const wasOffline = navigator.onLine === false;
		// Record this first: from then on an undo makes another work, because the server may remove this one at any time.
		if (!(await outbox.noteRemovalSent(work, true))) return;
		const answer = await server.remove(account, work);
		const isGone = answer.kind === 'removed' || (answer.kind === 'refused' && answer.reason === 'absent');
		const hasNotLeft = wasOffline && answer.kind === 'unanswered' && answer.reason === 'offline';
		if (hasNotLeft && !wasSentBefore) await outbox.noteRemovalSent(work, false);
		if (!isGone) return;
		await forgetSentFiles?.(work);
		await outbox.forgetRemovedWork(work);
	}

	function sendLater(): void {
		clearTimeout(timer);
		if (!isStopped) timer = setTimeout(() => void send(), REMOVAL_UNDO_DELAY_MS);
	}

	return {
		send,
		sendLater,
		stop() {
			isStopped = true;
			clearTimeout(timer);
		}
	};
}
