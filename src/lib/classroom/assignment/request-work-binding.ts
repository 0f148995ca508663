import { storeWorkBinding } from '#lib/storage/assignments.ts';
import { sendWaitingChanges } from '#lib/storage/sync/signed-in-sync.ts';
import { sendWorkBinding, type WorkBinding, type WorkBindingOutcome } from '#lib/storage/sync/work-binding.ts';

const FIRST_RETRY_MILLISECONDS = 2000;
const LONGEST_RETRY_MILLISECONDS = 60_000;

/** Asks the server to bind a work, repeatedly until the server answers. Rejects when `signal` is aborted. */
export async function requestWorkBinding(binding: WorkBinding, signal: AbortSignal): Promise<WorkBindingOutcome> {
	const { assignmentId, account, workId } = binding;
	// An earlier page may have stored the id of the work that this work replaces.
	const { instead } = await storeWorkBinding(account, assignmentId, {
		work: workId,
		bound: false,
		...(binding.instead !== undefined && { instead: binding.instead })
	});
	// Send the work before binding it, so that another machine that learns of the binding can fetch the work.
	await sendWaitingChanges();
	for (let wait = FIRST_RETRY_MILLISECONDS; ; wait = Math.min(wait * 2, LONGEST_RETRY_MILLISECONDS)) {
		const outcome = await sendWorkBinding({ ...binding, instead }, signal);
		signal.throwIfAborted();
		if (outcome !== 'later') return outcome;
		await waitForRetry(wait, signal);
	}
}

function waitForRetry(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const endWait = () => {
			clearTimeout(timer);
			removeEventListener('online', endWait);
			signal.removeEventListener('abort', rejectWait);
			resolve();
		};
		const rejectWait = () => {
			endWait();
			reject(signal.reason as Error);
		};
		const timer = setTimeout(endWait, milliseconds);
		addEventListener('online', endWait);
		signal.addEventListener('abort', rejectWait);
	});
}
