import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Language } from '#lib/domain/language.ts';
import type { WorkKind } from '#lib/domain/work.ts';
import { isStudioId } from '#lib/domain/identity.ts';
import { listChallenges } from '#lib/server/content/index.ts';
import { schema, type Database } from '#lib/server/db/index.ts';

const { membership, progress, version, work, workAuthor } = schema;

export interface ListedWork {
	id: string;
	kind: WorkKind;
	/** The work's title; empty when it has none. */
	title: string;
	savedAt: Date;
	/** The other author's pseudonym in a class that both belong to; null when there is none. */
	other: string | null;
	path: string;
}

export async function listWorksWithPaths(
	database: Database,
	account: string,
	language: Language
): Promise<ListedWork[]> {
	const rows = await database
		.select({
			id: work.id,
			kind: work.kind,
			challenge: work.challenge,
			savedAt: version.savedAt,
			project: version.project,
			other: otherPseudonymColumn(account)
		})
		.from(workAuthor)
		.innerJoin(work, eq(work.id, workAuthor.workId))
		.innerJoin(version, eq(version.id, work.head))
		.where(eq(workAuthor.accountId, account))
		.orderBy(desc(version.savedAt));
	const challengeTitles = new Map((await listChallenges(language)).map(({ id, title }) => [id, title]));
	const studioTitles = await studioTitlesByHash(
		database,
		rows.flatMap(({ challenge }) => (challenge && isStudioId(challenge.id) ? challenge.hash : [])),
		language
	);
	const assignmentsByWork = await assignmentsByWorkOf(
		database,
		account,
		rows.map(({ id }) => id)
	);
	return rows.map(({ id, kind, challenge, savedAt, project, other }) => {
		const assignment = assignmentsByWork.get(id);
		const ownPath = PATHS_BY_WORK_KIND[kind](challenge?.id ?? '', id);
		const title = challenge && (challengeTitles.get(challenge.id) ?? studioTitles.get(challenge.hash) ?? challenge.id);
		return {
			id,
			kind,
			title: project?.title || title || '',
			savedAt: new Date(savedAt),
			other,
			path: assignment === undefined ? ownPath : `/assignments/${assignment}`
		};
	});
}

const PATHS_BY_WORK_KIND: Record<WorkKind, (challenge: string, workId: string) => string> = {
	challenge: (challenge) => `/challenges/${encodeURIComponent(challenge)}`,
	project: (_, work) => `/projects/${work}`,
	folder: (_, work) => `/studio/${work}`
};

async function studioTitlesByHash(
	database: Database,
	hashes: string[],
	language: Language
): Promise<Map<string, string>> {
	const { challengePackage } = schema;
	const rows = await database
		.select({ hash: challengePackage.hash, titles: challengePackage.titles })
		.from(challengePackage)
		.where(inArray(challengePackage.hash, hashes));
	return new Map(rows.flatMap(({ hash, titles }) => (titles[language] ? [[hash, titles[language]] as const] : [])));
}

const otherPseudonymColumn = (account: string) => sql<string | null>`(
	select theirs.pseudonym from work_author as author
	join membership as theirs on theirs.account_id = author.account_id
	join membership as own on own.class_id = theirs.class_id and own.account_id = ${account}
	where author.work_id = ${work.id} and author.account_id <> ${account}
	order by theirs.joined_at desc limit 1
)`;

/** Returns the assignment that each work is bound to, in classes where the person is still a student. */
async function assignmentsByWorkOf(database: Database, account: string, works: string[]): Promise<Map<string, string>> {
	const { assignment } = schema;
	const rows = await database
		.select({ work: progress.workId, assignment: progress.assignmentId })
		.from(progress)
		.innerJoin(assignment, eq(assignment.id, progress.assignmentId))
		.innerJoin(membership, and(eq(membership.classId, assignment.classId), eq(membership.accountId, account)))
		.where(inArray(progress.workId, works));
	return new Map(rows.flatMap((row) => (row.work === null ? [] : [[row.work, row.assignment] as const])));
}
