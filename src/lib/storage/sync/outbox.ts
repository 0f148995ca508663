/** The outbox of one person in this browser: unsent changes and the server's answers, without network access. */
import type { SyncAnswer, ReadAnswer, SentWork, ServerSummary } from '#lib/domain/sync.ts';
import { parseWork } from '#lib/domain/work-parse.ts';
import type { Failed } from '../failure.ts';
import { readDrafts, readVersions } from '../parse-rows.ts';
import type { Access } from '../rows.ts';
import { followCopy, forgetOthers, takeAuthors } from './authors.ts';
import { compose, unsent } from './compose.ts';
import { settle, takeAnswer, takeRead, type SyncResult } from './reconcile.ts';
import { readRow, readRows } from './row.ts';

export interface Outbox {
	/** Resolves to null when nothing is to be sent. `seal` seals the draft first; `wanted` versions are always sent. */
	compose(account: string, work: string, seal: boolean, wanted?: string[]): Promise<SentWork | null | Failed>;
	answered(sent: SentWork, answer: SyncAnswer): Promise<SyncResult | Failed>;
	received(read: Extract<ReadAnswer, { kind: 'work' }>): Promise<SyncResult | Failed>;
	/** Resolves to the works with unsent changes. */
	waiting(account: string): Promise<string[] | Failed>;
	/** Resolves to the works with versions that only this browser has, including refused ones. */
	onlyHere(): Promise<string[] | Failed>;
	/** Resolves to the works removed here that the server may still have. */
	removals(): Promise<string[] | Failed>;
	/** Called when the server no longer has the work. */
	forget(work: string): Promise<void>;
	/** Resolves to the server's head of each work. */
	heads(): Promise<Map<string, string | null> | Failed>;
	settle(work: string): Promise<void>;
	authored(works: Pick<ServerSummary, 'id' | 'authors'>[]): Promise<void>;
	/** Erases other people's decisions from this browser. */
	forgetOthers(): Promise<void>;
	/** Moves local versions of a pair's work into this person's copy: see authors.ts. Resolves to whether there were any. */
	followCopy(original: string, copy: string): Promise<boolean | Failed>;
	/** Resolves to whether this holder alone may send for this time, so one tab of several sends. Plain http has no locks. */
	lease(holder: string, milliseconds: number): Promise<boolean>;
}

type Attempt = <T>(mode: 'readonly' | 'readwrite', body: (access: Access) => Promise<T>) => Promise<T | Failed>;

const LEASE = 'send';

export function outboxOn(attempt: Attempt, now: () => number): Outbox {
	return {
		compose: (account, work, seal, wanted) =>
			attempt('readwrite', (access) => compose(access, account, work, seal, wanted)),
		answered: (sent, answer) => attempt('readwrite', (access) => takeAnswer(access, sent, answer)),
		received: (read) => attempt('readwrite', (access) => takeRead(access, read)),
		waiting: (account) =>
			attempt('readwrite', async (access) => {
				const works = (await access.all('works')).flatMap((row) => parseWork(row) ?? []);
				const waiting: string[] = [];
				for (const { id } of works) if (await compose(access, account, id, false)) waiting.push(id);
				return waiting;
			}),
		onlyHere: () =>
			attempt('readonly', async (access) => {
				const works = (await access.all('works')).flatMap((row) => parseWork(row) ?? []);
				const only: string[] = [];
				for (const { id, head } of works) {
					const drafts = (await readDrafts(access, id)).map((draft) => draft.version);
					const versions = [...drafts, ...(await readVersions(access, id))];
					if (unsent(versions, head, await readRow(access, id)).length > 0) only.push(id);
				}
				return only;
			}),
		removals: () =>
			attempt('readonly', async (access) =>
				(await readRows(access)).filter(({ removed }) => removed).map(({ work }) => work)
			),
		forget: async (work) =>
			void (await attempt('readwrite', async (access) => {
				if ((await readRow(access, work)).removed) await access.remove('outbox', work);
			})),
		heads: () =>
			attempt('readonly', async (access) => new Map((await readRows(access)).map(({ work, head }) => [work, head]))),
		settle: async (work) => void (await attempt('readwrite', (access) => settle(access, work))),
		authored: async (works) =>
			void (await attempt('readwrite', async (access) => {
				for (const { id, authors } of works) await takeAuthors(access, id, authors);
			})),
		forgetOthers: async () => void (await attempt('readwrite', forgetOthers)),
		followCopy: (original, copy) => attempt('readwrite', (access) => followCopy(access, original, copy)),
		async lease(holder, milliseconds) {
			const taken = await attempt('readwrite', async (access) => {
				const row = (await access.get('leases', LEASE)) as { holder: string; until: number } | undefined;
				const free = row === undefined || row.holder === holder || row.until <= now() || row.until > now() + 600_000;
				if (free) await access.put('leases', { name: LEASE, holder, until: now() + milliseconds });
				return free;
			});
			// Unwritable rows do not stop sending, since sending twice is harmless.
			return taken !== false;
		}
	};
}
