import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { ArgumentError } from './challenge/arguments.ts';
import { runChallengeCommand } from './challenge/run-command.ts';

const MISUSE_EXIT_CODE = 2;

// Most commands run only for seconds, so optimising the compiler's WebAssembly would cost V8 more time than it saves.
setFlagsFromString('--liftoff-only');

/** npm changes to the package's folder, and passes the author's in INIT_CWD. */
const callerFolder = process.env['INIT_CWD'] ?? process.cwd();
const challengesFolder = fileURLToPath(new URL('../challenges', import.meta.url));

try {
	process.exitCode = await runChallengeCommand(process.argv.slice(2), challengesFolder, callerFolder);
} catch (error) {
	if (!(error instanceof ArgumentError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = MISUSE_EXIT_CODE;
}
