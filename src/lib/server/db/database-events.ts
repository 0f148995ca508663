/** Carries events between the processes of one installation, by PostgreSQL LISTEN and NOTIFY. */
import { sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import { parseJson } from '#lib/domain/parse.ts';
import type { Connection, Database } from './database.ts';

const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
type EventPayloadSchema = v.StrictObjectSchema<Record<string, typeof idSchema>, undefined>;

/**
 * The data of each event: ids only, because the receiver reads the rest where access is checked. A notification holds
 * 8000 bytes.
 */
const PAYLOAD_SCHEMAS = {
	/** The members, the join code or the archive state of a class changed. */
	'class.changed': v.strictObject({ classId: idSchema }),
	/** An account was signed out, in one browser or in all. */
	'session.ended': v.strictObject({ accountId: idSchema }),
	'work.stored': v.strictObject({ workId: idSchema }),
	'assignment.changed': v.strictObject({ assignmentId: idSchema }),
	/** A student's choice, or the set of positions shown to the class, changed. */
	'debate.changed': v.strictObject({ assignmentId: idSchema }),
	'progress.changed': v.strictObject({ assignmentId: idSchema, membershipId: idSchema }),
	/** A submission was handed in, taken back, judged, reviewed, returned or accepted. */
	'submission.changed': v.strictObject({ assignmentId: idSchema, submissionId: idSchema })
} satisfies Record<string, EventPayloadSchema>;

export type DatabaseEventTopic = keyof typeof PAYLOAD_SCHEMAS;
export type DatabaseEventPayload<T extends DatabaseEventTopic> = v.InferOutput<(typeof PAYLOAD_SCHEMAS)[T]>;

const CHANNEL_NAME = 'braise';
const eventSchema = v.object({
	topic: v.picklist(Object.keys(PAYLOAD_SCHEMAS) as DatabaseEventTopic[]),
	payload: v.unknown()
});

/**
 * A `pg_notify` call to select as a column, so that the statement can supply the ids. Sent when the transaction
 * commits.
 */
export function notifyColumnSql<T extends DatabaseEventTopic>(
	topic: T,
	ids: Record<keyof DatabaseEventPayload<T>, SQL | string>
): SQL {
	const fields = Object.entries<SQL | string>(ids).map(([name, id]) => sql`${name}::text, ${id}::text`);
	const payload = sql`json_build_object(${sql.join(fields, sql`, `)})`;
	return sql`pg_notify(${CHANNEL_NAME}, json_build_object('topic', ${topic}::text, 'payload', ${payload})::text)`;
}

interface EventSubscriber {
	topic: DatabaseEventTopic;
	onMessage: (payload: unknown) => void;
	onMissed: () => void;
}

export class DatabaseEvents {
	readonly #connection: Connection;
	readonly #subscribers = new Set<EventSubscriber>();
	#subscription: Promise<unknown> | undefined;

	constructor(connection: Connection) {
		this.#connection = connection;
	}

	async publish<T extends DatabaseEventTopic>(
		topic: T,
		payload: DatabaseEventPayload<T>,
		transaction?: Database
	): Promise<void> {
		await publishEvent(transaction ?? this.#connection.database, topic, payload);
	}

	/**
	 * Listens to a topic and returns a function that unsubscribes. `onMissed` is called when events may have been lost, so
	 * that the subscriber reads its data again. Neither callback may throw.
	 */
	async subscribe<T extends DatabaseEventTopic>(
		topic: T,
		onEvent: (payload: DatabaseEventPayload<T>) => void,
		onMissed: () => void = () => undefined
	): Promise<() => void> {
		const subscriber: EventSubscriber = {
			topic,
			onMissed,
			onMessage: (payload) => this.#tell(topic, payload, onEvent)
		};
		this.#subscribers.add(subscriber);
		try {
			await (this.#subscription ??= this.#connection.listen(
				CHANNEL_NAME,
				(text) => this.#deliverEvent(text),
				() => this.#subscribers.forEach((each) => each.onMissed())
			));
		} catch (error) {
			this.#subscription = undefined;
			this.#subscribers.delete(subscriber);
			throw error;
		}
		return () => void this.#subscribers.delete(subscriber);
	}

	#deliverEvent(text: string): void {
		const result = v.safeParse(eventSchema, parseJson(text));
		// During an upgrade, a process of another version may send messages that this version does not know.
		if (!result.success) return;
		for (const subscriber of [...this.#subscribers])
			if (subscriber.topic === result.output.topic) subscriber.onMessage(result.output.payload);
	}

	#tell<T extends DatabaseEventTopic>(
		topic: T,
		payload: unknown,
		onEvent: (payload: DatabaseEventPayload<T>) => void
	): void {
		const parsedPayload = v.safeParse(PAYLOAD_SCHEMAS[topic], payload);
		if (parsedPayload.success) onEvent(parsedPayload.output as DatabaseEventPayload<T>);
	}
}

/** Publishes an event. In a transaction, listeners receive the event on commit, and never after a rollback. */
export async function publishEvent<T extends DatabaseEventTopic>(
	transaction: Database,
	topic: T,
	payload: DatabaseEventPayload<T>
): Promise<void> {
	const message = JSON.stringify({ topic, payload: v.parse(PAYLOAD_SCHEMAS[topic], payload) });
	await transaction.execute(sql`select pg_notify(${CHANNEL_NAME}, ${message})`);
}
