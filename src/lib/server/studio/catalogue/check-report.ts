/** Runs the author's check on published versions, once for each version while this process runs. */
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import { RecentCache } from '#lib/server/content/recent-cache.ts';
import type { Files } from '#sandbox/contract.ts';
import { checkFolder, FOLDER_PROCESS_FAILED } from '../folder-process.ts';

const contentProblemCache = new RecentCache<ContentProblem[]>(100);

/** Returns the problems that the check finds in a version; an empty list when it passes. */
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
