/** Provides the events of this process's own database. */
import { connection } from '#lib/server/db/index.ts';
import { Live } from '#lib/server/db/database-events.ts';

let shared: Live | undefined;

export function live(): Live {
	return (shared ??= new Live(connection()));
}
