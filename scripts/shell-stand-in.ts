import type { Plugin } from 'vite';
export function sandboxShell(): Plugin {
	return {
		name: 'braise:shell-stand-in',
		resolveId: (id) => (id === 'virtual:sandbox-shell' ? '\0virtual:sandbox-shell' : undefined),
		load: (id) =>
			id === '\0virtual:sandbox-shell'
				? `export const html = '<!doctype html><title>shell</title>'; export const serviceWorker = ''; export const policy = (apps) => ({ 'content-security-policy': "default-src 'none'; frame-ancestors " + apps.join(' ') });`
				: undefined
	};
}
