/** Reads versions of the studio's challenges with their state, and converts a state to columns. */
import { desc, eq, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PublicationState } from '#lib/domain/publication-state.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, challengePackage, publication, studioChallenge } from '#lib/server/db/schema/index.ts';

const makerAccount = alias(account, 'maker');
const curatorAccount = alias(account, 'curator');
const teacherAccount = alias(account, 'teacher');

/** Lists versions, newest first, each with its maker and reviewers. */
export async function readPublishedVersions(database: Database, condition: SQL | undefined) {
	const rows = await database
		.select({
			hash: publication.hash,
			challengeId: publication.challengeId,
			version: publication.version,
			publishedAt: publication.publishedAt,
			titles: challengePackage.titles,
			kind: publication.state,
			stateSince: publication.stateSince,
			problemId: publication.problemId,
			shownHash: publication.shownHash,
			madeFrom: studioChallenge.madeFrom,
			maker: { id: studioChallenge.accountId, name: makerAccount.name },
			curator: { id: curatorAccount.id, name: curatorAccount.name, role: curatorAccount.role },
			teacher: { id: teacherAccount.id, name: teacherAccount.name, role: teacherAccount.role }
		})
		.from(publication)
		.innerJoin(studioChallenge, eq(studioChallenge.id, publication.challengeId))
		.innerJoin(challengePackage, eq(challengePackage.hash, publication.hash))
		.innerJoin(makerAccount, eq(makerAccount.id, studioChallenge.accountId))
		.leftJoin(curatorAccount, eq(curatorAccount.id, publication.curatorId))
		.leftJoin(teacherAccount, eq(teacherAccount.id, publication.teacherId))
		.where(condition)
		.orderBy(desc(publication.publishedAt), desc(publication.hash));
	return rows.map(({ kind, ...row }) => ({ ...row, state: publicationStateOf(kind, row) }));
}

export type PublishedVersionRow = Awaited<ReturnType<typeof readPublishedVersions>>[number];

type Reviewer = { id: string; role: string } | null;

/** Builds a version's state from its row. An agreement no longer counts when its reviewer is no longer a curator or teacher. */
function publicationStateOf(
	kind: PublicationState['kind'],
	{ curator, teacher }: { curator: Reviewer; teacher: Reviewer }
): PublicationState {
	switch (kind) {
		case 'proposed':
			if (curator?.role === 'curator') return { kind, agreement: { part: 'curator', by: curator.id } };
			if (teacher?.role === 'teacher' || teacher?.role === 'curator')
				return { kind, agreement: { part: 'teacher', by: teacher.id } };
			return { kind, agreement: null };
		case 'published':
		case 'retired':
			return { kind, reviewers: { curator: curator?.id ?? null, teacher: teacher?.id ?? null } };
		default:
			return { kind };
	}
}

/** Returns the values of the columns in which a state is stored. */
export function publicationStateColumns(state: PublicationState) {
	switch (state.kind) {
		case 'proposed': {
			const { part, by = null } = state.agreement ?? {};
			return {
				state: state.kind,
				curatorId: part === 'curator' ? by : null,
				teacherId: part === 'teacher' ? by : null
			};
		}
		case 'published':
		case 'retired':
			return { state: state.kind, curatorId: state.reviewers.curator, teacherId: state.reviewers.teacher };
		default:
			return { state: state.kind, curatorId: null, teacherId: null };
	}
}
