import { syncApi, parseWorkBindingAnswer } from '#lib/wire/sync.ts';
import { storeWorkBinding } from '../assignments.ts';
import { isRefusalAboutPerson } from './refusals.ts';

export interface WorkBinding {
	assignmentId: string;
	account: string;
	workId: string;
	/** Id of the bound work that this one replaces: see lib/server/board/bind-work.ts. */
	instead?: string | undefined;
}

export type WorkBindingOutcome =
	| { kind: 'bound' }
	/** Another machine bound its work to the assignment first, and that work counts. */
	| { kind: 'other'; workId: string }
	/** The server refused the work for good: sending it again would not help. */
	| { kind: 'refused' };

/** Sends a binding once. Resolves to `later` for an unusable answer, or a refusal that passes once the person signs in again. */
export async function sendWorkBinding(
	binding: WorkBinding,
	signal: AbortSignal,
	fetchFunction: typeof fetch = (...request) => fetch(...request)
): Promise<WorkBindingOutcome | 'later'> {
	const { assignmentId, account, workId, instead } = binding;
	const response = await fetchFunction(`/api/assignments/${encodeURIComponent(assignmentId)}/work`, {
		method: 'PUT',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			format: syncApi.format,
			account,
			work: workId,
			...(instead === undefined ? {} : { instead })
		}),
		redirect: 'manual',
		signal
	}).catch(() => undefined);
	const answer = parseWorkBindingAnswer(await response?.json().catch(() => undefined));
	if (answer === undefined) return 'later';
	if (answer.kind === 'refused') return isRefusalAboutPerson(answer.reason) ? 'later' : { kind: 'refused' };
	if (answer.work !== workId) return { kind: 'other', workId: answer.work };
	await storeWorkBinding(account, assignmentId, { work: workId, bound: true });
	return { kind: 'bound' };
}
