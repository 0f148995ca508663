import { and, eq, sql, type SQL } from 'drizzle-orm';
import { PAGE_FILE, PROGRAM_FILE } from '#lib/domain/project.ts';
import { FIRST_LINES_CHARACTERS } from '#lib/domain/wall.ts';
import { exhibit } from '#lib/server/db/schema/index.ts';
import { workAuthorCondition } from '#lib/server/work/redact-version.ts';

/** The person who looks at a wall; every query leaves out what this person may not see. */
export interface WallReader {
	account: string;
	isTeacher: boolean;
}

export interface ExhibitInClass {
	classId: string;
	exhibit: string;
}

export const exhibitInClassCondition = ({ classId, exhibit: id }: ExhibitInClass) =>
	and(eq(exhibit.id, id), eq(exhibit.classId, classId));

/** Tests that an account is one of the exhibit's makers and still in its class. */
export const exhibitMakerCondition = (account: string): SQL => sql`exists (
	select 1 from membership where membership.class_id = ${exhibit.classId} and membership.account_id = ${account}
		and (membership.id = ${exhibit.membershipId} or ${workAuthorCondition(account, exhibit.workId)})
)`;

export const exhibitNamesFileCondition = (sha256: string): SQL =>
	sql`position(${sha256}::text in ${exhibit.files}::text) > 0`;

export const exhibitCardColumns = {
	title: exhibit.title,
	isPage: sql<boolean>`${exhibit.files} ? ${PAGE_FILE}`,
	cover: sql<string | null>`case when ${exhibit.cover} = '' then null else ${exhibit.coverDescription} end`,
	firstLines: sql<string>`case when ${exhibit.cover} = ''
		then left(coalesce(${exhibit.files} ->> ${PROGRAM_FILE}, ${exhibit.files} ->> ${PAGE_FILE}, ''), ${FIRST_LINES_CHARACTERS}::int)
		else '' end`,
	copy: exhibit.versionId,
	licence: exhibit.licence
};
