/** Settings of the unit tests, which run with the build's plugins in two projects. */
import { defineConfig, mergeConfig } from 'vitest/config';
import { findChromiumPath, findHeadlessShellPath } from './scripts/browsers.ts';
import { messagesModulePlugin } from './scripts/test/messages-module.ts';
import { moduleCacheFolder } from './scripts/test/module-cache.ts';
import build from './vite.config.ts';

/** Path of the browser; undefined where Playwright starts its own. */
const browserPath = findHeadlessShellPath() ?? findChromiumPath();
/** Only single runs use the module cache: in watch mode it would serve modules whose sources have changed. */
const isSingleRun = process.argv.includes('run');
const isSoakRun = process.env['BRAISE_SOAK'] !== undefined;
const isMoreRun = process.env['BRAISE_MORE'] !== undefined;
/** Tests that only the soak runs: repetitions on PostgreSQL, and floods of programs that never end. */
const SOAK_ONLY_TESTS = isSoakRun ? [] : ['src/**/*.postgres.test.ts', 'sandbox/judge/{flood,resources-more}.test.ts'];
const IGNORED_PATTERNS = ['**/node_modules/**'];
const ISOLATED_TESTS = [
	'src/lib/server/{auth,background,db,mail,pairs}/**/*.test.ts',
	'src/lib/server/*.test.ts',
	'src/routes/api/*.test.ts',
	'src/lib/server/assignments/require-assignment.test.ts',
	'src/lib/server/submissions/judging.test.ts',
	'src/lib/server/studio/demo/problem-permits.test.ts',
	'sandbox/judge/{flood,hostile,resources,resources-more,responding}.test.ts',
	'scripts/judge/*.test.ts'
];

export default mergeConfig(
	build,
	defineConfig({
		plugins: [messagesModulePlugin()],
		test: {
			experimental: { fsModuleCache: isSingleRun, fsModuleCachePath: moduleCacheFolder },
			globalSetup: ['scripts/test/module-cache.ts', 'src/lib/server/db/testing/on-demand.ts'],
			env: { LOG_LEVEL: 'silent', ...(browserPath === undefined ? {} : { CHROMIUM_PATH: browserPath }) },
			tags: [
				{ name: 'soak', description: 'Takes long, and runs in the soak alone.' },
				{
					name: 'more',
					description: 'Finds something rarely, so that `npm test` leaves it out for `npm run test:more`.'
				}
			],
			...(isSoakRun ? {} : { tagsFilter: isMoreRun ? ['more'] : ['!soak and !more'] }),
			// This limit is long, because only a failed test waits until its end. No test sets a limit of its own.
			testTimeout: 600_000,
			// With the default, one of two cores would stay idle, while half of these tests wait for a database or a process.
			maxWorkers: 2,
			hookTimeout: 600_000,
			expect: { poll: { timeout: 60_000 } },
			projects: [
				// Test files that keep something in their process (connections, a judge) or end its children each get a process of
				// their own.
				{
					extends: true,
					test: {
						name: 'apart',
						include: ISOLATED_TESTS,
						exclude: [...IGNORED_PATTERNS, ...SOAK_ONLY_TESTS],
						// Threads share the flags of this process, and processes are given them.
						execArgv: process.execArgv
					}
				},
				{
					extends: true,
					test: {
						name: 'together',
						include: ['{src,sandbox,scripts,tests/bench}/**/*.test.ts'],
						exclude: [...IGNORED_PATTERNS, ...ISOLATED_TESTS],
						pool: 'threads',
						isolate: false
					}
				}
			]
		}
	})
);
