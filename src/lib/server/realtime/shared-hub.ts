/** Provides the one hub of this process. */
import { connection, database } from '#lib/server/db/index.ts';
import { DatabaseEvents } from '#lib/server/db/database-events.ts';
import { Hub } from './hub.ts';

let processHub: Hub | undefined;

/** Emitted by scripts/serve.ts when it stops accepting connections; an open stream would keep the process alive. */
const CLOSING_EVENT = 'braise:closing';

export function hub(): Hub {
	if (processHub) return processHub;
	const made = new Hub(database(), new DatabaseEvents(connection()));
	process.once(CLOSING_EVENT as 'beforeExit', () => void made.close());
	return (processHub = made);
}
