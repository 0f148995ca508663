/** The HTTP client for works; an answer that is not in Braise's format counts as failure. */
import {
	parseSyncAnswer,
	parseDeleteWorkAnswer,
	parseListWorksAnswer,
	parseReadWorkAnswer,
	syncApi,
	type SyncAnswer,
	type DeleteWorkAnswer,
	type ListWorksAnswer,
	type ReadWorkAnswer,
	type SentWork
} from '#lib/wire/sync.ts';
import {
	parseReadFileAnswer,
	parseStoreFileAnswer,
	type ReadFileAnswer,
	type StoreFileAnswer,
	type SentOwnFile
} from '#lib/wire/own-file.ts';
import { parseJson } from '#lib/domain/parse.ts';
import type { SyncTroubleReason } from './trouble.ts';

interface UnansweredWorkRequest {
	kind: 'unanswered';
	reason: Extract<SyncTroubleReason, 'offline' | 'unreachable' | 'not-ours' | 'server'>;
}

export type StoreFileResult = StoreFileAnswer | UnansweredWorkRequest;

export interface WorkServerClient {
	put(sent: SentWork): Promise<SyncAnswer | UnansweredWorkRequest>;
	/** Sends a work while the page closes, without waiting for an answer. Browsers allow at most 64 kB; returns false for more. */
	putOnClosing(sent: SentWork): boolean;
	list(account: string): Promise<ListWorksAnswer | UnansweredWorkRequest>;
	read(account: string, workId: string, until: string | null): Promise<ReadWorkAnswer | UnansweredWorkRequest>;
	remove(account: string, workId: string): Promise<DeleteWorkAnswer | UnansweredWorkRequest>;
	/** Sends an own file; `content` is base64. */
	putFile(account: string, workId: string, sha256: string, content: string): Promise<StoreFileResult>;
	readFile(account: string, workId: string, sha256: string): Promise<ReadFileAnswer | UnansweredWorkRequest>;
}

/** Milliseconds to wait for an answer, enough for the largest work on a slow connection. */
const SERVER_ANSWER_LIMIT_MS = 30_000;
/** Milliseconds to wait for an answer to an own file, on which nothing else waits. */
const FILE_ANSWER_LIMIT_MS = 120_000;
const LARGEST_KEEPALIVE_REQUEST_BYTES = 60_000;

const WORKS_ADDRESS = '/api/works';
const workAddressOf = (workId: string) => `${WORKS_ADDRESS}/${encodeURIComponent(workId)}`;
const fileAddressOf = (workId: string, sha256: string) =>
	`${workAddressOf(workId)}/files/${encodeURIComponent(sha256)}`;
const formatQuery = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters).toString()}`;

function createPutRequest(body: string): RequestInit {
	return { method: 'PUT', headers: { 'content-type': 'application/json' }, body };
}

/**
 * Largest difference between this machine's clock and the server's, in milliseconds, that is not reported; beyond it, displayed
 * times would be wrong.
 */
const CLOCK_TOLERANCE_MS = 3_600_000;

/** Creates the client. `onclock` is told whether this machine's clock is far from the server's. */
export function createWorkServerClient(
	fetchFunction: typeof fetch = (...request) => fetch(...request),
	onclock: (isWrong: boolean) => void = () => undefined
): WorkServerClient {
	async function askServer<T>(
		address: string,
		init: RequestInit,
		parseAnswer: (input: unknown) => T | undefined,
		limitMilliseconds = SERVER_ANSWER_LIMIT_MS
	): Promise<T | UnansweredWorkRequest> {
		const abortController = new AbortController();
		const timer = setTimeout(() => abortController.abort(), limitMilliseconds);
		try {
			// Never follow a redirect, which could send a person's work to a foreign page.
			const response = await fetchFunction(address, {
				...init,
				redirect: 'manual',
				cache: 'no-store',
				signal: abortController.signal
			});
			const text = await response.text();
			const answer = parseAnswer(parseJson(text));
			if (answer !== undefined) {
				const date = Date.parse(response.headers.get('date') ?? '');
				if (!Number.isNaN(date)) onclock(Math.abs(Date.now() - date) > CLOCK_TOLERANCE_MS);
				return answer;
			}
			return { kind: 'unanswered', reason: response.status >= 500 ? 'server' : 'not-ours' };
		} catch {
			return { kind: 'unanswered', reason: navigator.onLine === false ? 'offline' : 'unreachable' };
		} finally {
			clearTimeout(timer);
		}
	}

	return {
		put: (sent) => askServer(workAddressOf(sent.work.id), createPutRequest(JSON.stringify(sent)), parseSyncAnswer),
		putOnClosing(sent) {
			const body = JSON.stringify(sent);
			if (new TextEncoder().encode(body).length > LARGEST_KEEPALIVE_REQUEST_BYTES) return false;
			void fetchFunction(workAddressOf(sent.work.id), { ...createPutRequest(body), keepalive: true }).catch(
				() => undefined
			);
			return true;
		},
		list: (account) => askServer(WORKS_ADDRESS + formatQuery({ account }), {}, parseListWorksAnswer),
		read: (account, work, until) =>
			askServer(
				workAddressOf(work) + formatQuery(until === null ? { account } : { account, until }),
				{},
				parseReadWorkAnswer
			),
		remove: (account, work) =>
			askServer(workAddressOf(work) + formatQuery({ account }), { method: 'DELETE' }, parseDeleteWorkAnswer),
		putFile: (account, work, sha256, content) => {
			const body = JSON.stringify({ format: syncApi.format, account, content } satisfies SentOwnFile);
			return askServer(fileAddressOf(work, sha256), createPutRequest(body), parseStoreFileAnswer, FILE_ANSWER_LIMIT_MS);
		},
		readFile: (account, work, sha256) =>
			askServer(fileAddressOf(work, sha256) + formatQuery({ account }), {}, parseReadFileAnswer)
	};
}
