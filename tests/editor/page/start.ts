/** The program of the page: the parking meter's price, in which one line is missing. */
import type { Language, Theme } from '#lib/editor/contract.ts';

export const START_FILES = {
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

export const DECLARATIONS = {
	'braise/draw': `/** Dessine un cercle. */\nexport function circle(x: number, y: number, size: number): void;\n`
};

export function readEditorProps(search: URLSearchParams): {
	language: Language;
	theme: Theme;
	locked: string | null;
	files: typeof START_FILES;
	declarations: typeof DECLARATIONS;
} {
	return {
		language: search.get('language') === 'en' ? 'en' : 'fr',
		theme: search.get('theme') === 'dark' ? 'dark' : 'light',
		locked: search.get('locked'),
		files: START_FILES,
		declarations: DECLARATIONS
	};
}
