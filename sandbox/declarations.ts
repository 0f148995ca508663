/** Declarations of the modules that Braise provides, documented in the page's language, for an editor. */
const DRAW = {
	fr: () => import('./run/draw/draw.fr.d.ts?raw'),
	en: () => import('./run/draw/draw.en.d.ts?raw')
};

export async function declarations(language: 'fr' | 'en'): Promise<Record<string, string>> {
	return { 'braise/draw': (await DRAW[language]()).default };
}
