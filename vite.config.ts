import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { doors } from './scripts/doors.ts';
import { messagesOptions } from './scripts/messages-options.ts';
import { shortNames } from './scripts/short-names.ts';
import { monaco } from './src/lib/editor/vite/monaco.ts';
import { judgeParts } from './sandbox/judge/plugin.ts';
import { compileEngine } from './sandbox/compile/engine-file.ts';
import { sandboxShell } from './sandbox/run/plugin.ts';
import { challenges } from './src/lib/server/content/plugin.ts';

export default defineConfig({
	plugins: [
		doors(),
		sandboxShell(),
		compileEngine(),
		judgeParts(),
		monaco(),
		challenges(),
		sveltekit(),
		shortNames(),
		paraglideVitePlugin(messagesOptions)
	],
	resolve: {
		alias: {
			'@inlang/paraglide-js/urlpattern-polyfill': fileURLToPath(new URL('src/url-pattern.ts', import.meta.url))
		}
	},
	server: { host: '127.0.0.1', fs: { allow: ['sandbox'] } },
	worker: { format: 'es', plugins: () => [monaco(), compileEngine()] }
});
