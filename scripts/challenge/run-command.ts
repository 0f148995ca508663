/** Runs the author's command with its arguments. */
import { readChallengeArguments, CHALLENGE_USAGE } from './arguments.ts';

/**
 * Returns 0 without problems and 1 with problems, which are printed one per line. Loads only the modules that the command needs.
 */
export async function runChallengeCommand(
	list: string[],
	challengesFolder: string,
	callerFolder: string
): Promise<number> {
	const wanted = readChallengeArguments(list, callerFolder);
	switch (wanted.command) {
		case 'help':
			process.stdout.write(`${CHALLENGE_USAGE}\n`);
			return 0;
		case 'new':
			return (await import('./new/command.ts')).runNewCommand(wanted, challengesFolder, callerFolder);
		case 'check':
			return (await import('./check-command.ts')).runCheckCommand(wanted, challengesFolder, callerFolder);
		case 'preview':
			return (await import('./preview/command.ts')).runPreviewCommand(wanted, callerFolder);
		case 'picture':
			return (await import('./picture/command.ts')).runPictureCommand(wanted, callerFolder);
		case 'examples':
			return (await import('./examples-command.ts')).runExamplesCommand(wanted, callerFolder);
	}
}
