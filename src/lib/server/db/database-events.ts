/** Carries events between the processes of one installation, by PostgreSQL LISTEN and NOTIFY. */
import { sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { Connection, Database } from './database.ts';

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
type Message = v.StrictObjectSchema<Record<string, typeof Id>, undefined>;

/** Ids only: the receiver reads the data from the database, where access is checked. A notification holds 8000 bytes. */
const TOPICS = {
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

const CHANNEL = 'braise';
const Said = v.object({ topic: v.picklist(Object.keys(TOPICS) as Topic[]), payload: v.unknown() });

/** Returns a `pg_notify` call to select as a column, so that the statement can supply the ids. Sent on commit. */
export function notifyColumn<T extends Topic>(topic: T, ids: Record<keyof Payload<T>, SQL | string>): SQL {
	const fields = Object.entries<SQL | string>(ids).map(([name, id]) => sql`${name}::text, ${id}::text`);
	const payload = sql`json_build_object(${sql.join(fields, sql`, `)})`;
	return sql`pg_notify(${CHANNEL}, json_build_object('topic', ${topic}::text, 'payload', ${payload})::text)`;
}

interface Ear {
	topic: Topic;
	heard: (payload: unknown) => void;
	missed: () => void;
}

export class Live {
	readonly #connection: Connection;
	readonly #ears = new Set<Ear>();
	#listening: Promise<unknown> | undefined;

	constructor(connection: Connection) {
		this.#connection = connection;
	}

	/** Publishes an event. With a transaction as `within`, listeners receive it on commit, and never after a rollback. */
	async publish<T extends Topic>(topic: T, payload: Payload<T>, within?: Database): Promise<void> {
		await publish(within ?? this.#connection.database, topic, payload);
	}

	/** Returns a function that unsubscribes. `missed` means that events may be lost: read again. Neither callback may throw. */
	async subscribe<T extends Topic>(
		topic: T,
		heard: (payload: Payload<T>) => void,
		missed: () => void = () => undefined
	): Promise<() => void> {
		const ear: Ear = { topic, missed, heard: (payload) => this.#tell(topic, payload, heard) };
		this.#ears.add(ear);
		try {
			await (this.#listening ??= this.#connection.listen(
				CHANNEL,
				(said) => this.#hear(said),
				() => this.#ears.forEach((each) => each.missed())
			));
		} catch (error) {
			this.#listening = undefined;
			this.#ears.delete(ear);
			throw error;
		}
		return () => void this.#ears.delete(ear);
	}

	#hear(text: string): void {
		const said = v.safeParse(Said, jsonOf(text));
		// During an upgrade, a process of another version may send unknown messages.
		if (!said.success) return;
		for (const ear of [...this.#ears]) if (ear.topic === said.output.topic) ear.heard(said.output.payload);
	}

	#tell<T extends Topic>(topic: T, payload: unknown, heard: (payload: Payload<T>) => void): void {
		const parsed = v.safeParse(TOPICS[topic], payload);
		if (parsed.success) heard(parsed.output as Payload<T>);
	}
}

/** Publishes an event. In a transaction, listeners receive it on commit, and never after a rollback. */
export async function publish<T extends Topic>(within: Database, topic: T, payload: Payload<T>): Promise<void> {
	const said = JSON.stringify({ topic, payload: v.parse(TOPICS[topic], payload) });
	await within.execute(sql`select pg_notify(${CHANNEL}, ${said})`);
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
