/** What the author's check says of a published version, once for each version as long as this Braise runs. */
import type { ContentProblem } from '#lib/server/content/problem.ts';
import { RecentCache } from '#lib/server/content/recent.ts';
import type { Files } from '#sandbox/contract.ts';
import { checkFolder, FOLDER_LOST } from '../folder-process.ts';

const recentReports = new RecentCache<ContentProblem[]>(100);

/** Returns no problems for a version that passes. */
export async function checkVersion(
	{ challengeId, hash }: { challengeId: string; hash: string },
	files: Files
): Promise<ContentProblem[] | typeof FOLDER_LOST> {
	const known = recentReports.get(hash);
	if (known) return known;
	const report = await checkFolder(challengeId, files, true);
	if (report === FOLDER_LOST) return FOLDER_LOST;
	recentReports.set(hash, report.problems);
	return report.problems;
}
