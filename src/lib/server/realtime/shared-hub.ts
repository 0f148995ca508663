/** Provides the one hub of this process. */
import { connection, database } from '#lib/server/db/index.ts';
import { Live } from '#lib/server/db/database-events.ts';
import { Hub } from './hub.ts';

let shared: Hub | undefined;

/** Emitted by scripts/serve.ts when it stops accepting connections; an open stream would keep the process alive. */
const CLOSING = 'braise:closing';

export function hub(): Hub {
	if (shared) return shared;
	const made = new Hub(database(), new Live(connection()));
	process.once(CLOSING as 'beforeExit', () => void made.close());
	return (shared = made);
}
