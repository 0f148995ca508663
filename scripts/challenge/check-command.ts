import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setResultCache } from '#sandbox/result-cache.ts';
import { createJudge } from '#sandbox/judge/index.ts';
import { listChallengeFolders } from '#lib/server/content/read-folder.ts';
import { ArgumentError, type ChallengeArguments } from './arguments.ts';
import { checkChallenge } from './check.ts';
import { openResultCache } from './result-cache.ts';
import { createCachingJudge } from './result-cache.ts';
import { describeCheckedChallenge, makePathRelative } from './describe-checked-challenge.ts';

/** Upper limit of time for the advice on one challenge, which only a challenge without problems gets. */
const MAX_ADVICE_MILLISECONDS = 10_000;

export async function runCheckCommand(
	checkArguments: Extract<ChallengeArguments, { command: 'check' }>,
	challengesFolder: string,
	from: string
): Promise<number> {
	const folders = (checkArguments.folders.length > 0 ? checkArguments.folders : [challengesFolder]).flatMap(
		challengeFoldersIn
	);
	if (folders.length === 0) throw new ArgumentError(`${challengesFolder}: there are no challenges`);
	const resultCache = checkArguments.isFresh ? undefined : openResultCache();
	setResultCache(resultCache);
	const judge = createCachingJudge(createJudge({ isShortLived: true }));
	let hasProblems = false;
	// With `--json`, words for people go to stderr, so that stdout holds only JSON.
	const writeLine = (line: string) => (checkArguments.asJson ? process.stderr : process.stdout).write(`${line}\n`);
	try {
		for (const folder of folders) {
			const { isFull } = checkArguments;
			if (checkArguments.isFixing) for (const line of await fixFolderAndDescribe(folder, from)) writeLine(line);
			const checkedChallenge = await checkChallenge(folder, judge, {
				adviceMilliseconds: MAX_ADVICE_MILLISECONDS,
				isFull
			});
			process.stdout.write(
				`${checkArguments.asJson ? JSON.stringify(checkedChallenge) : describeCheckedChallenge(checkedChallenge, from)}\n`
			);
			if (checkedChallenge.problems.length > 0) hasProblems = true;
		}
		return hasProblems ? 1 : 0;
	} finally {
		await judge.close();
		setResultCache(undefined);
		resultCache?.removeUnusedResults();
	}
}

async function fixFolderAndDescribe(folder: string, from: string): Promise<string[]> {
	if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
	const { fixFolder } = await import('./fix-folder.ts');
	const name = makePathRelative(folder, from);
	const fixedFiles = await fixFolder(folder);
	if (fixedFiles.length === 0) return [`${name}: nothing to format`];
	return fixedFiles.map(({ file, changes }) => `${join(name, file)}: ${changes.join(', ')}`);
}

function challengeFoldersIn(folder: string): string[] {
	const isChallengeFolder = (path: string) => existsSync(join(path, 'challenge.yaml'));
	if (isChallengeFolder(folder) || !existsSync(folder) || !statSync(folder).isDirectory()) return [folder];
	const containedFolders = listChallengeFolders(folder).map((name) => join(folder, name));
	return containedFolders.some(isChallengeFolder) ? containedFolders : [folder];
}
