/** Rules for components, which oxlint cannot read; .oxlintrc.json has those for all other files. */
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import braise from './scripts/lint/plugin.js';
import svelteConfig from './svelte.config.js';

export default typescript.config(
	{ ignores: ['**/*.{js,ts}', '!**/*.svelte.ts', 'build/', '.svelte-kit/', 'challenges/', 'tests/fixtures/'] },
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	...typescript.configs.strict,
	...svelte.configs.recommended,
	{
		plugins: { braise },
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'braise/imports': 'error',
			'braise/restricted-syntax': 'error',
			// The TypeScript compiler already checks which names are defined, types included.
			'no-undef': 'off',
			'@typescript-eslint/ban-ts-comment': [
				'error',
				{ 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }
			],
			'@typescript-eslint/consistent-type-imports': [
				'error',
				{ fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }
			],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			// Paraglide localises addresses; `resolve` would undo that.
			'svelte/no-navigation-without-resolve': 'off',
			// `{' '}` is allowed, because it keeps a space that formatting would remove.
			'svelte/no-useless-mustaches': 'off',
			eqeqeq: 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
	},
	{
		// The only component that renders markup, which was sanitised when the challenge was packed.
		files: ['src/lib/ui/Prose.svelte'],
		rules: { 'svelte/no-at-html-tags': 'off' }
	},
	{
		// The only component that makes a frame: the sandbox's, before the page has come alive.
		files: ['src/lib/workbench/stage/EarlyFrame.svelte'],
		rules: { 'braise/restricted-syntax': 'off' }
	}
);
