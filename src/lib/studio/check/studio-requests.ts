import { requestJson, type UnansweredRequest } from '#lib/wire/api.ts';
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
import {
	parseDemoAnswer,
	parseFolderProblemTieAnswer,
	type SentDemo,
	type SentFolderProblemTie,
	type DemoAnswer,
	type FolderProblemTieAnswer
} from '#lib/wire/demo.ts';

/** Milliseconds to wait for an answer; the server's own time limit for a check is shorter. */
const LONGEST_ANSWER_WAIT_MS = 120_000;

const sendStudioRequest = <Answer>(
	path: string,
	body: object,
	parse: (input: unknown) => Answer | undefined,
	method: 'POST' | 'DELETE' = 'POST'
): Promise<Answer | UnansweredRequest> =>
	requestJson(`/api/studio/${path}`, parse, {
		method,
		body: { format: studioApi.format, ...body },
		patienceMs: LONGEST_ANSWER_WAIT_MS
	});

export const requestFolderCheck = (sent: Omit<SentFolder, 'format'>): Promise<FolderCheckAnswer | UnansweredRequest> =>
	sendStudioRequest('checks', sent, parseFolderCheckAnswer);

export const requestPublication = (
	sent: Omit<SentPublication, 'format'>
): Promise<PublicationAnswer | UnansweredRequest> => sendStudioRequest('publications', sent, parsePublicationAnswer);

/** Asks the server to make a private link to a folder; the folder must be saved on the server. */
export const requestFolderLink = (workId: string, account: string): Promise<FolderLinkAnswer | UnansweredRequest> =>
	sendStudioRequest(`links/${encodeURIComponent(workId)}`, { account }, parseFolderLinkAnswer);

export const requestFolderLinksEnd = (workId: string, account: string): Promise<FolderLinkAnswer | UnansweredRequest> =>
	sendStudioRequest(`links/${encodeURIComponent(workId)}`, { account }, parseFolderLinkAnswer, 'DELETE');

export const requestNewFolder = (sent: Omit<SentNewFolder, 'format'>): Promise<NewFolderAnswer | UnansweredRequest> =>
	sendStudioRequest('beginnings', sent, parseNewFolderAnswer);

export const requestFolderProblemTie = (
	problem: string,
	sent: Omit<SentFolderProblemTie, 'format'>
): Promise<FolderProblemTieAnswer | UnansweredRequest> =>
	sendStudioRequest(`problems/${encodeURIComponent(problem)}`, sent, parseFolderProblemTieAnswer);

export const requestDemo = (workId: string, sent: Omit<SentDemo, 'format'>): Promise<DemoAnswer | UnansweredRequest> =>
	sendStudioRequest(`showings/${encodeURIComponent(workId)}`, sent, parseDemoAnswer);

export const requestDemoEnd = (workId: string, account: string): Promise<DemoAnswer | UnansweredRequest> =>
	sendStudioRequest(`showings/${encodeURIComponent(workId)}`, { account }, parseDemoAnswer, 'DELETE');
