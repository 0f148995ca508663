import { setTimeout as pause } from 'node:timers/promises';
import type { BenchLesson } from '../board/lessons.ts';
import { eq } from 'drizzle-orm';
import type { Connection } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { workIdOfAccount } from '../hand-ins/works.ts';

export const ENDLESS_WORK_COUNT = 30;

const ENDLESS_PROGRAM = 'export function price(minutes: number): number {\n\tfor (;;) minutes += 1;\n}\n';

export const endlessAssignmentId = (at: number): string => `endless-${at}`;
export const endlessWorkId = (at: number): string => `endless-work-${at}`;
export const endlessVersionId = (at: number): string => `endless-version-${at}`;

/** Makes the works for the lesson's first student. Call it after the lesson's own works were made. */
export async function createEndlessWorks({ database }: Connection, lesson: BenchLesson): Promise<void> {
	const [student] = lesson.students;
	if (!student) throw new Error('There is no student.');
	const [assigned] = await database.select().from(schema.assignment).where(eq(schema.assignment.id, lesson.assignment));
	const [made] = await database
		.select()
		.from(schema.work)
		.where(eq(schema.work.id, workIdOfAccount(student.account)));
	if (!assigned || !made) throw new Error('There is no work.');
	const now = new Date();
	for (let at = 0; at < ENDLESS_WORK_COUNT; at++) {
		const [assignmentId, workId] = [endlessAssignmentId(at), endlessWorkId(at)];
		await database.insert(schema.assignment).values({ ...assigned, id: assignmentId });
		await database.insert(schema.work).values({ ...made, id: workId, head: endlessVersionId(at) });
		await database.insert(schema.version).values({
			id: endlessVersionId(at),
			workId,
			savedAt: at,
			files: { 'main.ts': `// ${at}\n${ENDLESS_PROGRAM}` },
			steps: null
		});
		await database.insert(schema.workAuthor).values({ workId, accountId: student.account });
		await database.insert(schema.progress).values({
			assignmentId,
			membershipId: student.member,
			workId,
			step: 'build',
			lastActivity: now,
			lastProgress: now
		});
	}
}

/** Milliseconds between two pages that one person opens. */
const MILLISECONDS_BETWEEN_PAGES = 500;

export class PageVisitors {
	readonly #pageTimes: number[] = [];
	readonly #visitsEnded: Promise<unknown>;
	#isOver = false;

	constructor(base: string, lesson: BenchLesson, otherLesson: BenchLesson) {
		const pages = pagesOfVisitors(base, lesson, otherLesson);
		this.#visitsEnded = Promise.all(pages.map(([address, cookie]) => this.#visit(address, cookie)));
	}

	async endVisits(): Promise<number[]> {
		this.#isOver = true;
		await this.#visitsEnded;
		return this.#pageTimes;
	}

	async #visit(address: string, cookie: string): Promise<void> {
		while (!this.#isOver) {
			const startMoment = performance.now();
			await openAddress(address, cookie);
			this.#pageTimes.push(performance.now() - startMoment);
			await pause(MILLISECONDS_BETWEEN_PAGES);
		}
	}
}

/** Opens each page once, because a server loads a page's code on its first request. */
export async function openPagesOnce(base: string, lesson: BenchLesson, otherLesson: BenchLesson): Promise<void> {
	for (const [address, cookie] of pagesOfVisitors(base, lesson, otherLesson)) await openAddress(address, cookie);
}

/** Returns the pages of a teacher at the board, a student of another class and a visitor. */
function pagesOfVisitors(
	base: string,
	{ classId, assignment, teacher }: BenchLesson,
	otherLesson: BenchLesson
): [string, string][] {
	return [
		[`${base}/fr/classes/${classId}/assignments/${assignment}`, teacher.cookie],
		[`${base}/fr/assignments/${otherLesson.assignment}`, otherLesson.students.at(-1)?.cookie ?? ''],
		[`${base}/fr/challenges`, '']
	];
}

async function openAddress(address: string, cookie: string): Promise<void> {
	const response = await fetch(address, { headers: { accept: 'text/html', cookie } });
	await response.text();
	if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
}
