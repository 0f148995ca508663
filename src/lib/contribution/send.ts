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

export async function sendProblem(
	problem: Omit<SentProblem, 'format' | 'photo'> & { photo: string | null }
): Promise<{ kind: 'told'; link: string | null } | SendFailure> {
	const answer = parseTellAnswer(await send('/api/problems', 'POST', problem));
	return answer?.kind === 'told' ? answer : failureOf(answer);
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
		return (await (await fetch(address, { method, headers, body })).json()) as unknown;
	} catch {
		return undefined;
	}
}
