/** A browser that watches an assignment's events. */
import type { EventStream } from './event-stream.ts';
import type { WatcherView } from './watcher-views.ts';

export interface AssignmentWatcher {
	view: WatcherView;
	account: string;
	/** Token of the session: the stream ends when the session does. */
	session: string;
	classId: string;
	assignmentId: string;
	/** The student's membership of this class; undefined for a teacher. */
	memberId: string | undefined;
	stream: EventStream;
}
