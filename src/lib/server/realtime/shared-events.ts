/** Provides the events of this process's own database. */
import { connection } from '../db/index.ts';
import { Live } from '../db/database-events.ts';

let shared: Live | undefined;

export function live(): Live {
	return (shared ??= new Live(connection()));
}
