/** Runs the last part of `npm run lint`, which finds exports and files that nothing uses. */
import { existsSync } from 'node:fs';
import { run } from './test/run.ts';

/** knip follows imports of generated files. Make them only when absent: a type check may be writing them at this moment. */
async function generate(): Promise<void> {
	if (!existsSync('src/lib/paraglide/messages.js')) await node('--import', 'tsx', 'scripts/messages.ts');
	if (!existsSync('.svelte-kit/tsconfig.json')) await node('node_modules/@sveltejs/kit/svelte-kit.js', 'sync');
}

const node = (...options: string[]): Promise<number> => run(process.execPath, options);

await generate();
process.exitCode = await node('node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints');
