import { eq } from 'drizzle-orm';
import type { Connection } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import type { BenchLesson } from '../board/lessons.ts';
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
