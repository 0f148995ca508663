/** Runs `npm run challenge`, the author's command to create, check, show and picture challenges. */
import { fileURLToPath } from 'node:url';
import { ArgumentError, readArguments } from './challenge/arguments.ts';

const EXIT_MISUSED = 2;

/** npm changes to the package's folder and passes the caller's in INIT_CWD. */
const callerFolder = process.env['INIT_CWD'] ?? process.cwd();
const challengesFolder = fileURLToPath(new URL('../challenges', import.meta.url));

/** Returns 0 when all is well, 1 when there are problems, one line each. Loads what the command needs and no more. */
async function runCommand(): Promise<number> {
	const wanted = readArguments(process.argv.slice(2), callerFolder);
	switch (wanted.command) {
		case 'new':
			return (await import('./challenge/new/command.ts')).runNew(wanted, challengesFolder, callerFolder);
		case 'check':
			return (await import('./challenge/check-command.ts')).runCheck(wanted, challengesFolder, callerFolder);
		case 'preview':
			return (await import('./challenge/preview/command.ts')).runPreview(wanted, callerFolder);
		case 'picture':
			return (await import('./challenge/picture/command.ts')).runPicture(wanted, callerFolder);
	}
}

try {
	process.exitCode = await runCommand();
} catch (error) {
	if (!(error instanceof ArgumentError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = EXIT_MISUSED;
}
