/** Tells the server which works were removed here, once no removal can be undone. */
import type { Outbox } from './outbox.ts';
import type { WorkServer } from './server.ts';

interface RemovalOptions {
	account: string;
	outbox: Outbox;
	server: Pick<WorkServer, 'remove'>;
	/** Forgets which own files of a work were sent. Called when the server no longer has the work. */
	forgetSentFiles: ((workId: string) => Promise<void>) | undefined;
	isStopped: () => boolean;
}

/** Sends each removal once, and resolves after these attempts. Removals without an answer are tried again with the next ones. */
export async function sendRemovals({
	account,
	outbox,
	server,
	forgetSentFiles,
	isStopped
}: RemovalOptions): Promise<void> {
	const removals = await outbox.listRemovals();
	if (!Array.isArray(removals)) return;
	for (const id of removals) {
		if (isStopped()) return;
		const answer = await server.remove(account, id);
		const isGone = answer.kind === 'removed' || (answer.kind === 'refused' && answer.reason === 'absent');
		if (!isGone) continue;
		await forgetSentFiles?.(id);
		await outbox.forgetRemoved(id);
	}
}
