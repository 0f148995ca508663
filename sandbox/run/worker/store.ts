/** The store of a sketch in its worker, which tells the frame of changes. */
import { NewestValueThrottle } from '../../newest-value.ts';
import type { StoredItems } from '../../stored-items.ts';
import { ProgramStore } from '../store/program-store.ts';
import { originalNow, originalSetTimeout, sendToFrame } from './worker-globals.ts';

const STORED_ITEMS_PAUSE_MILLISECONDS = 50;

export function createWorkerStore(items: StoredItems): ProgramStore {
	const newestStore = new NewestValueThrottle<ProgramStore>(
		(store) => sendToFrame({ type: 'stored', items: store.items }),
		{
			pauseMilliseconds: STORED_ITEMS_PAUSE_MILLISECONDS,
			now: originalNow,
			setTimer: originalSetTimeout
		}
	);
	return new ProgramStore(items, (store) => newestStore.replaceWaiting(store));
}
