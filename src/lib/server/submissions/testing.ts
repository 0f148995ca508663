import { randomUUID } from 'node:crypto';
import type { SentHandIn } from '#lib/wire/hand-in.ts';
import type { Decisions } from '#lib/domain/work.ts';
import { findChallenge } from '#lib/server/content/index.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import type { CheckResult, Verdict } from '#sandbox/report.ts';

export interface TestLessonStudent {
	account: string;
	member: string;
}

export interface PreparedTestLesson {
	teacher: string;
	classId: string;
	assignment: string;
	challengeHash: string | null;
	lou: TestLessonStudent;
	noor: TestLessonStudent;
}

export async function prepareTestLesson(
	database: Database,
	challengeId: string | null = 'horodateur'
): Promise<PreparedTestLesson> {
	const [teacher, classId] = [randomUUID(), randomUUID()];
	await storeTestAccount(database, teacher, 'teacher');
	await database.insert(schema.schoolClass).values({ id: classId, name: '2de 4', joinCode: classId });
	await database.insert(schema.classTeacher).values({ classId, accountId: teacher });
	const challengeHash = challengeId === null ? null : ((await findChallenge(challengeId))?.hash ?? null);
	const assignment = await assignTestChallenge(database, classId, challengeId, challengeHash);
	const [lou, noor] = [await enrolTestStudent(database, classId), await enrolTestStudent(database, classId)];
	return { teacher, classId, assignment, challengeHash, lou, noor };
}

async function storeTestAccount(database: Database, id: string, role: 'student' | 'teacher'): Promise<void> {
	await database.insert(schema.account).values({ id, role, name: '', email: `${id}@invalid` });
}

export async function enrolTestStudent(database: Database, classId: string): Promise<TestLessonStudent> {
	const [account, member] = [randomUUID(), randomUUID()];
	await storeTestAccount(database, account, 'student');
	await database
		.insert(schema.membership)
		.values({ id: member, classId, accountId: account, pseudonym: member, pseudonymKey: member });
	return { account, member };
}

export async function assignTestChallenge(
	database: Database,
	classId: string,
	challengeId: string | null,
	challengeHash: string | null
): Promise<string> {
	const id = randomUUID();
	await database
		.insert(schema.assignment)
		.values({ id, classId, challengeId, challengeHash, title: 'Sujet', rubric: [] });
	return id;
}

export type TestFiles = Record<string, string>;

/** Stores a work of these students with one version, bound to the assignment unless `unbound`, and returns its id. */
export async function beginTestWork(
	database: Database,
	{ assignment, challengeHash }: Pick<PreparedTestLesson, 'assignment' | 'challengeHash'>,
	authors: TestLessonStudent[],
	files: TestFiles,
	{ unbound = false, challengeId = 'horodateur' } = {}
): Promise<string> {
	const work = randomUUID();
	const pinnedChallenge = challengeHash === null ? null : { id: challengeId, version: '1.0.0', hash: challengeHash };
	await database.insert(schema.work).values({
		id: work,
		format: 1,
		kind: pinnedChallenge === null ? 'project' : 'challenge',
		challenge: pinnedChallenge,
		language: 'fr',
		createdAt: 1,
		head: `${work}-1`
	});
	await database.insert(schema.workAuthor).values(authors.map(({ account }) => ({ workId: work, accountId: account })));
	await saveTestVersion(database, work, 1, files);
	const now = new Date();
	if (!unbound && authors[0]) {
		await database.insert(schema.progress).values({
			assignmentId: assignment,
			membershipId: authors[0].member,
			withMember: authors[1]?.member ?? null,
			workId: work,
			step: 'build',
			lastActivity: now,
			lastProgress: now
		});
	}
	return work;
}

export async function saveTestVersion(
	database: Database,
	workId: string,
	nth: number,
	files: TestFiles,
	decisions: Decisions = {},
	steps: unknown = { current: 'build' }
): Promise<void> {
	await database.insert(schema.version).values({
		id: `${workId}-${nth}`,
		workId,
		parent: nth === 1 ? null : `${workId}-${nth - 1}`,
		savedAt: nth,
		files,
		steps,
		decisions
	});
}

export function createTestHandIn(
	student: TestLessonStudent,
	workId: string,
	nth: number,
	more: Partial<SentHandIn> = {}
): SentHandIn {
	return {
		format: 1,
		account: student.account,
		id: randomUUID(),
		work: workId,
		version: `${workId}-${nth}`,
		replaces: null,
		prediction: null,
		report: null,
		...more
	};
}

export const createTestVerdict = (results: CheckResult[]): Verdict => ({
	format: 1,
	report: { format: 1, results, duration: 1 },
	held: { passed: 0, total: 0 },
	program: '',
	checks: '',
	engine: { name: 'test', version: '1' },
	limits: { time: 1, total: 1, memory: 1, console: 1, report: 1, message: 1, depth: 1, timers: 1 },
	seed: 1,
	judgedAt: '2026-11-25T09:00:00Z'
});
