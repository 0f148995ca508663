/** Reads, stores and removes a work. */
import { isId, LARGEST_REQUEST, parseSent } from '#lib/domain/sync.ts';
import { database } from '#lib/server/db/index.ts';
import { readJson } from '#lib/server/http/json-body.ts';
import { standTogether } from '#lib/server/board/join-pair.ts';
import { answer, workRequest, readerOf, refuse } from '#lib/server/work/api.ts';
import { readWork } from '#lib/server/work/work-queries.ts';
import { removeWork } from '#lib/server/work/remove.ts';
import { limitsNow, percentOf } from '#lib/server/work/quota.ts';
import { storeWork } from '#lib/server/work/store.ts';
import { LATER_SECONDS, writes } from '#lib/server/rate-limit/write-limit.ts';
import type { RequestHandler } from './$types';

/** Returns the head; with `until`, the versions back to that one; with `from`, those from that one back. */
export const GET: RequestHandler = async (event) => {
	const asking = workRequest(event, 'work.read');
	if (asking.kind === 'refused') return asking.answer;
	const [from, until] = [event.url.searchParams.get('from'), event.url.searchParams.get('until')];
	if (!isId(event.params.work)) return refuse('absent');
	if ((from !== null && !isId(from)) || (until !== null && !isId(until))) return refuse('malformed');
	const stretch = from === null && until === null ? { most: 1 } : { from: from ?? undefined, until };
	const read = await readWork(database(), readerOf(asking), event.params.work, stretch);
	return read ? answer({ kind: 'work', ...read }) : refuse('absent');
};

export const PUT: RequestHandler = async (event) => {
	const asking = workRequest(event, 'work.store');
	if (asking.kind === 'refused') return asking.answer;
	if (writes.isTooOften(asking.account, Date.now())) return refuse('too-often', LATER_SECONDS);
	const body = await readJson(event.request, LARGEST_REQUEST);
	if (body.kind === 'refused') return refuse(body.reason);
	const parsed = parseSent(body.value);
	if (parsed.kind === 'refused') return refuse(parsed.reason);
	const { sent } = parsed;
	if (sent.work.id !== event.params.work) return refuse('malformed');
	if (sent.account !== asking.account) return refuse('other-person');
	if (sent.pair !== undefined && sent.pair !== asking.beside?.pair) return refuse('other-pair');
	const limits = await limitsNow(database());
	const stored = await storeWork(database(), asking.account, sent, asking.beside, limits);
	if (stored.kind === 'refused') return refuse(stored.reason);
	if (stored.kind === 'conflict') return answer(stored);
	const { account, beside } = asking;
	if (beside && stored.authors.includes(beside.account))
		await standTogether(database(), { work: sent.work.id, account, beside: beside.account });
	const { kept, ...said } = stored;
	return answer({ ...said, taken: percentOf(kept, limits.bytes) });
};

export const DELETE: RequestHandler = async (event) => {
	const asking = workRequest(event, 'work.delete');
	if (asking.kind === 'refused') return asking.answer;
	if (writes.isTooOften(asking.account, Date.now())) return refuse('too-often', LATER_SECONDS);
	const gone = isId(event.params.work) && (await removeWork(database(), asking.account, event.params.work));
	return gone ? answer({ kind: 'removed' }) : refuse('absent');
};
