import { LARGEST_SYNC_REQUEST_BYTES, parseSentWork, type SentWork } from '#lib/wire/sync.ts';
import { isId } from '#lib/domain/identity.ts';
import { database } from '#lib/server/db/index.ts';
import { addSecondStudentToBoardRows } from '#lib/server/board/split-pair.ts';
import {
	createPersonRateLimit,
	readApiMessage,
	checkApiRequest,
	syncResponder,
	permitByRoleAssumingRelations
} from '#lib/server/http/api.ts';
import { readWork } from '#lib/server/work/work-queries.ts';
import { removeWorkForAuthor } from '#lib/server/work/remove-work.ts';
import { readAccountStorageLimits, quotaPercentOf } from '#lib/server/work/quota.ts';
import { storeWork } from '#lib/server/work/store-work.ts';
import type { RequestHandler } from './$types';
import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';

/** Number of saves that one person may send at once; browsers save a work every half minute and at each step. */
const MOST_WRITES_IN_BURST = 120;
const MILLISECONDS_PER_WRITE = 1000;
const RETRY_SECONDS = 30;

/** Limits how often one person may save; allows far more than a browser sends after a week offline. */
const workWriteLimit = new BurstLimit(MOST_WRITES_IN_BURST, MILLISECONDS_PER_WRITE);
const limitWrites = createPersonRateLimit(syncResponder, RETRY_SECONDS, workWriteLimit);

const { answer, refuse } = syncResponder;

/** Returns the work's newest version; with `until`, all versions back to that one; with `from`, that version and older ones. */
export const GET: RequestHandler = async (event) => {
	// Every database statement checks that the person is an author: the works of others count as absent.
	const request = await checkApiRequest(event, syncResponder, permitByRoleAssumingRelations('work.read', 'author'));
	if (request instanceof Response) return request;
	const { id, pair } = request.person;
	const [from, until] = [event.url.searchParams.get('from'), event.url.searchParams.get('until')];
	if (!isId(event.params.work)) return refuse('absent');
	if ((from !== null && !isId(from)) || (until !== null && !isId(until))) return refuse('malformed');
	const stretch = from === null && until === null ? { mostVersions: 1 } : { from: from ?? undefined, until };
	const foundWork = await readWork(
		database(),
		{ account: id, besideAccount: pair?.other.id },
		event.params.work,
		stretch
	);
	return foundWork ? answer({ kind: 'work', ...foundWork }) : refuse('absent');
};

export const PUT: RequestHandler = async (event) => {
	const parseWorkOfAddress = (input: unknown): SentWork | 'malformed' | 'too-large' => {
		const parseResult = parseSentWork(input);
		if (parseResult.kind === 'refused') return parseResult.reason;
		return parseResult.sentWork.work.id === event.params.work ? parseResult.sentWork : 'malformed';
	};
	const message = { limit: limitWrites, largestBytes: LARGEST_SYNC_REQUEST_BYTES, parse: parseWorkOfAddress };
	const request = await readApiMessage(
		event,
		syncResponder,
		permitByRoleAssumingRelations('work.store', 'author'),
		message
	);
	if (request instanceof Response) return request;
	const { body, person } = request;
	const beside = person.pair ? { pair: person.pair.id, account: person.pair.other.id } : null;
	if (body.pair !== undefined && body.pair !== beside?.pair) return refuse('other-pair');
	const limits = await readAccountStorageLimits(database());
	const storeResult = await storeWork(database(), person.id, body, beside, limits);
	if (storeResult.kind === 'refused') return refuse(storeResult.reason);
	if (storeResult.kind === 'conflict') return answer(storeResult);
	if (beside && storeResult.authors.includes(beside.account))
		await addSecondStudentToBoardRows(database(), { workId: body.work.id, account: person.id, beside: beside.account });
	const { accountBytes, ...said } = storeResult;
	return answer({ ...said, taken: quotaPercentOf(accountBytes, limits.bytes) });
};

export const DELETE: RequestHandler = async (event) => {
	const request = await checkApiRequest(
		event,
		syncResponder,
		permitByRoleAssumingRelations('work.delete', 'author'),
		limitWrites
	);
	if (request instanceof Response) return request;
	const { work } = event.params;
	const isRemoved = isId(work) && (await removeWorkForAuthor(database(), request.person.id, work));
	return isRemoved ? answer({ kind: 'removed' }) : refuse('absent');
};
