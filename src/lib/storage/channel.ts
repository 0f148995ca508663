/** Tells the other tabs of this browser what was saved. What they say is parsed: any page of this origin may speak. */
import * as v from 'valibot';
import { troubleSchema } from './sync/trouble.ts';

const changeSchema = v.variant('kind', [
	/** `main`: the work now opens with this version; otherwise a sibling was kept. */
	v.object({
		kind: v.literal('saved'),
		work: v.string(),
		version: v.string(),
		main: v.boolean(),
		/** A version of its own now: a step was changed, something was handed in. */
		sealed: v.exactOptional(v.boolean())
	}),
	v.object({ kind: v.literal('removed'), work: v.string() }),
	/** The server has it up to this version, which opens there too. */
	v.object({ kind: v.literal('sent'), work: v.string(), version: v.string() }),
	/** On the server another version opens; it is kept here beside what opens here. */
	v.object({ kind: v.literal('parted'), work: v.string(), version: v.string() }),
	/** The server has answered what was handed in of this assignment, or its author has asked for something else. */
	v.object({ kind: v.literal('hand-in'), assignment: v.string(), work: v.string() }),
	/** Why what waits is not sent, or null when nothing stands in the way any more. */
	v.object({ kind: v.literal('trouble'), trouble: v.nullable(troubleSchema) })
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
