declare global {
	namespace App {
		interface Locals {
			person: import('#lib/domain/person.ts').Person | null;
			/** Actions whose access was checked while answering; see lib/server/access. */
			asked: Set<import('#lib/domain/access.ts').Action>;
		}
		interface PageData {
			person?: import('#lib/domain/person.ts').Person | null;
		}
		interface Platform {
			/** Set by adapter-node. */
			req: import('node:http').IncomingMessage;
		}
	}
}

export {};
