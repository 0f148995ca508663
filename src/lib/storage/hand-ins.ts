import type { IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { handInApi, parseSentHandIn, type HandInRefusal, type SentHandIn } from '#lib/wire/hand-in.ts';
import { parseOwnSubmissions, type OwnSubmission } from '#lib/wire/own-submission.ts';
import { hasAccountDeparted } from './person.ts';
import { withDatabase } from './open-database.ts';
import { worksDatabaseName } from './open.ts';

export interface WaitingHandIn {
	assignment: string;
	/** `take-back` takes a submission back from the server, or prevents a hand-in that is still on its way from being stored. */
	act: 'hand-in' | 'take-back';
	sent: SentHandIn;
	/** When the author made the request, in milliseconds by this browser's clock. */
	at: number;
	/** The server's refusal, kept until the author has read it. */
	refused: HandInRefusal | null;
}

const WAITING_HAND_INS_STORE = 'waiting';
const SUBMISSIONS_STORE = 'told';
type HandInsDatabaseSchema = Record<
	typeof WAITING_HAND_INS_STORE | typeof SUBMISSIONS_STORE,
	{ key: string; value: unknown }
>;

const waitingHandInRowSchema = v.object({
	assignment: v.string(),
	act: v.picklist(['hand-in', 'take-back']),
	sent: v.unknown(),
	at: v.number(),
	refused: v.nullable(handInApi.reasonSchema)
});

const submissionsRowSchema = v.object({ answer: v.unknown() });

export const handInsDatabaseName = (account: string): string => `${worksDatabaseName(account)}.hand-ins`;

/**
 * Waiting requests that this browser could not store, as on a full disk. They are newer than stored rows, and are lost with the
 * page.
 */
const waitingHandInsInMemory = new Map<string, WaitingHandIn>();
const waitingHandInKey = (account: string, assignmentId: string) => `${account} ${assignmentId}`;

export function forgetHandInsInMemory(account: string): void {
	for (const key of [...waitingHandInsInMemory.keys()])
		if (key.startsWith(`${account} `)) waitingHandInsInMemory.delete(key);
}

export async function readWaitingHandIn(account: string, assignmentId: string): Promise<WaitingHandIn | null> {
	const readResult = await withHandInsDatabase(account, (database) =>
		database.get(WAITING_HAND_INS_STORE, assignmentId)
	);
	const requestInMemory = waitingHandInsInMemory.get(waitingHandInKey(account, assignmentId));
	return requestInMemory ?? (readResult.kind === 'done' ? parseWaitingHandInRow(readResult.value) : null);
}

export async function readWaitingHandIns(account: string): Promise<WaitingHandIn[]> {
	const readResult = await withHandInsDatabase(account, (database) => database.getAll(WAITING_HAND_INS_STORE));
	const storedRequests =
		readResult.kind === 'done' ? readResult.value.flatMap((row) => parseWaitingHandInRow(row) ?? []) : [];
	const requestsInMemory = [...waitingHandInsInMemory].flatMap(([key, row]) =>
		key.startsWith(`${account} `) ? [row] : []
	);
	const requests = new Map([...storedRequests, ...requestsInMemory].map((request) => [request.assignment, request]));
	return [...requests.values()];
}

export async function storeWaitingHandIn(account: string, waitingHandIn: WaitingHandIn): Promise<void> {
	const writeResult = await withHandInsDatabase(account, (database) =>
		database.put(WAITING_HAND_INS_STORE, waitingHandIn)
	);
	const key = waitingHandInKey(account, waitingHandIn.assignment);
	if (writeResult.kind === 'failed') waitingHandInsInMemory.set(key, waitingHandIn);
	else waitingHandInsInMemory.delete(key);
}

/**
 * Records an answer: removes the request when it is done, else marks it as refused, unless its author has made another request
 * since.
 */
export async function recordHandInAnswer(
	account: string,
	waitingHandIn: WaitingHandIn,
	refusal: HandInRefusal | null
): Promise<void> {
	const { assignment, act, sent } = waitingHandIn;
	const key = waitingHandInKey(account, assignment);
	const refusedRequest = { ...waitingHandIn, refused: refusal };
	const isSameRequest = (now: WaitingHandIn | null | undefined) => now?.sent.id === sent.id && now.act === act;
	const isInMemory = isSameRequest(waitingHandInsInMemory.get(key));
	// The row may hold the previous request, which a request in memory was meant to replace but could not overwrite.
	const isRowReplaced = (row: WaitingHandIn | null) =>
		row === null || [sent.id, sent.replaces, ...(sent.orReplaces ?? [])].includes(row.sent.id);
	const databaseResult = await withHandInsDatabase(account, async (database) => {
		const transaction = database.transaction(WAITING_HAND_INS_STORE, 'readwrite');
		const row = parseWaitingHandInRow(await transaction.store.get(assignment));
		if (!isSameRequest(row) && !(isInMemory && isRowReplaced(row))) return;
		const { store } = transaction;
		const change = refusal === null ? store.delete(assignment) : store.put(refusedRequest);
		await Promise.all([change, transaction.done]);
	});
	if (waitingHandInsInMemory.has(key) && !isInMemory) return;
	if (refusal === null || databaseResult.kind === 'done') waitingHandInsInMemory.delete(key);
	// A refusal that cannot be stored, as on a full disk, is kept in memory.
	else if (!hasAccountDeparted(account)) waitingHandInsInMemory.set(key, refusedRequest);
}

export async function readSubmissions(account: string, assignmentId: string): Promise<OwnSubmission[] | null> {
	const readResult = await withHandInsDatabase(account, (database) => database.get(SUBMISSIONS_STORE, assignmentId));
	const row = readResult.kind === 'done' ? parseWithSchema(submissionsRowSchema, readResult.value) : undefined;
	const parsedAnswer = parseOwnSubmissions(row?.answer);
	return parsedAnswer?.kind === 'submissions' ? parsedAnswer.submissions : null;
}

export async function storeSubmissions(account: string, assignmentId: string, answer: unknown): Promise<void> {
	await withHandInsDatabase(account, (database) =>
		database.put(SUBMISSIONS_STORE, { assignment: assignmentId, answer })
	);
}

function parseWaitingHandInRow(input: unknown): WaitingHandIn | null {
	const row = parseWithSchema(waitingHandInRowSchema, input);
	const parsedHandIn = parseSentHandIn(row?.sent);
	return row && parsedHandIn ? { ...row, sent: parsedHandIn } : null;
}

async function withHandInsDatabase<T>(
	account: string,
	action: (database: IDBPDatabase<HandInsDatabaseSchema>) => Promise<T>
): Promise<{ kind: 'done'; value: T } | { kind: 'failed' }> {
	try {
		return {
			kind: 'done',
			value: await withDatabase(account, handInsDatabaseName(account), createHandInStores, action)
		};
	} catch {
		return { kind: 'failed' };
	}
}

function createHandInStores(made: IDBPDatabase<HandInsDatabaseSchema>): void {
	for (const store of [WAITING_HAND_INS_STORE, SUBMISSIONS_STORE] as const)
		made.createObjectStore(store, { keyPath: 'assignment' });
}
