/** The watchers of this process. */
import { database } from '../db/index.ts';
import { live } from './shared-events.ts';
import { Hub } from './hub.ts';

let shared: Hub | undefined;

/** What scripts/serve.ts says when it takes no new connection: a stream would keep the process from ending. */
const CLOSING = 'braise:closing';

export function hub(): Hub {
	if (shared) return shared;
	const made = new Hub(database(), live());
	process.once(CLOSING as 'beforeExit', () => void made.close());
	return (shared = made);
}
