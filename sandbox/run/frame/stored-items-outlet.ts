/** Limits how often a program's items leave the frame, so that a flood never reaches the app. */
import { NewestValueThrottle } from '../../newest-value.ts';
import type { MessageFromRun } from '../../protocol.ts';
import type { StoredItems } from '../../stored-items.ts';

const STORED_ITEMS_PAUSE_MILLISECONDS = 200;

export const createStoredItemsSender = (send: (event: MessageFromRun) => void): NewestValueThrottle<StoredItems> =>
	new NewestValueThrottle((items) => send({ type: 'stored', items }), {
		pauseMilliseconds: STORED_ITEMS_PAUSE_MILLISECONDS
	});
