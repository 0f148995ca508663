/** Sends pair requests to the server; an answer that is not in Braise's format counts as none. */
import {
	pairApi,
	parsePairClasses,
	parsePairAnswer,
	parseSeparationAnswer,
	type PairClasses,
	type PairAnswer,
	type SentPairRequest,
	type SeparationAnswer
} from '#lib/wire/pair.ts';

export interface PairRequestFailure {
	kind: 'unanswered';
}

const PATIENCE = 20_000;

async function ask<T>(address: string, init: RequestInit, parse: (input: unknown) => T | undefined) {
	try {
		const response = await fetch(address, {
			...init,
			redirect: 'manual',
			cache: 'no-store',
			signal: AbortSignal.timeout(PATIENCE)
		});
		return parse(await response.json()) ?? UNANSWERED;
	} catch {
		return UNANSWERED;
	}
}

const UNANSWERED: PairRequestFailure = { kind: 'unanswered' };
const queryOf = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters).toString()}`;
const requestWith = (method: 'POST' | 'PUT', body: object): RequestInit => ({
	method,
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify({ format: pairApi.format, ...body })
});

/** Fetches the classes in which this student may form a pair. */
export const fetchPairClasses = (account: string): Promise<PairClasses | PairRequestFailure> =>
	ask(`/api/pair${queryOf({ account })}`, {}, parsePairClasses);

export const sendPairRequest = (joining: Omit<SentPairRequest, 'format'>): Promise<PairAnswer | PairRequestFailure> =>
	ask('/api/pair', requestWith('POST', joining), parsePairAnswer);

export const sendPairEndRequest = (account: string, pair: string): Promise<PairAnswer | PairRequestFailure> =>
	ask(`/api/pair${queryOf({ account, pair })}`, { method: 'DELETE' }, parsePairAnswer);

export const sendSeparationRequest = (account: string, work: string): Promise<SeparationAnswer | PairRequestFailure> =>
	ask(`/api/works/${encodeURIComponent(work)}/separation`, requestWith('PUT', { account }), parseSeparationAnswer);
