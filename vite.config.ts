import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
		sveltekit(),
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['url', 'baseLocale'],
			urlPatterns: [
				{
					pattern: '/:path(.*)?',
					localized: [
						['fr', '/fr/:path(.*)?'],
						['en', '/en/:path(.*)?']
					]
				}
			]
		})
	],
	worker: { format: 'es' },
	test: {
		include: ['{src,sandbox,scripts,challenges}/**/*.test.ts'],
		exclude: ['**/node_modules/**', 'challenges/**/checks/**', 'challenges/**/private/**']
	}
});
