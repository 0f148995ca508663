/**
 * Implements `npm test`: builds, checks and runs the tests; `-- --firefox` adds Firefox ESR. With `--more` it is `npm run test:more`
 * instead, which runs the tests tagged `more` on the same build.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyMigratedStoreTo } from '#lib/server/db/testing/pglite-pool.ts';
import { findChromiumPath } from './browsers.ts';
import { buildApp, isBuildFresh } from './build.ts';
import { ensureChromium, ensureFirefox, ensureHeadlessShell } from './test/browsers.ts';
import { auditProductionPackages } from './test/audit.ts';
import { readPlaywrightCounts, readVitestCounts, type TestCounts } from './test/counts.ts';
import { findFreePort } from './test/free-port.ts';
import { PLAYWRIGHT_COLOUR_ENVIRONMENT, runProcess } from './test/run-process.ts';
import { describeSlowestTests } from './test/slowest.ts';
import { chooseTemporaryFolder } from './test/temporary-folder.ts';
import { SHORT_PROCESS_V8_FLAGS } from './test/v8-flags.ts';

// Temporary files stay in memory if possible: databases and profiles are made some hundred times, which is slow on a disk.
process.env['TMPDIR'] = await chooseTemporaryFolder();
const reportFolder = await mkdtemp(join(process.env['TMPDIR'], 'braise-tests-'));
const totalCounts: TestCounts = { passed: 0, failed: 0 };
const startedAt = Date.now();
const packedChallengesFile = join(reportFolder, 'challenges.json');
const SHOWN_SLOW_TEST_COUNT = 12;
/** Where unit tests tagged `more` are: other files would be loaded in vain. scripts/documented.test.ts sees that none is missing. */
const MORE_UNIT_TESTS = [
	'scripts/challenge',
	'scripts/data-commands',
	'scripts/judge',
	'sandbox/check/parity',
	'sandbox/compile',
	'sandbox/judge/jest',
	'src/lib/workbench/ideas'
];

function addCounts(partName: string, { passed, failed }: TestCounts): void {
	totalCounts.passed += passed;
	totalCounts.failed += failed;
	console.log(`[${Math.round((Date.now() - startedAt) / 1000)} s] ${partName}: ${passed} passed, ${failed} failed`);
}

async function printSlowestTests(reportPath: string): Promise<void> {
	for (const line of await describeSlowestTests(reportPath, SHOWN_SLOW_TEST_COUNT)) console.log(line);
}

const testCountsOfExitCode = (exitCode: number): TestCounts =>
	exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
const runNodeScript = (path: string) => runProcess(process.execPath, ['--import', 'tsx', path], { isQuiet: true });
const runNpmScript = (script: string) => runProcess('npm', ['run', '--silent', script], { isQuiet: true });

