/** Settings of the browser tests: which spec runs in which browser, in every run or in the soak. */
import { defineConfig } from '@playwright/test';
import { findChromiumPath, findFirefoxPath, findHeadlessShellPath } from './scripts/browsers.ts';
import { appOrigin, dataFolder, appPort, APP_START_ARGUMENTS } from './tests/servers.ts';
import { isMoreRun, isSoakRun } from './tests/soak.ts';

const chromiumOptionsFor = (executablePath: string | undefined) => ({
	browserName: 'chromium' as const,
	launchOptions: {
		...(executablePath === undefined ? {} : { executablePath }),
		args: [
			'--no-sandbox',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			// Optimising code takes a fifth of the processor's time, most of it for the compiler's WebAssembly. No test runs long
			// enough to gain by it.
			...(isSoakRun ? [] : ['--js-flags=--liftoff-only --no-opt --no-maglev'])
		]
	}
});
/**
 * Tests of what the browser itself does run in the whole browser, because one without a window prefetches nothing and gives the
 * focus away differently. All other tests run without a window, which takes a third less processor time; the soak runs those in
 * the whole browser too.
 */
const FULL_CHROMIUM_TESTS = [
	'attacks/{attacks,credentials,fuzz,keyboard,shared}',
	'kills/',
	'sandbox/offline',
	'storage/'
].map((name) => `**/tests/${name}*.spec.ts`);
/**
 * Driven through WebDriver BiDi, which cannot emulate media features yet, so no test in this project may ask for one. ESR 153
 * works; ESR 140 does not open, because it lacks `network.addDataCollector`, which the driver calls.
 */
const firefoxProgramPath = findFirefoxPath();
const firefoxProject = {
	name: 'firefox-esr',
	testMatch: ['sandbox/*.spec.ts', 'attacks/*.spec.ts', 'e2e/solve.spec.ts', 'e2e/lan.spec.ts'].map(
		(path) => `**/tests/${path}`
	),
	testIgnore: ['**/*.chromium.spec.ts', '**/fixtures/**'],
	use: {
		browserName: 'firefox' as const,
		channel: 'moz-firefox',
		launchOptions: firefoxProgramPath === undefined ? {} : { executablePath: firefoxProgramPath },
		colorScheme: null,
		contextOptions: { reducedMotion: null, forcedColors: null, contrast: null }
	}
};

/**
 * True with `BRAISE_TEST_DATABASE=postgres`: runs only the tests in which people use the database, on PostgreSQL with two app
 * processes. Otherwise these run on PGlite, with all other tests.
 */
const areTestsOnPostgres = process.env['BRAISE_TEST_DATABASE'] === 'postgres';
/** Exercises for the judge, which are not tests of Braise. */
const FIXTURE_PATTERNS = ['**/fixtures/**'];
/**
 * Tests of faults and long walks, with which `npm test` would take more than ten minutes. `npm run soak` runs them, and single
 * tests tagged `@soak`.
 */
const LONG_TESTS = [
	'attacks/fuzz',
	'e2e/accounts',
	'e2e/contributor-answer',
	'e2e/assignments',
	'e2e/two-places',
	'e2e/axe-lesson',
	'e2e/board',
	'e2e/debate',
	'e2e/endurance',
	'e2e/exercise',
	'e2e/feedback',
	'e2e/hand-in',
	'e2e/lan',
	'e2e/lesson',
	'e2e/offline-account',
	'e2e/export-class',
	'e2e/pair',
	'e2e/publication',
	'e2e/aria',
	'e2e/review',
	'e2e/share',
	'e2e/shared-machine',
	'e2e/troubles',
	'e2e/app-update',
	'e2e/work'
].map((name) => `**/tests/${name}*.spec.ts`);
/** In `npm run test:more`: the tests tagged `@more`, and these of the long tests. */
const MORE_TESTS = /@more|e2e\/(?:board|debate|feedback|hand-in|share)\.spec/;
const SOAK_ONLY_POSTGRES_TESTS = isSoakRun
	? [
			'accounts',
			'contributor-answer',
			'two-places',
			'board',
			'class',
			'contribution',
			'debate',
			'exercise',
			'offline-account',
			'pair',
			'publication',
			'share',
			'link',
			'remix',
			'troubles',
			'work'
		]
	: [];
const POSTGRES_TESTS = ['lesson', ...SOAK_ONLY_POSTGRES_TESTS].map((name) => `**/tests/e2e/${name}*.spec.ts`);

/** Long tests are ignored, except in the soak, and on PostgreSQL, where `testMatch` chooses the tests. */
const IGNORED_TESTS = [...FIXTURE_PATTERNS, ...(isSoakRun || isMoreRun || areTestsOnPostgres ? [] : LONG_TESTS)];
const chromiumProject = {
	name: 'chromium',
	use: chromiumOptionsFor(findChromiumPath()),
	...(isSoakRun ? {} : { testMatch: FULL_CHROMIUM_TESTS })
};
/**
 * Tests of the editor. They run one after another, because they share a page that is built for them; begun last, they would leave
 * a processor idle.
 */
const EDITOR_TESTS = '**/tests/editor/*.spec.ts';
const headlessProject = {
	name: 'headless',
	// Service workers are blocked, because a new browser would fill its cache for use without a network in every test. Tests of
	// that use allow them.
	use: { ...chromiumOptionsFor(findHeadlessShellPath() ?? findChromiumPath()), serviceWorkers: 'block' as const },
	testIgnore: [...IGNORED_TESTS, ...FULL_CHROMIUM_TESTS, EDITOR_TESTS]
};
const editorProject = { ...headlessProject, name: 'editor', testMatch: EDITOR_TESTS, testIgnore: IGNORED_TESTS };

export default defineConfig({
	testDir: 'tests',
	testMatch: areTestsOnPostgres ? POSTGRES_TESTS : '**/*.spec.ts',
	testIgnore: IGNORED_TESTS,
	...(isMoreRun ? { grep: MORE_TESTS } : {}),
	...(isSoakRun ? {} : { grepInvert: isMoreRun ? /@soak/ : /@soak|@more/ }),
	outputDir: 'test-results',
	fullyParallel: true,
	forbidOnly: true,
	retries: 0,
	workers: 2,
	// These limits are long, because only a failed test waits until their end. No test sets limits of its own.
	timeout: 600_000,
	expect: { timeout: 90_000, toPass: { timeout: 180_000 } },
	reporter: process.env['BRAISE_TEST_REPORT']
		? [['dot'], ['json', { outputFile: process.env['BRAISE_TEST_REPORT'] }]]
		: [['list']],
	use: {
		baseURL: appOrigin,
		locale: 'fr-FR',
		// A trace films every page and takes half of the processor time of the tests. Without one, a failed test still says what
		// its page showed.
		trace: process.env['BRAISE_TRACE'] === undefined ? 'off' : 'retain-on-failure',
		screenshot: 'only-on-failure'
	},
	// Long tests come first: at the end, one of them would leave a processor idle.
	projects: [editorProject, chromiumProject, headlessProject, firefoxProject],
	globalSetup: './tests/wait-for-unit-tests.ts',
	webServer: {
		command: `exec node ${areTestsOnPostgres ? '--import tsx tests/two-processes.ts' : APP_START_ARGUMENTS.join(' ')}`,
		url: `${appOrigin}/healthz`,
		env: { PORT: String(appPort), ORIGIN: '', SANDBOX_ORIGIN: '', HOST: '', DATABASE_URL: '', DATA_FOLDER: dataFolder },
		reuseExistingServer: false,
		timeout: 300_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 }
	}
});
