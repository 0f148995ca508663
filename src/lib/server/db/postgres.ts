import { randomUUID } from 'node:crypto';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { type Connection, type QueryRows, wrapToRunOnce, DatabaseRefusal } from './database.ts';
import { PostgresListener } from './listener.ts';
import { PostgresClient } from './postgres-client.ts';
import * as schema from './schema/index.ts';

/** Milliseconds to wait for a server that is still starting. */
const LONGEST_SERVER_START_MILLISECONDS = 30_000;
const CONNECTION_RETRY_MILLISECONDS = 500;
const MOST_CONNECTIONS = 10;
/**
 * Milliseconds after which an unused connection is closed. A class that hands in uses all of them at once, and opening one takes longer
 * than a query, so they last from one lesson's bell to the next.
 */
const IDLE_CONNECTION_MILLISECONDS = 3_600_000;
/** Milliseconds before an unused connection sends keepalive packets; some networks drop one that is silent for four minutes. */
const KEEP_ALIVE_MILLISECONDS = 60_000;

/** Error codes of a server that cannot be reached yet; the connection is then tried again. */
const SERVER_STARTING_CODES = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', '57P03']);

export async function openPostgres(
	address: string,
	patienceMilliseconds = LONGEST_SERVER_START_MILLISECONDS
): Promise<Connection> {
	const pool = new pg.Pool({
		connectionString: address,
		Client: PostgresClient,
		max: MOST_CONNECTIONS,
		idleTimeoutMillis: IDLE_CONNECTION_MILLISECONDS,
		keepAlive: true,
		keepAliveInitialDelayMillis: KEEP_ALIVE_MILLISECONDS,
		application_name: `braise ${randomUUID()}`
	});
	// The pool replaces a broken idle connection; without this handler the error would end the process.
	pool.on('error', () => undefined);
	await waitForServerAnswer(pool, patienceMilliseconds);
	const listener = new PostgresListener(() => new pg.Client({ connectionString: address }));
	return {
		kind: 'postgres',
		database: drizzle(pool, { schema }),
		query: async (statement, values) => lastResultOf(await pool.query(statement, values)),
		listen: (channel, onMessage, onMissed) => listener.listen(channel, onMessage, onMissed),
		close: wrapToRunOnce(async () => {
			await listener.close();
			await pool.end();
		})
	};
}

/** Returns the last result. Several statements return a list of results, which the driver's types do not say. */
function lastResultOf(result: QueryRows | QueryRows[]): QueryRows {
	return Array.isArray(result) ? (result.at(-1) ?? { rows: [] }) : result;
}

async function waitForServerAnswer(pool: pg.Pool, patienceMilliseconds: number): Promise<void> {
	const deadline = Date.now() + patienceMilliseconds;
	for (;;) {
		try {
			await pool.query('select 1');
			return;
		} catch (error) {
			const code = errorCodeOf(error);
			if (SERVER_STARTING_CODES.has(code) && Date.now() < deadline) {
				await new Promise((resolve) => setTimeout(resolve, CONNECTION_RETRY_MILLISECONDS));
				continue;
			}
			await pool.end();
			// The message leaves the server's address out: it holds a password.
			throw new DatabaseRefusal(
				`The PostgreSQL server that DATABASE_URL names does not let Braise in (${code}). Look at the address, the user and whether it runs.`
			);
		}
	}
}

function errorCodeOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no reason given';
}
