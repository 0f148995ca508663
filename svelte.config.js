import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter({ precompress: true }),
		// The policies are sent by src/hooks.server.ts: part of them is known only at run time.
		typescript: {
			config(config) {
				config.include.push('../sandbox/**/*.ts', '../scripts/**/*.ts', '../tests/**/*.ts', '../challenges/**/*.ts');
				return config;
			}
		}
	}
};
