declare global {
	namespace App {
		interface Platform {
			/** What adapter-node gives. */
			req: import('node:http').IncomingMessage;
		}
	}
}

declare module 'virtual:sandbox-shell' {
	/** The shell page, with its scripts inside. */
	export const html: string;
	export const serviceWorker: string;
	/** Headers of both, for the apps that may frame the shell. */
	export function policy(appOrigins: string[]): Record<string, string>;
}

export {};
