import { sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from '#lib/server/db/index.ts';
import { rowsOf } from '#lib/server/db/database.ts';
import { portfolioWork, work } from '#lib/server/db/schema/index.ts';
import { environment } from '#lib/server/environment.ts';
import { logEvent } from '#lib/server/log/index.ts';
import { QUOTA_WARNING_PERCENT } from '#lib/domain/account.ts';
import { deflateRawSync } from 'node:zlib';

const MOST_WORKS_PER_ACCOUNT = 1000;

export interface AccountStorageLimits {
	works: number;
	/** Upper limit of bytes of one account, counted compressed, as they are stored. */
	bytes: number;
	isFull: boolean;
}

export const DEFAULT_ACCOUNT_STORAGE_LIMITS: AccountStorageLimits = {
	works: MOST_WORKS_PER_ACCOUNT,
	bytes: 20_000_000,
	isFull: false
};

/**
 * A text counts for at least its length divided by this: a million equal letters compress to almost nothing, yet take
 * memory.
 */
const LARGEST_COMPRESSION_FACTOR = 4;

/** Estimates the bytes that the database stores for a version; compressed, a text takes about a third of its length. */
export function estimateStoredBytes(content: object): number {
	const text = JSON.stringify(content);
	return Math.max(deflateRawSync(text, { level: 1 }).length, Math.ceil(text.length / LARGEST_COMPRESSION_FACTOR));
}

export class QuotaWatch {
	/** Largest percentage of which a warning was given since usage was last too low for one; 0 when none was. */
	#saidPercent = 0;
	readonly #say: (percent: number) => void;

	constructor(say: (percent: number) => void) {
		this.#say = say;
	}

	observe(percent: number): void {
		if (percent < QUOTA_WARNING_PERCENT) this.#saidPercent = 0;
		else if (percent > this.#saidPercent) {
			this.#saidPercent = percent;
			this.#say(percent);
		}
	}
}

const usedBytesRowSchema = v.object({ bytes: v.number() });

/** Milliseconds for which the measured size of all works is reused; a disk cannot be filled in that time. */
const TOTAL_BYTES_REUSE_MILLISECONDS = 10_000;
let lastTotalBytesMeasurement: { at: number; bytes: Promise<number> } | undefined;
const quotaWatch = new QuotaWatch((percent) => logEvent('quota.filling', { percent }));

export async function readAccountStorageLimits(database: Database): Promise<AccountStorageLimits> {
	const { quotaBytes } = environment();
	const bytes = await readTotalWorkBytes(database);
	return { works: MOST_WORKS_PER_ACCOUNT, bytes: quotaBytes.person, isFull: bytes >= quotaBytes.all };
}

export async function readUsedQuotaPercentOfAll(database: Database): Promise<number> {
	return quotaPercentOf(await readTotalWorkBytes(database), environment().quotaBytes.all);
}

async function readTotalWorkBytes(database: Database): Promise<number> {
	const now = performance.now();
	if (lastTotalBytesMeasurement === undefined || now - lastTotalBytesMeasurement.at > TOTAL_BYTES_REUSE_MILLISECONDS)
		lastTotalBytesMeasurement = { at: now, bytes: measureTotalWorkBytes(database) };
	return lastTotalBytesMeasurement.bytes.catch((error: unknown) => {
		lastTotalBytesMeasurement = undefined;
		throw error;
	});
}

async function measureTotalWorkBytes(database: Database): Promise<number> {
	const bytes = await countUsedBytesOfAll(database);
	quotaWatch.observe(quotaPercentOf(bytes, environment().quotaBytes.all));
	return bytes;
}

/** Returns the SQL for the bytes of all works of which the account is an author, plus those of its portfolios on walls. */
export const usedBytesOf = (account: string): SQL => sql`(
	select coalesce(sum(bytes), 0) from (
		select work.bytes from work_author join work on work.id = work_author.work_id where account_id = ${account}
		union all
		select portfolio_work.bytes from portfolio_work
		join portfolio on portfolio.id = portfolio_work.portfolio_id
		join membership on membership.id = portfolio.membership_id
		where membership.account_id = ${account}
	) as stored
)`;

export async function countUsedBytesOfAccount(database: Database, account: string): Promise<number> {
	const result = await database.execute(sql`select ${usedBytesOf(account)}::float8 as bytes`);
	return v.parse(usedBytesRowSchema, rowsOf(result)[0]).bytes;
}

export async function readUsedQuotaPercentOfAccount(database: Database, account: string): Promise<number> {
	return quotaPercentOf(await countUsedBytesOfAccount(database, account), environment().quotaBytes.person);
}

export const quotaPercentOf = (bytes: number, most: number): number => Math.min(100, Math.floor((bytes / most) * 100));

async function countUsedBytesOfAll(database: Database): Promise<number> {
	const [found] = await database.select({ bytes: sql<number>`coalesce(sum(${work.bytes}), 0)::float8` }).from(work);
	const [shown] = await database
		.select({ bytes: sql<number>`coalesce(sum(${portfolioWork.bytes}), 0)::float8` })
		.from(portfolioWork);
	return (found?.bytes ?? 0) + (shown?.bytes ?? 0);
}
