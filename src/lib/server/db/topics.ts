/** Defines the events between processes, which carry ids only. */
import * as v from 'valibot';

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
type Message = v.StrictObjectSchema<Record<string, typeof Id>, undefined>;

/** Ids only: the receiver reads the data from the database, where access is checked. A notification holds 8000 bytes. */
export const TOPICS = {
	/** The members, the join code or the archive state of a class changed. */
	'class.changed': v.strictObject({ classId: Id }),
	/** An account was signed out, in one browser or in all. */
	'session.ended': v.strictObject({ accountId: Id }),
	'work.stored': v.strictObject({ workId: Id }),
	'assignment.changed': v.strictObject({ assignmentId: Id }),
	/** A choice, or the set of shown positions, changed. */
	'debate.changed': v.strictObject({ assignmentId: Id }),
	'standing.changed': v.strictObject({ assignmentId: Id, membershipId: Id }),
	/** A submission was handed in, taken back, judged, reviewed, returned or accepted. */
	'submission.changed': v.strictObject({ assignmentId: Id, submissionId: Id })
} satisfies Record<string, Message>;

export type Topic = keyof typeof TOPICS;
export type Payload<T extends Topic> = v.InferOutput<(typeof TOPICS)[T]>;
