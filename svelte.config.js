import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { compressQuickly } from './scripts/quick-compression.js';

// scripts/build.ts names a folder for each build.
const nodeAdapter = adapter({ precompress: true, out: process.env.BRAISE_BUILD ?? 'build/by-hand' });

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		// scripts/test.ts asks for it.
		adapter: process.env.BRAISE_QUICK_BUILD === undefined ? nodeAdapter : compressQuickly(nodeAdapter),
		// The language stands before the route, so a path relative to the route would point elsewhere.
		paths: { relative: false },
		// A page of the workbench asked for thirteen files of styles before it could be drawn. Larger ones belong to the editor.
		inlineStyleThreshold: 16_384,
		// src/lib/offline/visit.ts does, once nobody waits for anything.
		serviceWorker: { register: false },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'worker-src': ['self', 'blob:'],
				// Where the shell stands is known at run time only: src/hooks.server.ts narrows this to it by a second header.
				'frame-src': ['http:', 'https:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		typescript: {
			config(config) {
				// Challenges are checked by scripts/check-challenges.ts: their files import each other from places of their own.
				config.include.push('../sandbox/**/*.ts', '../scripts/**/*.ts', '../*.config.ts');
				// Exercises in the style of Jest, and a challenge to begin from: judged, not compiled with the rest.
				config.exclude.push('../tests/fixtures', '../scripts/challenge/template');
				// svelte-check finds the types of components by these, not by the imports of package.json.
				Object.assign(config.compilerOptions.paths, { '#lib/*': ['../src/lib/*'], '#sandbox/*': ['../sandbox/*'] });
				return config;
			}
		}
	}
};
