/** Asks the server to link a folder to its problem, and to show a version to the problem's teller. */
import {
	parseShowingAnswer,
	parseFolderTieAnswer,
	type SentShowing,
	type SentFolderTie,
	type ShowingAnswer,
	type FolderTieAnswer
} from '#lib/wire/showing.ts';
import type { UnansweredRequest } from '#lib/wire/request-json.ts';
import { sendStudioRequest } from './studio-requests.ts';

export const requestFolderProblemLink = (
	problem: string,
	sent: Omit<SentFolderTie, 'format'>
): Promise<FolderTieAnswer | UnansweredRequest> =>
	sendStudioRequest(`problems/${encodeURIComponent(problem)}`, sent, parseFolderTieAnswer);

export const requestShowing = (
	workId: string,
	sent: Omit<SentShowing, 'format'>
): Promise<ShowingAnswer | UnansweredRequest> =>
	sendStudioRequest(`showings/${encodeURIComponent(workId)}`, sent, parseShowingAnswer);

/** Asks the server to stop showing a version to the teller. */
export const requestShowingEnd = (workId: string, account: string): Promise<ShowingAnswer | UnansweredRequest> =>
	sendStudioRequest(`showings/${encodeURIComponent(workId)}`, { account }, parseShowingAnswer, 'DELETE');
