/** Records which work belongs to an assignment, first in this browser, then on the server. */
import { parseWorkBindingAnswer } from '#lib/wire/student-assignment.ts';
import { syncApi } from '#lib/wire/sync.ts';
import { storeBinding } from '#lib/storage/assignments.ts';
import { sendWaitingChanges } from '#lib/storage/sync/visit.ts';

export type WorkBindingOutcome =
	| { kind: 'bound' }
	/** Another machine bound its work to the assignment first, and that work counts. */
	| { kind: 'other'; workId: string }
	/** The server refused the work for good: sending it again would not help. */
	| { kind: 'refused' };

/** Milliseconds before the first retry. */
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 60_000;

interface Binding {
	assignmentId: string;
	account: string;
	workId: string;
	/** Id of the bound work that this one replaces: see lib/server/board/bind-work.ts. */
	instead?: string | undefined;
}

/** Asks the server to bind a work, again and again until it answers. Rejects when the page is left. */
export async function requestWorkBinding(binding: Binding, signal: AbortSignal): Promise<WorkBindingOutcome> {
	const { assignmentId, account, workId, instead } = binding;
	await recordBinding(binding, false);
	// Send the work before binding it, so that another machine that learns of the binding can fetch the work.
	await sendWaitingChanges();
	const body = JSON.stringify({
		format: syncApi.format,
		account,
		work: workId,
		...(instead === undefined ? {} : { instead })
	});
	for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
		const response = await fetch(`/api/assignments/${encodeURIComponent(assignmentId)}/work`, {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
			body,
			redirect: 'manual',
			signal
		}).catch(() => undefined);
		signal.throwIfAborted();
		const answer = parseWorkBindingAnswer(await response?.json().catch(() => undefined));
		if (answer?.kind === 'refused') return { kind: 'refused' };
		if (answer && answer.work !== workId) return { kind: 'other', workId: answer.work };
		if (answer) {
			await recordBinding(binding, true);
			return { kind: 'bound' };
		}
		await pause(wait, signal);
	}
}

const recordBinding = ({ assignmentId, account, workId }: Binding, bound: boolean): Promise<void> =>
	storeBinding(account, assignmentId, { work: workId, bound });

/** Waits for some milliseconds, or until the network returns. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const finish = () => {
			clearTimeout(timer);
			removeEventListener('online', finish);
			signal.removeEventListener('abort', stop);
			resolve();
		};
		const stop = () => {
			finish();
			reject(signal.reason as Error);
		};
		const timer = setTimeout(finish, milliseconds);
		addEventListener('online', finish);
		signal.addEventListener('abort', stop);
	});
}
