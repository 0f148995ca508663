/** What processes tell each other. Ids and nothing else: whoever hears of a change reads it from the database, where access is asked. */
import * as v from 'valibot';

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
type Message = v.StrictObjectSchema<Record<string, typeof Id>, undefined>;

/** A message has room for 8000 bytes; a handful of ids never needs them. */
export const TOPICS = {
	/** Who is in it, its code, or its archive. */
	'class.changed': v.strictObject({ classId: Id }),
	/** Someone is not signed in any more, in one browser or in all. */
	'session.ended': v.strictObject({ accountId: Id }),
	/** A version of a work was stored. */
	'work.stored': v.strictObject({ workId: Id }),
	/** The assignment itself, or its debate. */
	'assignment.changed': v.strictObject({ assignmentId: Id }),
	/** A choice in it, or what is shown of them. */
	'debate.changed': v.strictObject({ assignmentId: Id }),
	/** Where one student stands. */
	'standing.changed': v.strictObject({ assignmentId: Id, membershipId: Id }),
	/** Handed in, judged, reviewed, returned or accepted. */
	'submission.changed': v.strictObject({ assignmentId: Id, submissionId: Id })
} satisfies Record<string, Message>;

export type Topic = keyof typeof TOPICS;
export type Payload<T extends Topic> = v.InferOutput<(typeof TOPICS)[T]>;
