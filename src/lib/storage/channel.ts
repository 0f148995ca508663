/** Tells other tabs about changes; messages are parsed, since any page of this origin can send them. */
import * as v from 'valibot';
import { syncTroubleSchema } from './sync/trouble.ts';

const storageChangeSchema = v.variant('kind', [
	/** A version was saved. `main`: the work now opens with it; otherwise it was stored as a sibling version. */
	v.object({
		kind: v.literal('saved'),
		work: v.string(),
		version: v.string(),
		main: v.boolean(),
		/** Whether the version is sealed, as after a step change or a hand-in. */
		sealed: v.exactOptional(v.boolean()),
		/** Whether only the project's store has changed, which is sent less often. */
		keepsOnly: v.exactOptional(v.boolean())
	}),
	v.object({ kind: v.literal('removed'), work: v.string() }),
	/** The server now has this version and opens it. */
	v.object({ kind: v.literal('sent'), work: v.string(), version: v.string() }),
	/** The server opens another version, which is now stored here beside the local one. */
	v.object({ kind: v.literal('parted'), work: v.string(), version: v.string() }),
	/** The server has answered a hand-in for this assignment, or the request to take it back. */
	v.object({
		kind: v.literal('hand-in'),
		assignment: v.string(),
		work: v.string(),
		/** The student's submissions in the server's answer, for `parseOwnSubmissions`. */
		ownSubmissions: v.exactOptional(v.unknown())
	}),
	/** The reason why waiting changes are not sent; null once nothing blocks them. */
	v.object({ kind: v.literal('trouble'), trouble: v.nullable(syncTroubleSchema) })
]);
export type StorageChange = v.InferOutput<typeof storageChangeSchema>;

export interface StorageChannel {
	announce(change: StorageChange): void;
	subscribe(listener: (change: StorageChange) => void): () => void;
	close(): void;
}

export function openStorageChannel(name: string): StorageChannel {
	const listeners = new Set<(change: StorageChange) => void>();
	const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
	if (channel) {
		channel.onmessage = (event: MessageEvent<unknown>) => {
			const parsedChange = v.safeParse(storageChangeSchema, event.data);
			if (parsedChange.success) for (const listener of listeners) listener(parsedChange.output);
		};
	}
	let isOpen = channel !== null;
	return {
		announce(change) {
			if (isOpen) channel?.postMessage(change);
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close() {
			isOpen = false;
			channel?.close();
		}
	};
}
