/** `npm run soak`: the full figures of what `npm test` does in small, with the same code. Takes up to an hour; the last line counts. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './test/browsers.ts';
import { playwrightCounts } from './test/counts.ts';
import { freePort } from './test/free-port.ts';
import { run } from './test/run.ts';

const folder = await mkdtemp(join(tmpdir(), 'braise-soak-'));
try {
	const report = join(folder, 'solve.json');
	const env = {
		CHROMIUM_PATH: await ensureChromium(),
		BRAISE_SOAK: 'yes',
		BRAISE_TEST_REPORT: report,
		BRAISE_TEST_PORT: String(await freePort(41_300))
	};
	const specs = ['e2e/solve', 'e2e/axe', 'e2e/endurance', 'editor/editor'].map((path) => `tests/${path}`);
	const cli = ['node_modules/@playwright/test/cli.js', 'test', '--project=chromium', ...specs];
	const { passed, failed } = await playwrightCounts(report, await run(process.execPath, cli, { env }));
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed > 0 ? 1 : 0;
} finally {
	await rm(folder, { recursive: true, force: true });
}
