import {
	pairApi,
	parsePairClasses,
	parsePairAnswer,
	parseSeparationAnswer,
	type PairClasses,
	type PairAnswer,
	type SentPairRequest,
	type SeparationAnswer,
	type PairRefusal
} from '#lib/wire/pair.ts';
import { requestJson, type UnansweredRequest } from '#lib/wire/api.ts';
import { m } from '#lib/paraglide/messages.js';

const writePairQuery = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters).toString()}`;
const addPairFormat = (body: object) => ({ format: pairApi.format, ...body });

export const fetchPairClasses = (account: string): Promise<PairClasses | UnansweredRequest> =>
	requestJson(`/api/pair${writePairQuery({ account })}`, parsePairClasses);

export const sendPairRequest = (
	pairRequest: Omit<SentPairRequest, 'format'>
): Promise<PairAnswer | UnansweredRequest> =>
	requestJson('/api/pair', parsePairAnswer, { method: 'POST', body: addPairFormat(pairRequest) });

export const sendPairEndRequest = (account: string, pair: string): Promise<PairAnswer | UnansweredRequest> =>
	requestJson(`/api/pair${writePairQuery({ account, pair })}`, parsePairAnswer, { method: 'DELETE' });

export const sendSeparationRequest = (account: string, workId: string): Promise<SeparationAnswer | UnansweredRequest> =>
	requestJson(`/api/works/${encodeURIComponent(workId)}/separation`, parseSeparationAnswer, {
		method: 'PUT',
		body: addPairFormat({ account })
	});

type RefusedPairing = { kind: 'refused'; reason: PairRefusal; seconds?: number | undefined };

const PAIR_REFUSAL_TEXTS: Partial<Record<PairRefusal, () => string>> = {
	wrong: m.pair_refused_wrong,
	same: m.pair_refused_same,
	full: m.pair_refused_full,
	'signed-out': m.sync_trouble_signed_out,
	'other-person': m.pair_refused_changed
};

export function explainPairRefusal(refused: RefusedPairing | UnansweredRequest): string {
	if (refused.kind === 'unanswered') return m.pair_refused_network();
	if (refused.reason === 'wait') return m.account_wait({ seconds: refused.seconds ?? 10 });
	return (PAIR_REFUSAL_TEXTS[refused.reason] ?? m.pair_refused_other)();
}
