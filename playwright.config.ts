import { defineConfig } from '@playwright/test';
import { chromiumPath, firefoxPath, headlessShellPath } from './scripts/browsers.ts';
import { app, dataFolder, port } from './tests/servers.ts';
import { isSoak } from './tests/soak.ts';

const drives = (executablePath: string | undefined) => ({
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
			// Optimising code takes a fifth of the processor, most of it for the compiler's WebAssembly; no test lasts long enough to gain by it.
			...(isSoak ? [] : ['--js-flags=--liftoff-only --no-opt --no-maglev'])
		]
	}
});
/**
 * What tries the browser itself needs the whole of it: without a window it prefetches nothing, and keeps fewer processes apart. What
 * people do is the same without a window, for a third less of the processor; the soak does it in the whole browser.
 */
const WHOLE = ['attacks', 'kills', 'sandbox', 'storage'].map((room) => `**/tests/${room}/**/*.spec.ts`);

/**
 * Driven through WebDriver BiDi, which cannot emulate media features yet: nothing may ask for it. ESR 153 works; ESR 140 does not even
 * open, for it does not know `network.addDataCollector`, which the driver asks for.
 */
const firefoxProgram = firefoxPath();
const firefox = {
	name: 'firefox-esr',
	testMatch: ['sandbox/*.spec.ts', 'attacks/*.spec.ts', 'e2e/solve.spec.ts', 'e2e/lan.spec.ts'].map(
		(path) => `**/tests/${path}`
	),
	testIgnore: ['**/*.chromium.spec.ts', '**/fixtures/**'],
	use: {
		browserName: 'firefox' as const,
		channel: 'moz-firefox',
		launchOptions: firefoxProgram === undefined ? {} : { executablePath: firefoxProgram },
		colorScheme: null,
		contextOptions: { reducedMotion: null, forcedColors: null, contrast: null }
	}
};

/**
 * `BRAISE_TEST_DATABASE=postgres`: what persons do with the database, once more on a PostgreSQL with two processes. Without it they do it on
 * PGlite, with everything else.
 */
const onPostgres = process.env['BRAISE_TEST_DATABASE'] === 'postgres';
/** Exercises to be judged, not tests of Braise. */
const NOT_TESTS = ['**/fixtures/**'];
/**
 * Faults and long walks, beside which `npm test` would not end within its ten minutes: `npm run soak` makes them, and single tests
 * that say `@soak`.
 */
const LONG = [
	'attacks/fuzz',
	'e2e/accounts',
	'e2e/assignments',
	'e2e/away',
	'e2e/axe-lesson',
	'e2e/board',
	'e2e/debate',
	'e2e/endurance',
	'e2e/feedback',
	'e2e/hand-in',
	'e2e/lan',
	'e2e/lesson',
	'e2e/offline-account',
	'e2e/out',
	'e2e/pair',
	'e2e/reader',
	'e2e/review',
	'e2e/shared-machine',
	'e2e/troubles',
	'e2e/update',
	'e2e/work'
].map((name) => `**/tests/${name}*.spec.ts`);
const SOAKED = isSoak
	? ['accounts', 'away', 'board', 'class', 'debate', 'offline-account', 'pair', 'troubles', 'work']
	: [];
const DATABASE_TESTS = ['lesson', ...SOAKED].map((name) => `**/tests/e2e/${name}*.spec.ts`);

/** The lesson is left out on PGlite alone. */
const IGNORED = [...NOT_TESTS, ...(isSoak || onPostgres ? [] : LONG)];
const chromium = { name: 'chromium', use: drives(chromiumPath()), ...(isSoak ? {} : { testMatch: WHOLE }) };
const headless = {
	name: 'headless',
	// A new browser would fill its cache for the time without a network in every test. Tests of that allow it.
	use: { ...drives(headlessShellPath() ?? chromiumPath()), serviceWorkers: 'block' as const },
	testIgnore: [...IGNORED, ...WHOLE]
};

export default defineConfig({
	testDir: 'tests',
	testMatch: onPostgres ? DATABASE_TESTS : '**/*.spec.ts',
	testIgnore: IGNORED,
	...(isSoak ? {} : { grepInvert: /@soak/ }),
	outputDir: 'test-results',
	fullyParallel: true,
	forbidOnly: true,
	retries: 0,
	workers: 2,
	// What comes, comes sooner, however slow the machine; a failed test waits longer, and no other. So no test has bounds of its own.
	timeout: 600_000,
	expect: { timeout: 90_000, toPass: { timeout: 180_000 } },
	reporter: process.env['BRAISE_TEST_REPORT']
		? [['dot'], ['json', { outputFile: process.env['BRAISE_TEST_REPORT'] }]]
		: [['list']],
	use: {
		baseURL: app,
		locale: 'fr-FR',
		// A trace films every page: half of what the tests ask of the processor. A failed test says what its page held without one.
		trace: process.env['BRAISE_TRACE'] === undefined ? 'off' : 'retain-on-failure',
		screenshot: 'only-on-failure'
	},
	projects: [chromium, headless, firefox],
	webServer: {
		command: `exec node --import tsx ${onPostgres ? 'tests/two-processes.ts' : 'scripts/start.ts'}`,
		url: `${app}/healthz`,
		env: { PORT: String(port), ORIGIN: '', SANDBOX_ORIGIN: '', HOST: '', DATABASE_URL: '', DATA_FOLDER: dataFolder },
		reuseExistingServer: false,
		timeout: 300_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 }
	}
});
