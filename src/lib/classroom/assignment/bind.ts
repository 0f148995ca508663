/** Says which work belongs to an assignment: in this browser at once, on the server as soon as it is reached. */
import * as v from 'valibot';
import { SYNC_FORMAT } from '#lib/domain/sync.ts';
import { bindHere } from '#lib/storage/assignments.ts';
import { send } from '#lib/storage/sync/visit.ts';

export type Bound =
	| { kind: 'bound' }
	/** Another machine was first, and that work belongs to it. */
	| { kind: 'other'; work: string }
	/** The server will not have it, and will not tomorrow either. */
	| { kind: 'refused' };

const boundSchema = v.object({ format: v.literal(SYNC_FORMAT), kind: v.literal('bound'), work: v.string() });

/** Milliseconds. */
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 60_000;

interface Binding {
	assignment: string;
	account: string;
	work: string;
	/** The work that was bound, given up: see lib/server/standings. */
	instead?: string | undefined;
}

/** Tries until the server has answered, or the page is left. */
export async function bind(binding: Binding, signal: AbortSignal): Promise<Bound> {
	const { assignment, account, work, instead } = binding;
	await note(binding, false);
	// So that another machine, told of this work, finds it.
	await send();
	const body = JSON.stringify({ format: SYNC_FORMAT, account, work, ...(instead === undefined ? {} : { instead }) });
	for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
		const response = await fetch(`/api/assignments/${encodeURIComponent(assignment)}/work`, {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
			body,
			redirect: 'manual',
			signal
		}).catch(() => undefined);
		signal.throwIfAborted();
		const answered = response && (await answerOf(response));
		if (answered === 'refused') return { kind: 'refused' };
		if (answered !== undefined && answered !== work) return { kind: 'other', work: answered };
		if (answered !== undefined) {
			await note(binding, true);
			return { kind: 'bound' };
		}
		await pause(wait, signal);
	}
}

async function answerOf(response: Response): Promise<string | undefined> {
	const answer: unknown = await response.json().catch(() => undefined);
	const bound = v.safeParse(boundSchema, answer);
	if (bound.success) return bound.output.work;
	return v.is(v.object({ format: v.literal(SYNC_FORMAT), kind: v.literal('refused') }), answer) ? 'refused' : undefined;
}

const note = ({ assignment, account, work }: Binding, bound: boolean): Promise<void> =>
	bindHere(account, assignment, { work, bound });

/** Sooner, when the network comes back. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const done = () => {
			clearTimeout(timer);
			removeEventListener('online', done);
			signal.removeEventListener('abort', stop);
			resolve();
		};
		const stop = () => {
			done();
			reject(signal.reason as Error);
		};
		const timer = setTimeout(done, milliseconds);
		addEventListener('online', done);
		signal.addEventListener('abort', stop);
	});
}
