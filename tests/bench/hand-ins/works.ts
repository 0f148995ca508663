import type { Connection } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { packChallenge } from '#lib/server/content/pack.ts';
import { createStepRecord } from '#lib/steps/progress.ts';
import { LESSON_FORMAT, type LessonSnapshot } from '#lib/steps/snapshot.ts';
import type { BenchLesson } from '../board/lessons.ts';

export const workIdOfAccount = (account: string): string => `work-${account}`;
export const handInVersionId = (account: string): string => `version-${account}`;

/** Returns a program that is wrong for a single minute. Each student's text is unique, so that no verdict is shared. */
const writeHandInProgram = (account: string) => `// ${account}
export function price(minutes: number): number {
	return minutes < 20 ? 0 : halfHours(minutes) * 50;
}

export function halfHours(minutes: number): number {
	return Math.ceil(minutes / 30);
}
`;

export async function createHandInWorks({ database }: Connection, lessons: BenchLesson[]): Promise<void> {
	const { challenge } = await packChallenge('challenges/horodateur');
	const { id, version, hash } = challenge;
	const now = new Date();
	const buildStepIndex = challenge.steps.findIndex(({ kind }) => kind === 'build');
	/** A lesson in which all earlier steps are done, with the student's own code. */
	const steps: LessonSnapshot = {
		format: LESSON_FORMAT,
		challenge: { id, version, hash },
		current: challenge.steps[buildStepIndex]?.id ?? '',
		decideOpen: false,
		steps: challenge.steps.map((step, at) => {
			const isReached = at <= buildStepIndex;
			return {
				...createStepRecord(step.kind),
				id: step.id,
				reached: isReached,
				opened: isReached,
				done: at < buildStepIndex
			};
		}),
		left: []
	};
	for (const { assignment, students } of lessons) {
		await database.insert(schema.work).values(
			students.map(({ account }) => ({
				id: workIdOfAccount(account),
				format: 1,
				kind: 'challenge' as const,
				challenge: { id, version, hash },
				language: 'fr' as const,
				createdAt: now.getTime(),
				head: handInVersionId(account)
			}))
		);
		await database.insert(schema.version).values(
			students.map(({ account }) => ({
				id: handInVersionId(account),
				workId: workIdOfAccount(account),
				savedAt: now.getTime(),
				files: { ...challenge.start.fr, 'main.ts': writeHandInProgram(account) },
				steps
			}))
		);
		await database
			.insert(schema.workAuthor)
			.values(students.map(({ account }) => ({ workId: workIdOfAccount(account), accountId: account })));
		await database.insert(schema.progress).values(
			students.map(({ account, member }) => ({
				assignmentId: assignment,
				membershipId: member,
				workId: workIdOfAccount(account),
				step: 'build',
				lastActivity: now,
				lastProgress: now
			}))
		);
	}
}
