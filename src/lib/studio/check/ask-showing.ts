/** Asks the server to tie a folder to its problem, and to show a version to the problem's teller. */
import {
	parseShowingAnswer,
	parseTieAnswer,
	type SentShowing,
	type SentTie,
	type ShowingAnswer,
	type TieAnswer
} from '#lib/wire/showing.ts';
import { ask, type Unanswered } from './ask.ts';

export const tieFolder = (problem: string, sent: Omit<SentTie, 'format'>): Promise<TieAnswer | Unanswered> =>
	ask(`problems/${encodeURIComponent(problem)}`, sent, parseTieAnswer);

export const showVersion = (work: string, sent: Omit<SentShowing, 'format'>): Promise<ShowingAnswer | Unanswered> =>
	ask(`showings/${encodeURIComponent(work)}`, sent, parseShowingAnswer);

/** Asks the server to stop showing a version to the teller. */
export const endShowing = (work: string, account: string): Promise<ShowingAnswer | Unanswered> =>
	ask(`showings/${encodeURIComponent(work)}`, { account }, parseShowingAnswer, 'DELETE');
