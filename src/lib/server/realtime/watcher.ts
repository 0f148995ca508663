import type { EventStream } from './event-stream.ts';
import type { View } from './views.ts';

/** Whoever watches an assignment. */
export interface Watcher {
	view: View;
	account: string;
	/** The token of their session: whoever is not signed in any more watches nothing. */
	session: string;
	classId: string;
	assignment: string;
	/** Of a student: their membership of this class. */
	member: string | undefined;
	stream: EventStream;
}
