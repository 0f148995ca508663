/** Stores waiting hand-ins, one per assignment, and the server's last list of submissions. */
import { openDB, type IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { handInApi, parseSentHandIn, type HandInRefusal, type SentHandIn } from '#lib/wire/hand-in.ts';
import { parseOwnSubmissions, type OwnSubmission } from '#lib/wire/own-submission.ts';
import { hasAccountDeparted } from './departed-accounts.ts';
import { databaseNameOf } from './open.ts';

export interface WaitingHandIn {
	assignment: string;
	/** `take-back` takes a submission back from the server, or keeps one that is still on its way from being stored. */
	act: 'hand-in' | 'take-back';
	sent: SentHandIn;
	/** When the author asked, in milliseconds by this browser's clock. */
	at: number;
	/** The server's refusal, kept until the author has read it. */
	refused: HandInRefusal | null;
}

const WAITING_STORE = 'waiting';
const SUBMISSIONS_STORE = 'told';
type Store = typeof WAITING_STORE | typeof SUBMISSIONS_STORE;

const rowSchema = v.object({
	assignment: v.string(),
	act: v.picklist(['hand-in', 'take-back']),
	sent: v.unknown(),
	at: v.number(),
	refused: v.nullable(handInApi.reasonSchema)
});

export const handInsDatabaseName = (account: string): string => `${databaseNameOf(account)}.hand-ins`;

/** Waiting requests of a browser that stores nothing; they are lost with the page. */
const waitingInMemory = new Map<string, WaitingHandIn>();
const keyOf = (account: string, assignment: string) => `${account} ${assignment}`;

export function forgetHandIns(account: string): void {
	for (const key of [...waitingInMemory.keys()]) if (key.startsWith(`${account} `)) waitingInMemory.delete(key);
}

export async function readWaitingHandIn(account: string, assignment: string): Promise<WaitingHandIn | null> {
	const row = await withDatabase(account, (database) => database.get(WAITING_STORE, assignment));
	return row.kind === 'done' ? parseRow(row.value) : (waitingInMemory.get(keyOf(account, assignment)) ?? null);
}

export async function readWaitingHandIns(account: string): Promise<WaitingHandIn[]> {
	const rows = await withDatabase(account, (database) => database.getAll(WAITING_STORE));
	if (rows.kind === 'done') return rows.value.flatMap((row) => parseRow(row) ?? []);
	return [...waitingInMemory].flatMap(([key, row]) => (key.startsWith(`${account} `) ? [row] : []));
}

export async function storeWaitingHandIn(account: string, waiting: WaitingHandIn): Promise<void> {
	const writeResult = await withDatabase(account, (database) => database.put(WAITING_STORE, waiting));
	if (writeResult.kind === 'failed') waitingInMemory.set(keyOf(account, waiting.assignment), waiting);
}

/** Marks the request as refused, or removes it when done, unless its author has made another request since. */
export async function recordHandInAnswer(
	account: string,
	{ assignment, act, sent }: WaitingHandIn,
	refused: HandInRefusal | null
): Promise<void> {
	const isSame = (now: WaitingHandIn | null) => now?.sent.id === sent.id && now.act === act;
	const databaseResult = await withDatabase(account, async (database) => {
		const transaction = database.transaction(WAITING_STORE, 'readwrite');
		const now = parseRow(await transaction.store.get(assignment));
		if (now && isSame(now)) {
			if (refused === null) await transaction.store.delete(assignment);
			else await transaction.store.put({ ...now, refused });
		}
		await transaction.done;
	});
	if (databaseResult.kind === 'done') return;
	const key = keyOf(account, assignment);
	const now = waitingInMemory.get(key) ?? null;
	if (!now || !isSame(now)) return;
	if (refused === null) waitingInMemory.delete(key);
	else waitingInMemory.set(key, { ...now, refused });
}

/** Resolves to the last list of submissions received, or null when none was received. */
export async function readSubmissions(account: string, assignment: string): Promise<OwnSubmission[] | null> {
	const row = await withDatabase(account, (database) => database.get(SUBMISSIONS_STORE, assignment));
	const parsedRow = row.kind === 'done' ? v.safeParse(v.object({ answer: v.unknown() }), row.value) : undefined;
	const parsedAnswer = parsedRow?.success ? parseOwnSubmissions(parsedRow.output.answer) : undefined;
	return parsedAnswer?.kind === 'submissions' ? parsedAnswer.submissions : null;
}

export async function storeSubmissions(account: string, assignment: string, answer: unknown): Promise<void> {
	await withDatabase(account, (database) => database.put(SUBMISSIONS_STORE, { assignment, answer }));
}

function parseRow(input: unknown): WaitingHandIn | null {
	const row = v.safeParse(rowSchema, input);
	const handIn = row.success ? parseSentHandIn(row.output.sent) : undefined;
	return row.success && handIn ? { ...row.output, sent: handIn } : null;
}

async function withDatabase<T>(
	account: string,
	body: (database: IDBPDatabase<Record<Store, { key: string; value: unknown }>>) => Promise<T>
): Promise<{ kind: 'done'; value: T } | { kind: 'failed' }> {
	if (hasAccountDeparted(account)) return { kind: 'failed' };
	let database: IDBPDatabase<Record<Store, { key: string; value: unknown }>> | undefined;
	try {
		database = await openDB<Record<Store, { key: string; value: unknown }>>(handInsDatabaseName(account), 1, {
			upgrade(made) {
				for (const store of [WAITING_STORE, SUBMISSIONS_STORE] as const)
					made.createObjectStore(store, { keyPath: 'assignment' });
			}
		});
		return { kind: 'done', value: await body(database) };
	} catch {
		return { kind: 'failed' };
	} finally {
		database?.close();
	}
}
