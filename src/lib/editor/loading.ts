/** Brings Monaco, once a page, and never as part of the page's own script. */
import type { Language } from './contract.ts';

export type SessionModule = typeof import('./monaco/session.ts');

let loaded: Promise<SessionModule> | null = null;

async function load(language: Language): Promise<SessionModule> {
	// Before the core: it reads its own messages while it is evaluated.
	if (language === 'fr') await import('monaco-editor/nls/lang/fr');
	const [module] = await Promise.all([import('./monaco/session.ts'), fontReady()]);
	return module;
}

/** Monaco measures its font when it is made. A font that does not come is no reason to wait for ever. */
async function fontReady(): Promise<void> {
	const limit = new Promise((resolve) => setTimeout(resolve, 3000));
	await Promise.race([document.fonts.load("15px 'Atkinson Hyperlegible Mono Variable'"), limit]).catch(() => undefined);
}

/** A failed load is tried again the next time; meanwhile the early editor goes on. */
export function loadSession(language: Language): Promise<SessionModule> {
	// The server never opens an editor; without this its build would hold Monaco.
	if (import.meta.env.SSR) return Promise.reject(new Error('no editor on the server'));
	loaded ??= load(language).catch((error: unknown) => {
		loaded = null;
		throw error;
	});
	return loaded;
}

/** Calls back when the page has been shown and has nothing better to do. Returns how to call it off. */
export function whenIdle(callback: () => void): () => void {
	if ('requestIdleCallback' in window) {
		const handle = requestIdleCallback(callback, { timeout: 2000 });
		return () => cancelIdleCallback(handle);
	}
	const handle = setTimeout(callback, 200);
	return () => clearTimeout(handle);
}
