import { readChallengeArguments, CHALLENGE_USAGE } from './arguments.ts';

/** Returns 0 without problems and 1 with problems. Loads only the modules that the command needs. */
export async function runChallengeCommand(
	list: string[],
	challengesFolder: string,
	callerFolder: string
): Promise<number> {
	const commandArguments = readChallengeArguments(list, callerFolder);
	switch (commandArguments.command) {
		case 'help':
			process.stdout.write(`${CHALLENGE_USAGE}\n`);
			return 0;
		case 'new':
			return (await import('./new/index.ts')).runNewCommand(commandArguments, challengesFolder, callerFolder);
		case 'check':
			return (await import('./check-command.ts')).runCheckCommand(commandArguments, challengesFolder, callerFolder);
		case 'preview':
			return (await import('./preview/command.ts')).runPreviewCommand(commandArguments, callerFolder);
		case 'picture':
			return (await import('./pictures.ts')).runPictureCommand(commandArguments, callerFolder);
		case 'examples':
			return (await import('./examples-command.ts')).runExamplesCommand(commandArguments, callerFolder);
	}
}
