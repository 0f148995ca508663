/** Settings of SvelteKit: the server's adapter, the content security policy and types. */
import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { compressQuickly } from './scripts/quick-compression.js';

// scripts/build.ts sets BRAISE_BUILD to a new folder for each build.
const nodeAdapter = adapter({ precompress: true, out: process.env.BRAISE_BUILD ?? 'build/by-hand' });

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		// scripts/test.ts sets BRAISE_QUICK_BUILD, for a build that compresses quickly.
		adapter: process.env.BRAISE_QUICK_BUILD === undefined ? nodeAdapter : compressQuickly(nodeAdapter),
		// Addresses begin with the language, which routes do not contain, so paths relative to the route would be wrong.
		paths: { relative: false },
		// Bytes. Styles up to this size are put into the page: without them, a page of the workbench fetched thirteen files of
		// styles before it could be drawn. Only the editor's styles are larger.
		inlineStyleThreshold: 16_384,
		// src/lib/offline/keep-visited-page.ts registers it, once nobody waits for the page.
		serviceWorker: { register: false },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'media-src': ['self', 'blob:'],
				'worker-src': ['self', 'blob:'],
				// The shell's address is known only at run time: src/hooks.server.ts sends it in a second header, which narrows
				// this one.
				'frame-src': ['http:', 'https:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		typescript: {
			config(config) {
				// `npm run challenge -- check` checks the types of challenges, whose files import each other from other folders.
				config.include.push('../sandbox/**/*.ts', '../scripts/**/*.ts', '../*.config.ts');
				// Left out: exercises in the style of Jest, and the challenge that a new one begins from, both of which are judged
				// and not part of Braise's code.
				config.exclude.push('../tests/fixtures', '../scripts/challenge/template');
				// svelte-check needs these paths to find the types of components; it does not read the imports of package.json.
				Object.assign(config.compilerOptions.paths, { '#lib/*': ['../src/lib/*'], '#sandbox/*': ['../sandbox/*'] });
				return config;
			}
		}
	}
};
