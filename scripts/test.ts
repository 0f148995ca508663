/** Runs `npm test`: installs the browsers, builds, and runs all tests; `-- --firefox` adds Firefox ESR. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './browsers.ts';
import { build } from './build.ts';
import { ensureChromium, ensureFirefox, ensureHeadlessShell } from './test/browsers.ts';
import { audit } from './test/audit.ts';
import { playwrightCounts, vitestCounts, type Counts } from './test/counts.ts';
import { freePort } from './test/free-port.ts';
import { run } from './test/run.ts';
import { slowest } from './test/slowest.ts';

const reports = await mkdtemp(join(tmpdir(), 'braise-tests-'));
const total: Counts = { passed: 0, failed: 0 };
const began = Date.now();
const SLOWEST = 12;

function count(part: string, { passed, failed }: Counts): void {
	total.passed += passed;
	total.failed += failed;
	console.log(`[${Math.round((Date.now() - began) / 1000)} s] ${part}: ${passed} passed, ${failed} failed`);
}

async function nameSlowest(report: string): Promise<void> {
	for (const line of await slowest(report, SLOWEST)) console.log(line);
}

const once = (exitCode: number): Counts => (exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
const npm = (script: string) => run('npm', ['run', '--silent', script], { quiet: true });

async function unit(): Promise<Counts> {
	const report = join(reports, 'vitest.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const exitCode = await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...reporters]);
	await nameSlowest(report);
	return vitestCounts(report, exitCode);
}

async function browser(projects: string[], database: 'pglite' | 'postgres' = 'pglite'): Promise<Counts> {
	const report = join(reports, `${projects.join('-')}-${database}.json`);
	const cli = ['node_modules/@playwright/test/cli.js', 'test', ...projects.map((project) => `--project=${project}`)];
	const port = String(await freePort(21_300));
	const env = {
		BRAISE_TEST_REPORT: report,
		BRAISE_TEST_PORT: port,
		BRAISE_TEST_DATABASE: database,
		BRAISE_TEST_DATA: join(reports, 'data', `${projects.join('-')}-${database}`)
	};
	const exitCode = await run(process.execPath, cli, { env });
	await nameSlowest(report);
	return playwrightCounts(report, exitCode);
}

async function still(): Promise<void> {
	count('lint', once(await npm('lint')));
	const found = await audit();
	if (typeof found === 'string') console.log(`SKIPPED, for nobody could be asked: the audit of what ships (${found})`);
	else count('audit of what ships', found);
}

/** One after the other, because both write the compiled messages. */
async function checkAndBuild(): Promise<void> {
	count('type check', once(await npm('check')));
	console.log('Building…');
	if ((await build()) !== 0) throw new Error('The build failed.');
}

async function all(): Promise<void> {
	const found = await ensureChromium();
	// A packaged Chromium is in no usual place.
	if (chromiumPath() === undefined) process.env['CHROMIUM_PATH'] = found;
	await ensureHeadlessShell();
	// Two tasks at a time, because a small machine has two cores.
	await Promise.all([checkAndBuild(), still()]);
	await Promise.all([
		unit().then((counts) => count('unit tests', counts)),
		browser(['headless'], 'postgres').then((counts) => count('a lesson on PostgreSQL with two processes', counts))
	]);
	count('Chromium', await browser(['chromium', 'headless']));
	if (process.argv.includes('--firefox') && (await ensureFirefox(true))) {
		const { passed, failed } = await browser(['firefox-esr']);
		console.log(`Firefox ESR, listed and not counted: ${passed} passed, ${failed} failed`);
	}
}

try {
	await all();
} catch (error) {
	total.failed += 1;
	console.log(error instanceof Error ? error.message : String(error));
} finally {
	await rm(reports, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
