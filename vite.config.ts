import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { doors } from './scripts/doors.ts';
import { messagesOptions } from './scripts/messages-options.ts';
import { monaco } from './src/lib/editor/vite/monaco.ts';
import { packedEngine } from './sandbox/compile/packed.ts';
import { sandboxShell } from './sandbox/run/plugin.ts';
import { challenges } from './src/lib/server/content/plugin.ts';

const NOT_TESTS = ['**/node_modules/**', 'challenges/**/checks/**', 'challenges/**/private/**'];
const APART = [
	'src/lib/server/{auth,background,db,pairs}/**/*.test.ts',
	'src/lib/server/*.test.ts',
	'src/lib/server/submissions/judging.test.ts',
	'sandbox/judge/{compile,resources,resources-more,well}.test.ts',
	'scripts/judge/*.test.ts'
];

export default defineConfig({
	plugins: [doors(), sandboxShell(), monaco(), challenges(), sveltekit(), paraglideVitePlugin(messagesOptions)],
	resolve: {
		alias: {
			'@inlang/paraglide-js/urlpattern-polyfill': fileURLToPath(new URL('src/url-pattern.ts', import.meta.url))
		}
	},
	server: { host: '127.0.0.1' },
	worker: { format: 'es', plugins: () => [monaco(), packedEngine()] },
	test: {
		globalSetup: ['src/lib/server/db/testing/on-demand.ts'],
		env: { LOG_LEVEL: 'silent' },
		// Some start a browser or a process, beside the type check and lint, on a machine with two cores.
		testTimeout: 30_000,
		// On two cores one would be left out: half of these tests wait for a database or a process.
		maxWorkers: 2,
		hookTimeout: 60_000,
		projects: [
			// What keeps something for its process (connections, a judge), or ends its children, has one of its own for each file of tests.
			{ extends: true, test: { name: 'apart', include: APART, exclude: NOT_TESTS } },
			{
				extends: true,
				test: {
					name: 'together',
					include: ['{src,sandbox,scripts,challenges}/**/*.test.ts'],
					exclude: [...NOT_TESTS, ...APART],
					pool: 'threads',
					isolate: false
				}
			}
		]
	}
});
