/** A database with students who are signed in already: signing in costs a tenth of a second each, on purpose, and is not what is measured. */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '../../../src/lib/server/db/database.ts';
import { migrate } from '../../../src/lib/server/db/migrate.ts';
import { openPglite } from '../../../src/lib/server/db/pglite.ts';
import { openPostgres } from '../../../src/lib/server/db/postgres.ts';
import { account, session } from '../../../src/lib/server/db/schema/index.ts';
import { startPostgres } from '../../../src/lib/server/db/testing/postgres-server.ts';
import { storeWork } from '../../../src/lib/server/work/store.ts';
import { sentBy, type Student } from './pupil.ts';

export interface School {
	engine: 'pglite' | 'postgres';
	students: Student[];
	/** For the server. */
	environment: Record<string, string>;
	/** Milliseconds of saves without a server, one after the other. */
	statement: number[];
	close(): Promise<void>;
}

const SECRET = randomBytes(32).toString('hex');
const STATEMENTS = 300;
const HOUR = 3_600_000;

export async function prepareSchool(engine: School['engine'], count: number): Promise<School> {
	const folder = await mkdtemp(join(tmpdir(), 'braise-school-'));
	const postgres = engine === 'postgres' ? await startPostgres({ careful: true }) : undefined;
	const address = postgres?.address();
	const connection = await (address === undefined ? openPglite(join(folder, 'database')) : openPostgres(address));
	await migrate(connection);
	const students = await enrol(connection, count);
	const statement = await timed(connection);
	await connection.close();
	return {
		engine,
		students,
		statement,
		environment: { DATA_FOLDER: folder, DATABASE_URL: address ?? '', AUTH_SECRET: SECRET },
		async close() {
			await postgres?.stop();
			await rm(folder, { recursive: true, force: true });
		}
	};
}

async function enrol({ database }: Connection, count: number): Promise<Student[]> {
	const ids = Array.from({ length: count }, (_, index) => `student-${index}`);
	await database
		.insert(account)
		.values([...ids, 'measured'].map((id) => ({ id, role: 'student' as const, name: '', email: `${id}@invalid` })));
	const expiresAt = new Date(Date.now() + 24 * HOUR);
	await database.insert(session).values(ids.map((id) => ({ id, token: `token-${id}`, accountId: id, expiresAt })));
	return ids.map((id) => ({ account: id, cookie: `braise.session_token=${signed(`token-${id}`)}` }));
}

/** As better-auth signs. */
function signed(value: string): string {
	return encodeURIComponent(`${value}.${createHmac('sha256', SECRET).update(value).digest('base64')}`);
}

async function timed({ database }: Connection): Promise<number[]> {
	const taken: number[] = [];
	for (let turn = 0; turn < STATEMENTS; turn++) {
		const began = performance.now();
		const stored = await storeWork(database, 'measured', sentBy('measured', turn));
		if (stored.kind !== 'stored') throw new Error(`A save was answered with ${stored.kind}.`);
		taken.push(performance.now() - began);
	}
	return taken;
}
