import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { areWallLinksOpen, type ExhibitLicence } from '#lib/domain/wall.ts';
import { createLinkToken } from '#lib/server/auth/one-time-link.ts';
import type { Database } from '#lib/server/db/database.ts';
import { exhibit, schoolClass } from '#lib/server/db/schema/index.ts';
import { exhibitMakerCondition, exhibitInClassCondition, type ExhibitInClass } from './exhibit-conditions.ts';

const CLEARED_LINK_COLUMNS = { link: null, linkedAt: null, licence: null };

/**
 * Turns the links of a class on or off. Turning them off ends every link for good. In an archived class they cannot be turned
 * on.
 */
export async function setExhibitLinksOpen(database: Database, classId: string, linksOpen: boolean): Promise<void> {
	const classCondition = eq(schoolClass.id, classId);
	if (linksOpen) {
		await database
			.update(schoolClass)
			.set({ linksOpen })
			.where(and(classCondition, isNull(schoolClass.archivedAt)));
		return;
	}
	await database.transaction(async (transaction) => {
		// This update waits for links that are being made, and blocks new links until all have ended.
		await transaction.update(schoolClass).set({ linksOpen }).where(classCondition);
		await transaction.update(exhibit).set(CLEARED_LINK_COLUMNS).where(eq(exhibit.classId, classId));
	});
}

/**
 * Makes a link to an exhibit for one of its makers. An exhibit that has a link keeps it. Resolves to whether the exhibit has a
 * link now; no link is made while links are off, or to a hidden exhibit.
 */
export async function createExhibitLink(
	database: Database,
	account: string,
	place: ExhibitInClass,
	now = new Date()
): Promise<boolean> {
	return database.transaction(async (transaction) => {
		const [found] = await transaction.select().from(schoolClass).where(eq(schoolClass.id, place.classId)).for('share');
		if (!found || !areWallLinksOpen(found)) return false;
		const ownExhibitCondition = and(
			exhibitInClassCondition(place),
			exhibitMakerCondition(account),
			eq(exhibit.visibility, 'shown')
		);
		await transaction
			.update(exhibit)
			.set({ link: createLinkToken(), linkedAt: now })
			.where(and(ownExhibitCondition, isNull(exhibit.link)));
		const linkedRows = await transaction
			.select({ id: exhibit.id })
			.from(exhibit)
			.where(and(ownExhibitCondition, isNotNull(exhibit.link)));
		return linkedRows.length > 0;
	});
}

/**
 * Sets the licence of an exhibit with a link, for one of its makers. Resolves to whether the licence was set; it is not set
 * when the copy that the maker saw has been replaced.
 */
export async function setExhibitLicence(
	database: Database,
	account: string,
	place: ExhibitInClass,
	{ copy, licence }: { copy: string; licence: ExhibitLicence | null }
): Promise<boolean> {
	const changedRows = await database
		.update(exhibit)
		.set({ licence })
		.where(
			and(
				exhibitInClassCondition(place),
				exhibitMakerCondition(account),
				eq(exhibit.versionId, copy),
				isNotNull(exhibit.link)
			)
		)
		.returning({ id: exhibit.id });
	return changedRows.length > 0;
}

/** Ends the link to an exhibit for good. `account`: the maker who ends it; null for a teacher of the class. */
export async function endExhibitLink(database: Database, account: string | null, place: ExhibitInClass): Promise<void> {
	await database
		.update(exhibit)
		.set(CLEARED_LINK_COLUMNS)
		.where(and(exhibitInClassCondition(place), account === null ? undefined : exhibitMakerCondition(account)));
}
