/** Limits how often a program's items leave the frame, so that a flood never reaches the app. */
import { NewestValue } from '../../newest-value.ts';
import type { MessageFromRun } from '../../protocol.ts';
import type { StoredItems } from '../../stored-items.ts';

const STORED_ITEMS_PAUSE_MILLISECONDS = 200;

export const createStoredItemsOutlet = (send: (event: MessageFromRun) => void): NewestValue<StoredItems> =>
	new NewestValue((items) => send({ type: 'stored', items }), { pauseMilliseconds: STORED_ITEMS_PAUSE_MILLISECONDS });
