/** Sends a told problem, and a completed card, to the server. */
import type { ProblemCard } from '#lib/domain/problem-card.ts';
import {
	contributionApi,
	parseCardAnswer,
	parseTellAnswer,
	type ContributionRefusal,
	type SentProblem
} from '#lib/wire/contribution.ts';

/** Why nothing was changed. `network`: no answer in Braise's format came. */
export interface SendFailure {
	kind: 'failed';
	reason: ContributionRefusal | 'network';
	seconds: number;
}

/** Milliseconds to wait for an answer: a photo takes long on a slow telephone. */
const PATIENCE_MS = 60_000;

/** Sends a problem. `isRepeated`: it was sent before with this link, and may have arrived though no answer came. */
export async function sendProblem(
	problem: Omit<SentProblem, 'format' | 'photo'> & { photo: string | null },
	{ isRepeated = false }: { isRepeated?: boolean } = {}
): Promise<{ kind: 'told'; link: string | null } | SendFailure> {
	const answer = parseTellAnswer(await send('/api/problems', 'POST', problem));
	if (answer?.kind !== 'told') return failureOf(answer);
	if (isRepeated && answer.link !== null) {
		// The server keeps what arrived first, which its teller may have changed since.
		const results = [await sendCard(answer.link, problem.card), await sendPhoto(answer.link, problem.photo)];
		// What may pass is sent again with the draft, which stays. Other refusals mean that the problem is being answered as it arrived.
		for (const result of results)
			if (result.kind === 'failed' && ['network', 'too-often'].includes(result.reason)) return result;
	}
	return answer;
}

export async function sendCard(link: string, card: ProblemCard): Promise<{ kind: 'kept' } | SendFailure> {
	const answer = parseCardAnswer(await send(`/api/problems/${link}`, 'PUT', { card }));
	return answer?.kind === 'kept' ? answer : failureOf(answer);
}

/** Sends a photo in base64 in place of the one before; null removes it. */
export async function sendPhoto(link: string, photo: string | null): Promise<{ kind: 'kept' } | SendFailure> {
	const answer = parseCardAnswer(await send(`/api/problems/${link}/photo`, 'PUT', { photo }));
	return answer?.kind === 'kept' ? answer : failureOf(answer);
}

const failureOf = (answer: { reason: ContributionRefusal; seconds?: number | undefined } | undefined): SendFailure => ({
	kind: 'failed',
	reason: answer?.reason ?? 'network',
	seconds: answer?.seconds ?? 0
});

async function send(address: string, method: string, content: object): Promise<unknown> {
	try {
		const body = JSON.stringify({ format: contributionApi.format, ...content });
		const headers = { 'content-type': 'application/json', accept: 'application/json' };
		const signal = AbortSignal.timeout(PATIENCE_MS);
		return (await (await fetch(address, { method, headers, body, signal })).json()) as unknown;
	} catch {
		return undefined;
	}
}
