import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { type Connection, wrapToRunOnce, DatabaseRefusal } from './database.ts';
import { lockStoreFolder } from './store-folder-lock.ts';
import { setDrizzleParsers } from './pglite-parsers.ts';
import { PrivatePgliteFiles } from './private-files.ts';
import * as schema from './schema/index.ts';

class EventLoopPauses {
	#lastPauseAt = performance.now();
	#nextPause: Promise<void> | undefined;

	/** Resolves after the next pause, or at once when the last pause was less than `milliseconds` ago. */
	async pauseAfter(milliseconds: number): Promise<void> {
		if (this.#nextPause === undefined && performance.now() - this.#lastPauseAt < milliseconds) return;
		await (this.#nextPause ??= this.#pause());
	}

	#pause(): Promise<void> {
		return new Promise((resolve) => {
			setImmediate(() => {
				this.#lastPauseAt = performance.now();
				this.#nextPause = undefined;
				resolve();
			});
		});
	}
}

/** PostgreSQL's own default for shared buffers is eight times as much: too large for a school's machine. */
const ENGINE_SETTINGS = ['shared_buffers=16MB'];
/** Longest time, in milliseconds, that queries may block the event loop. */
const LONGEST_EVENT_LOOP_BLOCK_MILLISECONDS = 5;
/** Milliseconds after which a store that neither opens nor fails counts as damaged. */
const OPEN_TIMEOUT_MILLISECONDS = 60_000;

/** Opens or creates the store. `memory://` stores nothing on the disk and needs no lock. PGlite never calls fsync: see docs/running.md. */
export async function openPglite(folder: string): Promise<Connection> {
	if (folder.startsWith('memory:')) return connectionOfPglite(await openPgliteClient({ dataDir: folder }));
	await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
	const unlock = await lockStoreFolder(folder);
	try {
		if (!existsSync(folder)) await createStoreFolder(folder);
		const client = await openAndVerifyStore(folder);
		return connectionOfPglite(client, unlock);
	} catch (error) {
		await unlock();
		throw error;
	}
}

/** Creates the store under another name and renames it when complete, so that an interrupted start does not look like a damaged store. */
async function createStoreFolder(folder: string): Promise<void> {
	const unfinishedFolder = `${folder}.making`;
	await rm(unfinishedFolder, { recursive: true, force: true });
	await (await openStoreIn(unfinishedFolder)).close();
	await rename(unfinishedFolder, folder);
}

const openStoreIn = (folder: string): Promise<PGlite> => openPgliteClient({ fs: new PrivatePgliteFiles(folder) });

async function openPgliteClient(options: PGliteOptions): Promise<PGlite> {
	const client = new PausingPglite({ ...options, postgresqlconf: ENGINE_SETTINGS });
	await client.waitReady;
	return client;
}

/**
 * Pauses between queries, because PGlite answers without the event loop: no request is read and no answer sent
 * while queries wait.
 */
class PausingPglite extends PGlite {
	readonly #pauses = new EventLoopPauses();

	override async execProtocolRaw(...message: Parameters<PGlite['execProtocolRaw']>): Promise<Uint8Array> {
		await this.#pauses.pauseAfter(LONGEST_EVENT_LOOP_BLOCK_MILLISECONDS);
		return super.execProtocolRaw(...message);
	}
}

async function openAndVerifyStore(folder: string): Promise<PGlite> {
	let client: PGlite | undefined;
	try {
		// Without this file, the engine would create a new, empty store over the remains of the old one.
		if (!existsSync(join(folder, 'PG_VERSION'))) throw new Error('PG_VERSION is missing.');
		client = await withTimeLimit(OPEN_TIMEOUT_MILLISECONDS, openStoreIn(folder));
		await withTimeLimit(OPEN_TIMEOUT_MILLISECONDS, readAllTables(client));
		return client;
	} catch (error) {
		await client?.close().catch(() => undefined);
		throw new DatabaseRefusal(
			`The database in ${folder} is damaged (${error instanceof Error ? error.message : String(error)}). Bring back the last backup with: npm run restore`
		);
	}
}

/** Reads every table once, to find damage at the start and not during a lesson. */
async function readAllTables(client: PGlite): Promise<void> {
	const { rows } = await client.query<{ name: string }>(
		`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname = 'public'`
	);
	for (const { name } of rows) await client.query(`select count(*) from ${name}`);
}

function withTimeLimit<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
	let timer: NodeJS.Timeout | undefined;
	const timeLimit = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error('it does not open')), milliseconds);
	});
	return Promise.race([promise, timeLimit]).finally(() => clearTimeout(timer));
}

export function connectionOfPglite(
	client: PGlite,
	afterClose: () => Promise<void> = async () => undefined
): Connection {
	const { drizzleClient, otherOptions } = setDrizzleParsers(client);
	return {
		kind: 'pglite',
		database: drizzle(drizzleClient, { schema }),
		async query(statement, values) {
			if (values !== undefined) return client.query<Record<string, unknown>>(statement, values, otherOptions);
			return (await client.exec(statement, otherOptions)).at(-1) ?? { rows: [] };
		},
		listen: (channel, onMessage) => client.listen(channel, onMessage),
		close: wrapToRunOnce(async () => {
			await client.close();
			await afterClose();
		})
	};
}
