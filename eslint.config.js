import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { importRules } from './scripts/lint/import-rules.js';
import svelteConfig from './svelte.config.js';

/** Syntax that makes a worker or a frame. Only few files may contain it, so that only few have to be reviewed. */
const makers = [
	['NewExpression[callee.name=/^(Shared)?Worker$/]', 'Workers'],
	['ImportDeclaration[source.value=/[?&](shared)?worker/]', 'Workers'],
	["CallExpression[callee.property.name='createElement'][arguments.0.value='iframe']", 'Frames'],
	["SvelteElement[name.name='iframe']", 'Frames']
].map(([selector, what]) => ({
	selector,
	message: `${what} are made only in sandbox/**/client.ts and src/lib/editor/workers.ts.`
}));

/** A page loads the messages that its code names. For a computed name it would load the messages of every page. */
const anyMessage = {
	selector: "MemberExpression[object.name='m'][computed=true]",
	message: 'Name the messages in a table: a computed name brings those of every page.'
};

/** A form's own action decides what a lost network does: SvelteKit's would show an error page in place of what was typed. */
const bareEnhance = {
	selector: "SvelteDirective[kind='Action'][key.name.name='enhance'][expression=null]",
	message: 'Name what the form does with its answer: `use:enhance={keepPage()}` of #lib/ui/send-form.ts.'
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
			'no-restricted-syntax': ['error', ...makers, anyMessage, bareEnhance],
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
		// Declarations of other people's code follow the style of that code.
		files: ['**/*.d.ts'],
		rules: { '@typescript-eslint/no-extraneous-class': 'off' }
	},
	{
		files: ['sandbox/**/client.ts', 'src/lib/editor/workers.ts', 'tests/**', '**/*.test.ts'],
		rules: { 'no-restricted-syntax': 'off' }
	}
);
