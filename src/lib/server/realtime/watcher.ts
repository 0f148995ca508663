import type { EventStream } from './event-stream.ts';
import type { WatcherView } from './views.ts';

export interface AssignmentWatcher {
	view: WatcherView;
	account: string;
	/** Token of the session: the stream ends when the session does. */
	session: string;
	classId: string;
	assignment: string;
	/** Id of the student's membership of this class; undefined for a teacher. */
	member: string | undefined;
	stream: EventStream;
}
