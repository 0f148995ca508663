import type { ProblemCard } from '#lib/domain/problem-card.ts';
import {
	contributionApi,
	parseCardStoredAnswer,
	parseTellProblemAnswer,
	type ContributionRefusal,
	type SentProblem
} from '#lib/wire/contribution.ts';
import { requestJson, type UnansweredRequest } from '#lib/wire/api.ts';
import { m } from '#lib/paraglide/messages.js';

/** Why sending changed nothing. `network`: no answer in Braise's format came. */
export interface SendFailure {
	kind: 'failed';
	reason: ContributionRefusal | 'network';
	seconds: number;
}

/** Milliseconds to wait for an answer: sending a photo takes long on a slow connection. */
const LONGEST_ANSWER_WAIT_MS = 60_000;

/** Sends a problem. `isRepeated`: it was sent before with this link, and may have arrived although no answer came. */
export async function sendProblem(
	problem: Omit<SentProblem, 'format' | 'photo'> & { photo: string | null },
	{ isRepeated = false }: { isRepeated?: boolean } = {}
): Promise<{ kind: 'told'; link: string | null } | SendFailure> {
	const answer = await requestJson('/api/problems', parseTellProblemAnswer, createRequestOptions('POST', problem));
	if (answer.kind !== 'told') return toSendFailure(answer);
	if (isRepeated && answer.link !== null) {
		// The server keeps the card and photo that arrived first: send them anew, since the contributor may have changed them.
		const results = [await sendCard(answer.link, problem.card), await sendPhoto(answer.link, problem.photo)];
		// Report only failures that pass, so that the draft is sent again. Others, as for a declined problem, do not pass.
		for (const result of results)
			if (result.kind === 'failed' && ['network', 'too-often'].includes(result.reason)) return result;
	}
	return answer;
}

export const sendCard = (link: string, card: ProblemCard): Promise<{ kind: 'kept' } | SendFailure> =>
	putCardOrPhoto(`/api/problems/${link}`, { card });

/** Sends a photo in base64, which replaces the problem's photo; null removes the photo. */
export const sendPhoto = (link: string, photo: string | null): Promise<{ kind: 'kept' } | SendFailure> =>
	putCardOrPhoto(`/api/problems/${link}/photo`, { photo });

async function putCardOrPhoto(address: string, content: object): Promise<{ kind: 'kept' } | SendFailure> {
	const answer = await requestJson(address, parseCardStoredAnswer, createRequestOptions('PUT', content));
	return answer.kind === 'kept' ? answer : toSendFailure(answer);
}

const createRequestOptions = (method: 'POST' | 'PUT', content: object) => ({
	method,
	body: { format: contributionApi.format, ...content },
	patienceMs: LONGEST_ANSWER_WAIT_MS
});

const toSendFailure = (
	answer: { kind: 'refused'; reason: ContributionRefusal; seconds?: number | undefined } | UnansweredRequest
): SendFailure =>
	answer.kind === 'unanswered'
		? { kind: 'failed', reason: 'network', seconds: 0 }
		: { kind: 'failed', reason: answer.reason, seconds: answer.seconds ?? 0 };

type FailureTextWriter = (values: { seconds: number }) => string;

const SEND_FAILURE_TEXTS: Record<SendFailure['reason'], FailureTextWriter> = {
	'signed-out': m.tell_refused_forbidden,
	'other-person': m.tell_refused_forbidden,
	forbidden: m.tell_refused_forbidden,
	'other-site': m.tell_refused_format,
	'not-json': m.tell_refused_format,
	malformed: m.tell_refused_format,
	'too-large': m.tell_refused_too_large,
	absent: m.tell_refused_absent,
	'link-over': m.tell_refused_link_over,
	closed: m.tell_refused_closed,
	'too-often': m.tell_refused_too_often,
	full: m.tell_refused_full,
	network: m.tell_refused_network
};

export const explainSendFailure = ({ reason, seconds }: SendFailure): string => SEND_FAILURE_TEXTS[reason]({ seconds });
