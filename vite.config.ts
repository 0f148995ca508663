import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { devHosts } from './scripts/dev-hosts.ts';
import { messagesOptions } from './scripts/messages-options.ts';
import { sharedChunks } from './scripts/shared-chunks.ts';
import { shortNames } from './scripts/short-names.ts';
import { monaco } from './src/lib/editor/vite/monaco.ts';
import { judgeParts } from './sandbox/judge/plugin.ts';
import { compileEngine } from './sandbox/compile/engine-file.ts';
import { sandboxShell } from './sandbox/run/plugin.ts';
import { challenges } from './src/lib/server/content/plugin.ts';

/**
 * What may reach a browser, each file by itself: the development server has to know every dependency before the first page comes. It finds
 * none behind an import in markup, in a component's function or in a worker, and would load the page anew when it meets one.
 */
const BROWSER = [
	'src/**/*.{svelte,ts}',
	'!src/**/*{.test,server}.ts',
	'!src/lib/server/**',
	'!src/**/{testing,vite}/**',
	'sandbox/compile/worker.ts'
];

/** `npm test` runs unit tests beside browsers and servers: if each compiled the messages, one would take them from under another. */
const areMessagesCompiled = process.env['BRAISE_MESSAGES_COMPILED'] !== undefined;

export default defineConfig({
	plugins: [
		devHosts(),
		sandboxShell(),
		compileEngine(),
		judgeParts(),
		monaco(),
		challenges(),
		sveltekit(),
		sharedChunks(),
		shortNames(),
		...(areMessagesCompiled ? [] : [paraglideVitePlugin(messagesOptions)])
	],
	resolve: {
		alias: {
			'@inlang/paraglide-js/urlpattern-polyfill': fileURLToPath(new URL('src/url-pattern.ts', import.meta.url))
		}
	},
	optimizeDeps: { entries: BROWSER },
	server: { host: '127.0.0.1', fs: { allow: ['sandbox'] } },
	worker: { format: 'es', plugins: () => [monaco(), compileEngine()] }
});
