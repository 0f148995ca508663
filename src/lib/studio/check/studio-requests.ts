/** Asks the server about a folder. */
import { requestJson, type UnansweredRequest } from '#lib/wire/request-json.ts';
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

/** Milliseconds to wait for an answer; the server ends a check sooner. */
const LONGEST_WAIT_MS = 120_000;

export const requestStudio = <Answer>(
	path: string,
	body: object,
	parse: (input: unknown) => Answer | undefined,
	method: 'POST' | 'DELETE' = 'POST'
): Promise<Answer | UnansweredRequest> =>
	requestJson(`/api/studio/${path}`, parse, {
		method,
		body: { format: studioApi.format, ...body },
		patienceMs: LONGEST_WAIT_MS
	});

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
