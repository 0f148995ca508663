declare global {
	namespace App {
		interface Locals {
			/** Who is signed in. */
			person: import('#lib/domain/person.ts').Person | null;
			/** What was asked of the table while answering: lib/server/access. */
			asked: Set<import('#lib/domain/access.ts').Action>;
		}
		interface PageData {
			person?: import('#lib/domain/person.ts').Person | null;
		}
		interface Platform {
			/** What adapter-node gives. */
			req: import('node:http').IncomingMessage;
		}
	}
}

export {};
