/** Finds the version of a review page's address and checks permission; absent and forbidden versions get one answer. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Person } from '#lib/domain/access.ts';
import type { PublicationAct } from '#lib/domain/publication.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { findVersionToReview } from './reviews.ts';
import type { PublicationRow } from './version-rows.ts';

const VERSION_HASH_PATTERN = /^[0-9a-f]{64}$/;

export async function demandVersionToReview(
	event: Pick<RequestEvent, 'locals' | 'params'>,
	action: 'publication.review' | 'publication.hold-back'
): Promise<{ person: Person; row: PublicationRow; acts: PublicationAct[] }> {
	const { person: reader } = event.locals;
	const hash = event.params['hash'] ?? '';
	const version =
		reader && VERSION_HASH_PATTERN.test(hash) ? await findVersionToReview(database(), reader, hash) : undefined;
	const person = demandAccess(event, action, version ? ['reviews'] : []);
	if (!version) error(404);
	return { person, ...version };
}
