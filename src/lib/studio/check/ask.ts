/** Asks the server about a folder; an answer that is not in Braise's format counts as none. */
import {
	parseBegunAnswer,
	parseCheckedAnswer,
	parseLinkAnswer,
	parsePublishedAnswer,
	studioApi,
	type BegunAnswer,
	type CheckedAnswer,
	type LinkAnswer,
	type PublishedAnswer,
	type SentBeginning,
	type SentFolder,
	type SentPublication
} from '#lib/wire/studio.ts';

/** No answer. `offline`: the request did not reach the server. */
export type Unanswered = { kind: 'unanswered'; reason: 'offline' | 'server' };

/** Milliseconds to wait for an answer; the server ends a check sooner. */
const LONGEST_WAIT = 120_000;

export async function ask<Answer>(
	path: string,
	body: object,
	parse: (input: unknown) => Answer | undefined,
	method = 'POST'
): Promise<Answer | Unanswered> {
	try {
		const response = await fetch(`/api/studio/${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ format: studioApi.format, ...body }),
			redirect: 'manual',
			signal: AbortSignal.timeout(LONGEST_WAIT)
		});
		const answer = parse(await response.json().catch(() => undefined));
		return answer ?? { kind: 'unanswered', reason: 'server' };
	} catch {
		return { kind: 'unanswered', reason: 'offline' };
	}
}

export const askCheck = (sent: Omit<SentFolder, 'format'>): Promise<CheckedAnswer | Unanswered> =>
	ask('checks', sent, parseCheckedAnswer);

export const askPublication = (sent: Omit<SentPublication, 'format'>): Promise<PublishedAnswer | Unanswered> =>
	ask('publications', sent, parsePublishedAnswer);

/** Makes a private link to a folder that the server has. */
export const askLink = (work: string, account: string): Promise<LinkAnswer | Unanswered> =>
	ask(`links/${encodeURIComponent(work)}`, { account }, parseLinkAnswer);

/** Ends all private links to a folder. */
export const endLinks = (work: string, account: string): Promise<LinkAnswer | Unanswered> =>
	ask(`links/${encodeURIComponent(work)}`, { account }, parseLinkAnswer, 'DELETE');

/** Makes a small challenge of a kind from a few answers. */
export const askBeginning = (sent: Omit<SentBeginning, 'format'>): Promise<BegunAnswer | Unanswered> =>
	ask('beginnings', sent, parseBegunAnswer);
