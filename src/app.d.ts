/** Types of what requests, pages and errors carry in SvelteKit. */
declare global {
	namespace App {
		interface Locals {
			person: import('#lib/domain/access.ts').Person | null;
			/** Actions for which access was checked while answering this request: see lib/server/access. */
			checkedActions: Set<import('#lib/domain/access.ts').AccessAction>;
		}
		interface Error {
			message: string;
			/** Address, without a language, of the wall from which the thing is gone; absent for every other error. */
			wallPath?: string;
		}
		interface PageData {
			person?: import('#lib/domain/access.ts').Person | null;
		}
		interface Platform {
			/** The request of Node, which adapter-node sets. */
			req: import('node:http').IncomingMessage;
		}
	}
}

export {};
