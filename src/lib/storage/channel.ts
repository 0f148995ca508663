/** Tells the other tabs of this browser what was saved. What they say is parsed: any page of this origin may speak. */
import * as v from 'valibot';

const changeSchema = v.variant('kind', [
	/** `main`: the work now opens with this version; otherwise a sibling was kept. */
	v.object({ kind: v.literal('saved'), work: v.string(), version: v.string(), main: v.boolean() }),
	v.object({ kind: v.literal('removed'), work: v.string() })
]);
export type Change = v.InferOutput<typeof changeSchema>;

export interface Channel {
	tell(change: Change): void;
	subscribe(listener: (change: Change) => void): () => void;
	close(): void;
}

export function openChannel(name: string): Channel {
	const listeners = new Set<(change: Change) => void>();
	const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
	if (channel) {
		channel.onmessage = (event: MessageEvent<unknown>) => {
			const change = v.safeParse(changeSchema, event.data);
			if (change.success) for (const listener of listeners) listener(change.output);
		};
	}
	let open = channel !== null;
	return {
		tell(change) {
			if (open) channel?.postMessage(change);
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close() {
			open = false;
			channel?.close();
		}
	};
}
