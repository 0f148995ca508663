/** Settings of the build and of the development server. */
import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { devHostsPlugin } from './scripts/dev-hosts.ts';
import { messageCompileOptions } from './scripts/messages-options.ts';
import { sharedChunksPlugin } from './scripts/shared-chunks.ts';
import { shortFileNamesPlugin } from './scripts/short-file-names.ts';
import { monacoPlugin } from './src/lib/editor/vite/monaco.ts';
import { judgePartsPlugin } from './sandbox/judge/plugin.ts';
import { compilerEnginePlugin } from './sandbox/compile/engine-file.ts';
import { sandboxShellPlugin } from './sandbox/run/plugin.ts';
import { challengesPlugin } from './src/lib/server/content/challenges-plugin.ts';

/**
 * All files that may reach a browser. The development server must know all their dependencies before the first page loads. By
 * itself it misses imports in markup, in a component's functions and in workers, and would reload the page at each of them.
 */
const BROWSER_FILES = [
	'src/**/*.{svelte,ts}',
	'!src/**/*{.test,server}.ts',
	'!src/lib/server/**',
	'!src/**/{testing,vite}/**',
	'sandbox/compile/worker.ts'
];

/**
 * True in `npm test`, which compiles the messages before it starts unit tests, browsers and servers. If each of those compiled
 * them, one would delete files that another reads.
 */
const areMessagesCompiled = process.env['BRAISE_MESSAGES_COMPILED'] !== undefined;

export default defineConfig({
	plugins: [
		devHostsPlugin(),
		sandboxShellPlugin(),
		compilerEnginePlugin(),
		judgePartsPlugin(),
		monacoPlugin(),
		challengesPlugin(),
		sveltekit(),
		sharedChunksPlugin(),
		shortFileNamesPlugin(),
		...(areMessagesCompiled ? [] : [paraglideVitePlugin(messageCompileOptions)])
	],
	resolve: {
		alias: {
			'@inlang/paraglide-js/urlpattern-polyfill': fileURLToPath(new URL('src/url-pattern.ts', import.meta.url))
		}
	},
	build: {
		// Nobody reads the compressed sizes that Vite would print.
		reportCompressedSize: false,
		// Kilobytes. The workers of editor and compiler are libraries in one file each; tests limit the script of pages.
		chunkSizeWarningLimit: 4_500,
		rolldownOptions: { checks: { pluginTimings: false } }
	},
	optimizeDeps: { entries: BROWSER_FILES },
	server: { host: '127.0.0.1', fs: { allow: ['sandbox'] } },
	worker: { format: 'es', plugins: () => [monacoPlugin(), compilerEnginePlugin()] }
});
