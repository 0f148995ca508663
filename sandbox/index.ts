/** The browser's entry point: compiles, runs, checks and takes home programs, without any knowledge of the app. */
import type { TakeHomeProject, TakeHomeResult } from './take-home/index.ts';

export { createCompiler } from './compile/client.ts';
export { createStage } from './run/framed-stage.ts';
export { readEarlyCode } from './run/early/early-start.ts';
export { NewestValueThrottle } from './newest-value.ts';
export { appendConsoleEntries } from './run/repeated-entries.ts';
export { countConsoleEntryCharacters } from './console-characters.ts';

export async function packTakeHome(project: TakeHomeProject): Promise<TakeHomeResult> {
	return (await import('./take-home/index.ts')).packTakeHome(project);
}

/** Type declarations of the modules that Braise provides, for an editor, documented in French or English. */
const DRAW_DECLARATION_LOADER_BY_LANGUAGE = {
	fr: () => import('./run/draw/draw.fr.d.ts?raw'),
	en: () => import('./run/draw/draw.en.d.ts?raw')
};
const KIT_DECLARATION_LOADER_BY_LANGUAGE = {
	fr: () => import('./kit/scene.fr.d.ts?raw'),
	en: () => import('./kit/scene.en.d.ts?raw')
};

/**
 * Returns the declarations by module name. `withKit`: include `braise/scene`, which programs without an author's scene may import.
 */
export async function loadModuleDeclarations(language: 'fr' | 'en', withKit: boolean): Promise<Record<string, string>> {
	const drawDeclarations = { 'braise/draw': (await DRAW_DECLARATION_LOADER_BY_LANGUAGE[language]()).default };
	return withKit
		? { ...drawDeclarations, 'braise/scene': (await KIT_DECLARATION_LOADER_BY_LANGUAGE[language]()).default }
		: drawDeclarations;
}