async function runUnitTests(wantedFiles: string[] = []): Promise<TestCounts> {
	const reportPath = join(reportFolder, 'vitest.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
	const vitestArguments = [...SHORT_PROCESS_V8_FLAGS, 'node_modules/vitest/vitest.mjs', 'run', ...wantedFiles];
	const env = { BRAISE_PACKED_CHALLENGES: packedChallengesFile };
	const exitCode = await runProcess(process.execPath, [...vitestArguments, ...reporters], { env });
	await printSlowestTests(reportPath);
	return readVitestCounts(reportPath, exitCode);
}

interface BrowserTestRun {
	projects: string[];
	database?: 'pglite' | 'postgres';
	/** Path of the file whose appearance begins the tests. Their server starts earlier. */
	startSignalFile?: string;
}

async function runBrowserTests({
	projects,
	database = 'pglite',
	startSignalFile
}: BrowserTestRun): Promise<TestCounts> {
	const reportPath = join(reportFolder, `${projects.join('-')}-${database}.json`);
	// Playwright's workers inherit Node's flags from Playwright's process.
	const cliArguments = [
		'node_modules/@playwright/test/cli.js',
		'test',
		...projects.map((project) => `--project=${project}`)
	];
	const port = String(await findFreePort(21_300));
	const dataFolder = join(reportFolder, 'data', `${projects.join('-')}-${database}`);
	if (database === 'pglite') await copyMigratedStoreTo(dataFolder);
	const env = {
		...PLAYWRIGHT_COLOUR_ENVIRONMENT,
		BRAISE_TEST_REPORT: reportPath,
		BRAISE_TEST_PORT: port,
		BRAISE_TEST_DATABASE: database,
		BRAISE_TEST_DATA: dataFolder,
		...(startSignalFile === undefined ? {} : { BRAISE_TEST_TURN: startSignalFile })
	};
	const exitCode = await runProcess(process.execPath, [...SHORT_PROCESS_V8_FLAGS, ...cliArguments], { env });
	await printSlowestTests(reportPath);
	return readPlaywrightCounts(reportPath, exitCode);
}

async function runStaticChecks(): Promise<void> {
	addCounts('lint', testCountsOfExitCode(await runNpmScript('lint')));
	const auditOutcome = await auditProductionPackages();
	if (typeof auditOutcome === 'string')
		console.log(`SKIPPED, for nobody could be asked: the audit of what ships (${auditOutcome})`);
	else addCounts('audit of what ships', auditOutcome);
}

/** Throws the first failure after all have ended: the reports are removed next, and no run may still write one. */
async function waitForAllRuns(runs: Promise<void>[]): Promise<void> {
	const endings = await Promise.allSettled(runs);
	for (const ending of endings) if (ending.status === 'rejected') throw ending.reason;
}

/**
 * Runs the unit tests beside a lesson on PostgreSQL, and afterwards all other browser tests, whose server starts meanwhile. A
 * page with a moving scene takes a quarter of a processor while its test lasts, and a test lasts longer beside others.
 */
async function runUnitAndBrowserTests(): Promise<void> {
	const startSignalFile = join(reportFolder, 'turn');
	await waitForAllRuns([
		runUnitTests()
			.then((counts) => addCounts('unit tests', counts))
			.finally(() => writeFile(startSignalFile, '')),
		runBrowserTests({ projects: ['headless'], database: 'postgres' })
			.then((counts) => addCounts('a lesson on PostgreSQL with two processes', counts))
			.then(() => runBrowserTests({ projects: ['editor', 'chromium', 'headless'], startSignalFile }))
			.then((counts) => addCounts('Chromium', counts))
	]);
}

async function ensureBrowsers(): Promise<void> {
	const executablePath = await ensureChromium();
	// A Chromium from an npm package is not at one of the usual places.
	if (findChromiumPath() === undefined) process.env['CHROMIUM_PATH'] = executablePath;
	await ensureHeadlessShell();
}

async function ensureBuild(): Promise<void> {
	process.env['BRAISE_MESSAGES_COMPILED'] = 'yes';
	process.env['BRAISE_QUICK_BUILD'] = 'yes';
	if (await isBuildFresh()) return;
	// No unit test runs during the build, because SvelteKit would then rewrite files that the build reads.
	process.env['BRAISE_PACKED_CHALLENGES'] = packedChallengesFile;
	const buildCode = await buildApp();
	delete process.env['BRAISE_PACKED_CHALLENGES'];
	if (buildCode !== 0) throw new Error('The build failed.');
}

async function checkTypesAndBuild(): Promise<void> {
	// The type check compiles the messages, which the development server and the unit tests then read at the same time.
	addCounts('type check', testCountsOfExitCode(await runNpmScript('check')));
	await ensureBuild();
}

async function checkAndTest(): Promise<void> {
	// The static checks run beside all this, because compiling the messages leaves a processor idle.
	await waitForAllRuns([
		runStaticChecks(),
		waitForAllRuns([ensureBrowsers(), checkTypesAndBuild()]).then(runUnitAndBrowserTests)
	]);
	if (process.argv.includes('--firefox') && (await ensureFirefox(true))) {
		const { passed, failed } = await runBrowserTests({ projects: ['firefox-esr'] });
		console.log(`Firefox ESR, listed and not counted: ${passed} passed, ${failed} failed`);
	}
}

async function testMore(): Promise<void> {
	process.env['BRAISE_MORE'] = 'yes';
	await waitForAllRuns([ensureBrowsers(), runNodeScript('scripts/messages.ts').then(ensureBuild)]);
	addCounts('unit tests', await runUnitTests(MORE_UNIT_TESTS));
	addCounts('Chromium', await runBrowserTests({ projects: ['editor', 'chromium', 'headless'] }));
}

try {
	await (process.argv.includes('--more') ? testMore() : checkAndTest());
} catch (error) {
	totalCounts.failed += 1;
	console.log(error instanceof Error ? error.message : String(error));
} finally {
	await rm(reportFolder, { recursive: true, force: true });
}
console.log(`${totalCounts.passed} passed, ${totalCounts.failed} failed`);
process.exitCode = totalCounts.failed > 0 ? 1 : 0;
