declare global {
	namespace App {
		interface Platform {
			/** What adapter-node gives. */
			req: import('node:http').IncomingMessage;
		}
	}
}

export {};
