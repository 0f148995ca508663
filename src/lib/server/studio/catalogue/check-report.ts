/** Runs the author's check on published versions, once for each version while this process runs. */
import type { ContentProblem } from '#lib/server/content/problem.ts';
import { RecentCache } from '#lib/server/content/recent-cache.ts';
import type { Files } from '#sandbox/contract.ts';
import { checkFolder, FOLDER_LOST } from '../folder-process.ts';

const recentReports = new RecentCache<ContentProblem[]>(100);

/** Returns the problems of a version; an empty list when it passes. */
export async function checkPublishedVersion(
	{ challengeId, hash }: { challengeId: string; hash: string },
	files: Files
): Promise<ContentProblem[] | typeof FOLDER_LOST> {
	const recentReport = recentReports.get(hash);
	if (recentReport) return recentReport;
	const report = await checkFolder(challengeId, files, true);
	if (report === FOLDER_LOST) return FOLDER_LOST;
	recentReports.set(hash, report.problems);
	return report.problems;
}
