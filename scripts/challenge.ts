/** Runs `npm run challenge`, the author's command to create and check challenges. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createJudge } from '#sandbox/judge/index.ts';
import { challengeFolders } from '#lib/server/content/folder.ts';
import { ArgumentError, readArguments } from './challenge/arguments.ts';
import { checkChallenge } from './challenge/check.ts';
import { newChallenge } from './challenge/new.ts';
import { describeCheckedChallenge, shortPath } from './challenge/say.ts';

const EXIT_WELL = 0;
const EXIT_PROBLEMS = 1;
const EXIT_MISUSED = 2;
/** The longest time that advice on one challenge may take, once all else is well. */
const ADVICE_MILLISECONDS = 10_000;

/** npm changes to the package's folder and passes the caller's in INIT_CWD. */
const callerFolder = process.env['INIT_CWD'] ?? process.cwd();
const challengesFolder = fileURLToPath(new URL('../challenges', import.meta.url));

/**
 * Usage: new <slug> [--folder <where>] | check [folder…] [--full] [--json]. Returns 0 when all is well, 1 when there are problems, one line each,
 * and 2 for wrong usage.
 */
async function runCommand(): Promise<number> {
	const wanted = readArguments(process.argv.slice(2), callerFolder);
	if (wanted.command === 'new') {
		const made = newChallenge(wanted.slug, wanted.folder ?? challengesFolder);
		const path = shortPath(made, callerFolder);
		process.stdout.write(
			`${path}: a small challenge that works. Make it yours, then: npm run challenge -- check ${path}\n`
		);
		return EXIT_WELL;
	}
	const folders = (wanted.folders.length > 0 ? wanted.folders : [challengesFolder]).flatMap(foldersIn);
	if (folders.length === 0) throw new ArgumentError(`${challengesFolder}: there are no challenges`);
	const judge = createJudge();
	let worst = EXIT_WELL;
	try {
		for (const folder of folders) {
			const { isFull } = wanted;
			const checked = await checkChallenge(folder, judge, { adviceMilliseconds: ADVICE_MILLISECONDS, isFull });
			process.stdout.write(
				`${wanted.asJson ? JSON.stringify(checked) : describeCheckedChallenge(checked, callerFolder)}\n`
			);
			if (checked.problems.length > 0) worst = EXIT_PROBLEMS;
		}
		return worst;
	} finally {
		await judge.close();
	}
}

function foldersIn(folder: string): string[] {
	if (existsSync(join(folder, 'challenge.yaml'))) return [folder];
	const inside = challengeFolders(folder).map((name) => join(folder, name));
	return inside.length > 0 ? inside : [folder];
}

try {
	process.exitCode = await runCommand();
} catch (error) {
	if (!(error instanceof ArgumentError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = EXIT_MISUSED;
}
