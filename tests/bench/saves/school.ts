import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '#lib/server/db/database.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openPglite } from '#lib/server/db/pglite.ts';
import { openPostgres } from '#lib/server/db/postgres.ts';
import { account, schoolClass } from '#lib/server/db/schema/index.ts';
import { copyMigratedStoreTo } from '#lib/server/db/testing/pglite-pool.ts';
import { startPostgres } from '#lib/server/db/testing/postgres-server.ts';
import { storeWork } from '#lib/server/work/store-work.ts';
import { SESSION_SECRET, signInAccounts, type SignedInAccount } from '../signed-in.ts';
import { createSaveRequest } from './saving-student.ts';

export interface BenchSchool {
	engine: 'pglite' | 'postgres';
	students: SignedInAccount[];
	/** Environment variables for the server. */
	environment: Record<string, string>;
	/** Milliseconds for each save without a server, one after another. */
	statement: number[];
	close(): Promise<void>;
}

export const JOIN_CODE = 'CDF346';
const MEASURED_STATEMENT_COUNT = 300;

export async function prepareSchool(engine: BenchSchool['engine'], studentCount: number): Promise<BenchSchool> {
	const folder = await mkdtemp(join(tmpdir(), 'braise-school-'));
	const postgresServer = engine === 'postgres' ? await startPostgres({ careful: true }) : undefined;
	const address = postgresServer?.address();
	if (address === undefined) await copyMigratedStoreTo(folder);
	const connection = await (address === undefined ? openPglite(join(folder, 'database')) : openPostgres(address));
	await migrateDatabase(connection);
	const students = await createClassAndStudents(connection, studentCount);
	const statementTimes = await measureSaveStatementTimes(connection);
	await connection.close();
	return {
		engine,
		students,
		statement: statementTimes,
		environment: { DATA_FOLDER: folder, DATABASE_URL: address ?? '', AUTH_SECRET: SESSION_SECRET },
		async close() {
			await postgresServer?.stop();
			await rm(folder, { recursive: true, force: true });
		}
	};
}

async function createClassAndStudents(connection: Connection, studentCount: number): Promise<SignedInAccount[]> {
	const measuredAccount = { id: 'measured', role: 'student' as const, name: '', email: 'measured@invalid' };
	await connection.database.insert(account).values(measuredAccount);
	await connection.database.insert(schoolClass).values({ id: 'open', name: '2de 4', joinCode: JOIN_CODE });
	return signInAccounts(
		connection,
		'student',
		Array.from({ length: studentCount }, (_, index) => `student-${index}`)
	);
}

async function measureSaveStatementTimes({ database }: Connection): Promise<number[]> {
	const statementTimes: number[] = [];
	for (let turn = 0; turn < MEASURED_STATEMENT_COUNT; turn++) {
		const startMoment = performance.now();
		const answer = await storeWork(database, 'measured', createSaveRequest('measured', turn));
		if (answer.kind !== 'stored') throw new Error(`A save was answered with ${answer.kind}.`);
		statementTimes.push(performance.now() - startMoment);
	}
	return statementTimes;
}
