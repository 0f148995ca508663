/** Asks the server to form and end a pair at one machine, and to separate a pair's work. */
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
import { requestJson, type UnansweredRequest } from '#lib/wire/request-json.ts';

const writePairQuery = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters).toString()}`;
const addPairFormat = (body: object) => ({ format: pairApi.format, ...body });

/** Fetches the classes in which this student may form a pair. */
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
