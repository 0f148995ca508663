/** Sends pair requests to the server; an answer that is not in Braise's format counts as none. */
import {
	pairApi,
	parseOwnClasses,
	parsePairAnswer,
	parseSeparationAnswer,
	type OwnClasses,
	type PairAnswer,
	type SentJoining,
	type SeparationAnswer
} from '#lib/wire/pair.ts';

export interface NoAnswer {
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

const UNANSWERED: NoAnswer = { kind: 'unanswered' };
const queryOf = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters).toString()}`;
const requestWith = (method: 'POST' | 'PUT', body: object): RequestInit => ({
	method,
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify({ format: pairApi.format, ...body })
});

/** Fetches the classes in which this student may form a pair. */
export const fetchOwnClasses = (account: string): Promise<OwnClasses | NoAnswer> =>
	ask(`/api/pair${queryOf({ account })}`, {}, parseOwnClasses);

export const requestPair = (joining: Omit<SentJoining, 'format'>): Promise<PairAnswer | NoAnswer> =>
	ask('/api/pair', requestWith('POST', joining), parsePairAnswer);

export const requestPairEnd = (account: string, pair: string): Promise<PairAnswer | NoAnswer> =>
	ask(`/api/pair${queryOf({ account, pair })}`, { method: 'DELETE' }, parsePairAnswer);

export const requestSeparation = (account: string, work: string): Promise<SeparationAnswer | NoAnswer> =>
	ask(`/api/works/${encodeURIComponent(work)}/separation`, requestWith('PUT', { account }), parseSeparationAnswer);
