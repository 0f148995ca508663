import { existsSync } from 'node:fs';
import { runProcess } from './test/run-process.ts';

/** An existing file is not written again, because a type check may be reading it. */
const COMMANDS_BY_GENERATED_FILE = {
	'src/lib/paraglide/messages.js': ['--import', 'tsx', 'scripts/messages.ts'],
	'.svelte-kit/tsconfig.json': ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']
};
const KNIP_ARGUMENTS = ['node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'];

const missingFileCommands = Object.entries(COMMANDS_BY_GENERATED_FILE).flatMap(([file, command]) =>
	existsSync(file) ? [] : [command]
);
for (const command of [...missingFileCommands, KNIP_ARGUMENTS]) {
	process.exitCode = await runProcess(process.execPath, command);
	if (process.exitCode !== 0) break;
}
