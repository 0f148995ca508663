/** Asks the server to link a folder to its problem, and to show a version to the problem's teller. */
import {
	parseShowingAnswer,
	parseFolderProblemTieAnswer,
	type SentShowing,
	type SentFolderProblemTie,
	type ShowingAnswer,
	type FolderProblemTieAnswer
} from '#lib/wire/showing.ts';
import type { UnansweredRequest } from '#lib/wire/request-json.ts';
import { sendStudioRequest } from './studio-requests.ts';

/** Asks the server to record that a folder was begun from a problem. */
export const requestFolderProblemTie = (
	problem: string,
	sent: Omit<SentFolderProblemTie, 'format'>
): Promise<FolderProblemTieAnswer | UnansweredRequest> =>
	sendStudioRequest(`problems/${encodeURIComponent(problem)}`, sent, parseFolderProblemTieAnswer);

export const requestShowing = (
	workId: string,
	sent: Omit<SentShowing, 'format'>
): Promise<ShowingAnswer | UnansweredRequest> =>
	sendStudioRequest(`showings/${encodeURIComponent(workId)}`, sent, parseShowingAnswer);

/** Asks the server to stop showing a version to the teller. */
export const requestShowingEnd = (workId: string, account: string): Promise<ShowingAnswer | UnansweredRequest> =>
	sendStudioRequest(`showings/${encodeURIComponent(workId)}`, { account }, parseShowingAnswer, 'DELETE');
