import { and, eq, ne, asc, inArray } from 'drizzle-orm';
import type { Language } from '#lib/domain/language.ts';
import type { Person } from '#lib/domain/access.ts';
import {
	type OwnPublication,
	type PublicationVersion,
	type PublicationMessage,
	isVersionOpenToReviewer,
	possiblePublicationActs,
	publicationActorOf
} from '#lib/domain/publication.ts';
import { isExerciseId } from '#lib/domain/identity.ts';
import type { Database } from '#lib/server/db/database.ts';
import { publication, studioChallenge, account, publicationMessage } from '#lib/server/db/schema/index.ts';
import { readPublicationRows, type PublicationRow } from './version-rows.ts';

async function readPublicationMessages(database: Database, challengeIds: string[]): Promise<PublicationMessage[]> {
	return database
		.select({
			id: publicationMessage.id,
			challengeId: publicationMessage.challengeId,
			version: publicationMessage.version,
			name: account.name,
			act: publicationMessage.act,
			points: publicationMessage.points,
			text: publicationMessage.text,
			createdAt: publicationMessage.createdAt
		})
		.from(publicationMessage)
		.leftJoin(account, eq(account.id, publicationMessage.accountId))
		.where(inArray(publicationMessage.challengeId, challengeIds))
		.orderBy(asc(publicationMessage.createdAt), asc(publicationMessage.id));
}

type PublicationReader = Pick<Person, 'id' | 'role'>;

function toPublicationVersion(row: PublicationRow, language: Language): PublicationVersion {
	const { hash, challengeId, version, stateSince, state, titles, maker, curator, teacher } = row;
	const agreement = state.kind === 'proposed' ? state.agreement : null;
	const firstAgreement = agreement && { part: agreement.part, name: { curator, teacher }[agreement.part]?.name ?? '' };
	return {
		hash,
		challengeId,
		version,
		stateSince,
		state: state.kind,
		firstAgreement,
		title: titles[language] ?? '',
		maker: maker.name
	};
}

/** Lists the versions that this person may read as a reviewer, the most recently changed first. */
export async function listVersionsToReview(
	database: Database,
	person: PublicationReader,
	language: Language
): Promise<PublicationVersion[]> {
	const rows = await readPublicationRows(
		database,
		and(ne(publication.state, 'draft'), ne(studioChallenge.accountId, person.id))
	);
	return rows
		.filter((row) => reviewingActorOf(row, person) !== undefined)
		.map((row) => toPublicationVersion(row, language))
		.sort((one, other) => other.stateSince.getTime() - one.stateSince.getTime());
}

/** Returns the version with the acts possible to this person; undefined for its maker, and for people who may not read it. */
export async function findVersionToReview(database: Database, person: PublicationReader, hash: string) {
	const [row] = await readPublicationRows(database, eq(publication.hash, hash));
	const actor = row && reviewingActorOf(row, person);
	return row && actor && { row, acts: possiblePublicationActs(row.state, actor) };
}

function reviewingActorOf(row: PublicationRow, person: PublicationReader) {
	const actor = publicationActorOf(person, row.maker.id);
	return actor && isVersionOpenToReviewer(row.state, actor) ? actor : undefined;
}

export async function readVersionForReview(database: Database, row: PublicationRow, language: Language) {
	const [found] = await database
		.select({ files: publication.files })
		.from(publication)
		.where(eq(publication.hash, row.hash));
	return {
		...toPublicationVersion(row, language),
		publishedAt: row.publishedAt,
		files: found?.files ?? {},
		messages: await readPublicationMessages(database, [row.challengeId])
	};
}

export async function publicationsOfMaker(
	database: Database,
	person: PublicationReader,
	language: Language
): Promise<OwnPublication[]> {
	const rows = await readPublicationRows(database, eq(studioChallenge.accountId, person.id));
	const ids = [...new Set(rows.map(({ challengeId }) => challengeId))].filter((id) => !isExerciseId(id));
	const messages = await readPublicationMessages(database, ids);
	return ids.map((challengeId) => {
		const versionRows = rows.filter((row) => row.challengeId === challengeId);
		const versions = versionRows.filter(({ state }, index) => index === 0 || state.kind !== 'draft');
		return {
			challengeId,
			versions: versions.map((row) => {
				const actor = publicationActorOf(person, row.maker.id);
				return { ...toPublicationVersion(row, language), acts: actor ? possiblePublicationActs(row.state, actor) : [] };
			}),
			messages: messages.filter((message) => message.challengeId === challengeId)
		};
	});
}
