/** Runs the last part of `npm run lint`, which finds exports and files that nothing uses. */
import { existsSync } from 'node:fs';
import { run } from './test/run.ts';

/** Commands by the file that they write. A file that exists is not written again: a type check may be at it. */
const GENERATED = {
	'src/lib/paraglide/messages.js': ['--import', 'tsx', 'scripts/messages.ts'],
	'.svelte-kit/tsconfig.json': ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']
};
const KNIP = ['node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'];

// knip follows imports into generated files, so they must exist.
const missing = Object.entries(GENERATED).flatMap(([file, command]) => (existsSync(file) ? [] : [command]));
for (const command of [...missing, KNIP]) {
	process.exitCode = await run(process.execPath, command);
	if (process.exitCode !== 0) break;
}
