import { count, eq } from 'drizzle-orm';
import { newId, isExerciseId } from '#lib/domain/identity.ts';
import type { Person } from '#lib/domain/access.ts';
import {
	type PublicationReviewPoint,
	publicationStateAfterAct,
	siblingVersionStateAfterChange,
	publicationActorOf,
	type PublicationAct,
	type PublicationState
} from '#lib/domain/publication.ts';
import type { Database } from '#lib/server/db/database.ts';
import { publication, publicationMessage, studioChallenge } from '#lib/server/db/schema/index.ts';
import { hashShownParts } from '#lib/server/studio/demo/shown-version.ts';
import { toPublicationStateColumns, readPublicationRows } from './version-rows.ts';

/** Upper limit of messages about one challenge, so that nobody fills the database with them. */
const MOST_MESSAGES_PER_CHALLENGE = 300;

export interface PublicationActRequest {
	act: PublicationAct;
	person: Pick<Person, 'id' | 'role'>;
	text?: string;
	points?: PublicationReviewPoint[];
	problemId?: string | null;
}

/**
 * `changed`: the act is not possible in the version's present state, for example because somebody else acted first. `full`: the
 * challenge has too many messages.
 */
export type PublicationActResult = 'done' | 'absent' | 'changed' | 'full';

export async function carryOutPublicationAct(
	database: Database,
	hash: string,
	given: PublicationActRequest,
	now: Date
): Promise<PublicationActResult> {
	const { act, person, text = '', points = [] } = given;
	return database.transaction(async (transaction) => {
		const [found] = await transaction
			.select({ id: studioChallenge.id, maker: studioChallenge.accountId })
			.from(studioChallenge)
			.innerJoin(publication, eq(publication.challengeId, studioChallenge.id))
			.where(eq(publication.hash, hash))
			// Lock the challenge, so that acts on it run in turn, and each act sees the versions as the act before left them.
			.for('update', { of: studioChallenge });
		// An exercise has no person with a problem and no decision: it cannot go to the catalogue.
		if (found === undefined || isExerciseId(found.id)) return 'absent';
		const versions = await readPublicationRows(transaction, eq(publication.challengeId, found.id));
		const actedVersion = versions.find((one) => one.hash === hash);
		const actor = publicationActorOf(person, found.maker);
		const nextState = actedVersion && actor && publicationStateAfterAct(actedVersion.state, act, actor);
		if (actedVersion === undefined || nextState === undefined) return 'changed';
		if (await hasTooManyMessages(transaction, found.id)) return 'full';
		const stateChange = { from: actedVersion.state.kind, to: nextState.kind };
		for (const siblingVersion of versions.filter((one) => one !== actedVersion)) {
			const siblingState = siblingVersionStateAfterChange(siblingVersion.state, stateChange);
			if (siblingState !== siblingVersion.state)
				await storePublicationState(transaction, siblingVersion.hash, siblingState, now);
		}
		if (nextState !== actedVersion.state) await storePublicationState(transaction, hash, nextState, now);
		if (act === 'propose') await tieVersionToProblem(transaction, hash, given.problemId ?? null);
		await transaction.insert(publicationMessage).values({
			id: newId(),
			challengeId: found.id,
			version: actedVersion.version,
			accountId: person.id,
			act,
			points,
			text,
			createdAt: now
		});
		return 'done';
	});
}

async function storePublicationState(
	database: Database,
	hash: string,
	state: PublicationState,
	now: Date
): Promise<void> {
	await database
		.update(publication)
		.set({ ...toPublicationStateColumns(state), stateSince: now })
		.where(eq(publication.hash, hash));
}

/** The contributor's name is read from their approval each time, because they may withdraw it. */
async function tieVersionToProblem(database: Database, hash: string, problemId: string | null): Promise<void> {
	const [found] = await database
		.select({ files: publication.files })
		.from(publication)
		.where(eq(publication.hash, hash));
	const demoHash = problemId === null || found === undefined ? '' : hashShownParts(found.files);
	await database.update(publication).set({ problemId, shownHash: demoHash }).where(eq(publication.hash, hash));
}

async function hasTooManyMessages(database: Database, challengeId: string): Promise<boolean> {
	const [found] = await database
		.select({ messages: count() })
		.from(publicationMessage)
		.where(eq(publicationMessage.challengeId, challengeId));
	return (found?.messages ?? 0) >= MOST_MESSAGES_PER_CHALLENGE;
}
