/** Made by the Vite plugin of sandbox/run/plugin.ts. For servers: the shell page and everything it needs. */
declare module 'virtual:sandbox-shell' {
	/** The shell page with nobody named as the app: pass it through `page`. */
	export const html: string;
	/** The page for these app origins. */
	export function page(appOrigins: string[]): string;
	/** The page's headers. */
	export function policy(appOrigins: string[]): Record<string, string>;
	export const serviceWorker: string;
	/** The headers of the service worker's script: not those of the page, for it has to fetch the page. */
	export const serviceWorkerPolicy: Record<string, string>;
	/** Changes whenever the page, its scripts or its headers do. */
	export const version: string;
	/** All of the above at once: what to answer at /sandbox/shell and /sandbox/service-worker.js, else `undefined`. */
	export function answer(request: Request, appOrigins: string[]): Response | undefined;
}
