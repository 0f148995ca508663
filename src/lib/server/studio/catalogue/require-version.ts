/** Finds the version of a review page's address and checks permission; absent and forbidden versions get one answer. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Person } from '#lib/domain/access.ts';
import type { PublicationAct } from '#lib/domain/publication.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { findVersionToReview } from './reviews.ts';
import type { PublicationRow } from './version-rows.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import { RecentCache } from '#lib/server/content/recent-cache.ts';
import type { Files } from '#sandbox/contract.ts';
import { checkFolder, FOLDER_PROCESS_FAILED } from '../folder-process.ts';

const contentProblemCache = new RecentCache<ContentProblem[]>(100);

export async function checkPublication(
	{ challengeId, hash }: { challengeId: string; hash: string },
	files: Files
): Promise<ContentProblem[] | typeof FOLDER_PROCESS_FAILED> {
	const knownProblems = contentProblemCache.get(hash);
	if (knownProblems) return knownProblems;
	const problems = await checkFolder(challengeId, files, true);
	if (problems === FOLDER_PROCESS_FAILED) return FOLDER_PROCESS_FAILED;
	contentProblemCache.set(hash, problems.problems);
	return problems.problems;
}

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
