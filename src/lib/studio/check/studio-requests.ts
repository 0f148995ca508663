/** Asks the server about a folder; an answer that is not in Braise's format counts as none. */
import {
	parseNewFolderAnswer,
	parseFolderCheckAnswer,
	parseFolderLinkAnswer,
	parsePublicationAnswer,
	studioApi,
	type NewFolderAnswer,
	type FolderCheckAnswer,
	type FolderLinkAnswer,
	type PublicationAnswer,
	type SentNewFolder,
	type SentFolder,
	type SentPublication
} from '#lib/wire/studio.ts';

/** No answer. `offline`: the request did not reach the server. */
export type UnansweredRequest = { kind: 'unanswered'; reason: 'offline' | 'server' };

/** Milliseconds to wait for an answer; the server ends a check sooner. */
const LONGEST_WAIT = 120_000;

export async function requestStudio<Answer>(
	path: string,
	body: object,
	parse: (input: unknown) => Answer | undefined,
	method = 'POST'
): Promise<Answer | UnansweredRequest> {
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

export const requestFolderCheck = (sent: Omit<SentFolder, 'format'>): Promise<FolderCheckAnswer | UnansweredRequest> =>
	requestStudio('checks', sent, parseFolderCheckAnswer);

export const requestPublication = (
	sent: Omit<SentPublication, 'format'>
): Promise<PublicationAnswer | UnansweredRequest> => requestStudio('publications', sent, parsePublicationAnswer);

/** Makes a private link to a folder that the server has. */
export const requestFolderLink = (work: string, account: string): Promise<FolderLinkAnswer | UnansweredRequest> =>
	requestStudio(`links/${encodeURIComponent(work)}`, { account }, parseFolderLinkAnswer);

/** Ends all private links to a folder. */
export const requestFolderLinksEnd = (work: string, account: string): Promise<FolderLinkAnswer | UnansweredRequest> =>
	requestStudio(`links/${encodeURIComponent(work)}`, { account }, parseFolderLinkAnswer, 'DELETE');

/** Makes a small challenge of a kind from a few answers. */
export const requestNewFolder = (sent: Omit<SentNewFolder, 'format'>): Promise<NewFolderAnswer | UnansweredRequest> =>
	requestStudio('beginnings', sent, parseNewFolderAnswer);
