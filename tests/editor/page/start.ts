import type { Language, Theme } from '#lib/editor/contract.ts';

export const EDITOR_START_FILES = {
	'main.ts': `import { halfHours } from './given';

/** The price in cents for a number of minutes. */
export function price(minutes: number): number {
  if (minutes <= 20) return 0;

}

console.log(price(30));
`,
	'given.ts': `/** How many half hours have started. Given to read. */
export function halfHours(minutes: number): number {
  return Math.ceil(minutes / 30);
}
`
};

export const MODULE_DECLARATIONS = {
	'braise/draw': `/** Dessine un cercle. */\nexport function circle(x: number, y: number, size: number): void;\n`
};

export function readEditorProps(searchParameters: URLSearchParams): {
	language: Language;
	theme: Theme;
	locked: string | null;
	files: typeof EDITOR_START_FILES;
	declarations: typeof MODULE_DECLARATIONS;
} {
	return {
		language: searchParameters.get('language') === 'en' ? 'en' : 'fr',
		theme: searchParameters.get('theme') === 'dark' ? 'dark' : 'light',
		locked: searchParameters.get('locked'),
		files: EDITOR_START_FILES,
		declarations: MODULE_DECLARATIONS
	};
}
