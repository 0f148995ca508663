/** The shell page and its service worker, for servers, provided by the Vite plugin of sandbox/run/plugin.ts. */
declare module 'virtual:sandbox-early-script' {
	/** The script for a page's HTML that starts the program of the page's early frame. */
	const code: string;
	export default code;
}
declare module 'virtual:sandbox-shell' {
	/** The shell page without app origins; pass it through `page`. */
	export const html: string;
	export function page(appOrigins: string[]): string;
	export function policy(appOrigins: string[]): Record<string, string>;
	export const serviceWorker: string;
	/** Headers of the service worker's script, which must be able to fetch the page. */
	export const serviceWorkerPolicy: Record<string, string>;
	export const version: string;
	/** Answers /sandbox/shell and /sandbox/service-worker.js; undefined for other paths. */
	export function answer(request: Request, appOrigins: string[]): Response | undefined;
}
