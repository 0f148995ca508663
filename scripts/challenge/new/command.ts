/** Implements `npm run challenge -- new`. */
import type { ChallengeArguments } from '../arguments.ts';
import { makePathRelative } from '../describe-checked-challenge.ts';
import { completeAnswers } from './questions.ts';
import { createChallengeFolder, refuseExistingFolder } from './index.ts';

/** Asks for missing answers, writes the challenge, and prints what to do next. */
export async function runNewCommand(
	{ answers, folder: wanted }: Extract<ChallengeArguments, { command: 'new' }>,
	challengesFolder: string,
	from: string
): Promise<number> {
	const folder = wanted ?? challengesFolder;
	const completedAnswers = await completeAnswers(answers, (id) => refuseExistingFolder(id, folder));
	const folderPath = makePathRelative(await createChallengeFolder(completedAnswers, folder), from);
	const quotedPath = /[^\w./@-]/.test(folderPath) ? `"${folderPath}"` : folderPath;
	process.stdout.write(
		`${folderPath}: a small challenge that works. Make it yours, piece by piece:
  npm run challenge -- check ${quotedPath}
  npm run challenge -- preview ${quotedPath}
`
	);
	return 0;
}
