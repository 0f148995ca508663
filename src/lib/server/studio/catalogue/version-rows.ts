import { desc, eq, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PublicationState } from '#lib/domain/publication.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, challengePackage, publication, studioChallenge } from '#lib/server/db/schema/index.ts';

const makerAccountTable = alias(account, 'maker');
const curatorAccountTable = alias(account, 'curator');
const teacherAccountTable = alias(account, 'teacher');

export async function readPublicationRows(database: Database, condition: SQL | undefined) {
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
			maker: { id: studioChallenge.accountId, name: makerAccountTable.name },
			curator: { id: curatorAccountTable.id, name: curatorAccountTable.name, role: curatorAccountTable.role },
			teacher: { id: teacherAccountTable.id, name: teacherAccountTable.name, role: teacherAccountTable.role }
		})
		.from(publication)
		.innerJoin(studioChallenge, eq(studioChallenge.id, publication.challengeId))
		.innerJoin(challengePackage, eq(challengePackage.hash, publication.hash))
		.innerJoin(makerAccountTable, eq(makerAccountTable.id, studioChallenge.accountId))
		.leftJoin(curatorAccountTable, eq(curatorAccountTable.id, publication.curatorId))
		.leftJoin(teacherAccountTable, eq(teacherAccountTable.id, publication.teacherId))
		.where(condition)
		.orderBy(desc(publication.publishedAt), desc(publication.hash));
	return rows.map(({ kind, ...row }) => ({ ...row, state: publicationStateOf(kind, row) }));
}

export type PublicationRow = Awaited<ReturnType<typeof readPublicationRows>>[number];

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

export function toPublicationStateColumns(state: PublicationState) {
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
