import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '#lib/server/db/database.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openPglite } from '#lib/server/db/pglite.ts';
import { openPostgres } from '#lib/server/db/postgres.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { startPostgres } from '#lib/server/db/testing/postgres-server.ts';
import { packChallenge } from '#lib/server/content/pack.ts';
import { SESSION_SECRET, signInAccounts, type SignedInAccount } from '../signed-in.ts';

export interface BenchLesson {
	classId: string;
	assignment: string;
	teacher: SignedInAccount;
	students: (SignedInAccount & { member: string })[];
}

export interface BenchLessons {
	engine: 'pglite' | 'postgres';
	lessons: BenchLesson[];
	/** Environment variables for the server. */
	environment: Record<string, string>;
	close(): Promise<void>;
}

export async function prepareLessons(
	engine: BenchLessons['engine'],
	classCount: number,
	studentCount: number,
	prepareMore: (connection: Connection, lessons: BenchLesson[]) => Promise<void> = async () => undefined
): Promise<BenchLessons> {
	const folder = await mkdtemp(join(tmpdir(), 'braise-lessons-'));
	const postgresServer = engine === 'postgres' ? await startPostgres({ careful: true }) : undefined;
	const address = postgresServer?.address();
	const connection = await (address === undefined ? openPglite(join(folder, 'database')) : openPostgres(address));
	await migrateDatabase(connection);
	const lessons: BenchLesson[] = [];
	for (let at = 0; at < classCount; at++) lessons.push(await prepareLesson(connection, at, studentCount));
	await prepareMore(connection, lessons);
	await connection.close();
	return {
		engine,
		lessons,
		environment: { DATA_FOLDER: folder, DATABASE_URL: address ?? '', AUTH_SECRET: SESSION_SECRET },
		async close() {
			await postgresServer?.stop();
			await rm(folder, { recursive: true, force: true });
		}
	};
}

async function prepareLesson(connection: Connection, lessonIndex: number, studentCount: number): Promise<BenchLesson> {
	const { database } = connection;
	const [classId, assignment] = [`class-${lessonIndex}`, `assignment-${lessonIndex}`];
	const { challenge } = await packedChallenge;
	const [teacher] = await signInAccounts(connection, 'teacher', [`teacher-${lessonIndex}`]);
	if (!teacher) throw new Error('There is no teacher.');
	const signedIn = await signInAccounts(
		connection,
		'student',
		Array.from({ length: studentCount }, (_, index) => `student-${lessonIndex}-${index}`)
	);
	await database
		.insert(schema.schoolClass)
		.values({ id: classId, name: `Seconde ${lessonIndex + 1}`, joinCode: classId });
	await database.insert(schema.classTeacher).values({ classId, accountId: teacher.account });
	const students = signedIn.map((one) => ({ ...one, member: `member-${one.account}` }));
	await database.insert(schema.membership).values(
		students.map(({ account, member }) => ({
			id: member,
			classId,
			accountId: account,
			pseudonym: account,
			pseudonymKey: account
		}))
	);
	await database.insert(schema.assignment).values({
		id: assignment,
		classId,
		challengeId: challenge.id,
		challengeHash: challenge.hash,
		title: '',
		rubric: []
	});
	return { classId, assignment, teacher, students };
}

const packedChallenge = packChallenge('challenges/horodateur');
