import * as v from 'valibot';
import { fromBase64 } from '#lib/domain/own-file/base64.ts';
import { sha256Of } from '#lib/domain/own-file/content-hash.ts';
import { recogniseOwnFile } from '#lib/domain/own-file/file-content.ts';
import { sha256Schema } from '#lib/domain/own-file/own-file.ts';
import { isId } from '#lib/domain/identity.ts';
import { LARGEST_FILE_REQUEST_BYTES, parseSentOwnFile, type SentOwnFile } from '#lib/wire/own-file.ts';
import { database } from '#lib/server/db/index.ts';
import {
	createPersonRateLimit,
	readApiMessage,
	checkApiRequest,
	syncResponder,
	permitByRoleAssumingRelations
} from '#lib/server/http/api.ts';
import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';
import { storeOwnFile, readOwnFile } from '#lib/server/work/own-files.ts';
import { readAccountStorageLimits, quotaPercentOf } from '#lib/server/work/quota.ts';
import type { RequestHandler } from './$types';

/** Number of files that one person may send at once; a browser sends each file only once. */
const MOST_FILES_IN_BURST = 60;
const MILLISECONDS_PER_FILE = 2000;
const RETRY_SECONDS = 30;

const fileRequestLimit = new BurstLimit(MOST_FILES_IN_BURST, MILLISECONDS_PER_FILE);
const limitFileRequests = createPersonRateLimit(syncResponder, RETRY_SECONDS, fileRequestLimit);

const { answer, refuse } = syncResponder;

export const GET: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, syncResponder, permitByRoleAssumingRelations('work.read', 'author'));
	if (request instanceof Response) return request;
	const { work, file } = event.params;
	if (!isId(work) || !v.is(sha256Schema, file)) return refuse('absent');
	const content = await readOwnFile(database(), request.person.id, work, file);
	return content === undefined ? refuse('absent') : answer({ kind: 'file', content });
};

/** Stores an own file. Refuses files that a project may not hold, and bytes whose hash differs from the file's name. */
export const PUT: RequestHandler = async (event) => {
	const { work, file } = event.params;
	const parseFileMatchingAddress = (input: unknown): SentOwnFile | undefined => {
		const ownFile = parseSentOwnFile(input);
		const bytes = ownFile && fromBase64(ownFile.content);
		return bytes && recogniseOwnFile(bytes) !== undefined && sha256Of(bytes) === file ? ownFile : undefined;
	};
	const message = {
		limit: limitFileRequests,
		largestBytes: LARGEST_FILE_REQUEST_BYTES,
		parse: parseFileMatchingAddress
	};
	const request = await readApiMessage(
		event,
		syncResponder,
		permitByRoleAssumingRelations('work.store', 'author'),
		message
	);
	if (request instanceof Response) return request;
	if (!isId(work)) return refuse('absent');
	const storageLimits = await readAccountStorageLimits(database());
	const { content } = request.body;
	const storeResult = await storeOwnFile(
		database(),
		request.person.id,
		{ workId: work, sha256: file, content },
		storageLimits
	);
	if (storeResult.kind === 'refused') return refuse(storeResult.reason);
	return answer({ kind: 'kept', taken: quotaPercentOf(storeResult.accountBytes, storageLimits.bytes) });
};
