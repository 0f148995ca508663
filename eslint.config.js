import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { importRules } from './scripts/lint/import-rules.js';
import svelteConfig from './svelte.config.js';

/** Everything that can hold a program or load a page. Few places make them, so few places have to be read. */
const makers = [
	['NewExpression[callee.name=/^(Shared)?Worker$/]', 'Workers'],
	['ImportDeclaration[source.value=/[?&](shared)?worker/]', 'Workers'],
	["CallExpression[callee.property.name='createElement'][arguments.0.value='iframe']", 'Frames'],
	["SvelteElement[name.name='iframe']", 'Frames']
].map(([selector, what]) => ({
	selector,
	message: `${what} are made only in sandbox/**/client.ts and src/lib/editor/workers.ts.`
}));

/** A page fetches the messages it names; one that is asked for by a computed name brings those of every page. */
const anyMessage = {
	selector: "MemberExpression[object.name='m'][computed=true]",
	message: 'Name the messages in a table: a computed name brings those of every page.'
};

export default typescript.config(
	{
		ignores: [
			'node_modules/',
			'build/',
			'.svelte-kit/',
			'src/lib/paraglide/',
			'test-results/',
			'data/',
			'challenges/',
			'scripts/challenge/template/',
			'tests/fixtures/'
		]
	},
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	...typescript.configs.strict,
	...svelte.configs.recommended,
	{
		plugins: { braise: { rules: { imports: importRules } } },
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'braise/imports': 'error',
			'no-restricted-syntax': ['error', ...makers, anyMessage],
			// The compiler knows what is defined, types included.
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
			// Addresses are localised by paraglide; `resolve` would undo that.
			'svelte/no-navigation-without-resolve': 'off',
			// `{' '}` keeps a space that formatting would lose.
			'svelte/no-useless-mustaches': 'off',
			eqeqeq: 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
	},
	{
		// The one place that renders markup: it was sanitised when the challenge was packed.
		files: ['src/lib/ui/Prose.svelte'],
		rules: { 'svelte/no-at-html-tags': 'off' }
	},
	{
		// Declarations of other people's code have its shapes.
		files: ['**/*.d.ts'],
		rules: { '@typescript-eslint/no-extraneous-class': 'off' }
	},
	{
		files: ['sandbox/**/client.ts', 'src/lib/editor/workers.ts', 'tests/**', '**/*.test.ts'],
		rules: { 'no-restricted-syntax': 'off' }
	}
);
