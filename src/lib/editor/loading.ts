/** Loads Monaco once per page, apart from the page's own script. */
import type { Language } from './contract.ts';

export type MonacoModule = typeof import('./monaco/session.ts');

let monacoModulePromise: Promise<MonacoModule> | null = null;

async function importMonacoModule(language: Language): Promise<MonacoModule> {
	// Load the messages before Monaco's core, which reads them while it is evaluated.
	if (language === 'fr') await import('monaco-editor/nls/lang/fr');
	const [module] = await Promise.all([import('./monaco/session.ts'), waitForCodeFont()]);
	return module;
}

/** Waits for the code font, which Monaco measures when it is created, for three seconds at most. */
async function waitForCodeFont(): Promise<void> {
	const timeoutPromise = new Promise((resolve) => setTimeout(resolve, 3000));
	await Promise.race([document.fonts.load("15px 'Atkinson Hyperlegible Mono Variable'"), timeoutPromise]).catch(
		() => undefined
	);
}

/** Loads Monaco with its session module. After a failure the early editor stays, and the next call tries again. */
export function loadMonacoModule(language: Language): Promise<MonacoModule> {
	// Keeps Monaco out of the code built for the server.
	if (import.meta.env.SSR) return Promise.reject(new Error('no editor on the server'));
	monacoModulePromise ??= importMonacoModule(language).catch((error: unknown) => {
		monacoModulePromise = null;
		throw error;
	});
	return monacoModulePromise;
}
