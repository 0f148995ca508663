import { type Database, rowsOf } from '#lib/server/db/database.ts';
import { logFailure } from '#lib/server/log/index.ts';
import type { DatabaseEvents } from '#lib/server/db/database-events.ts';
import { AssignmentChannel } from './channel.ts';
import { EventStream, formatEventMessage } from './event-stream.ts';
import type { ViewEvent, AssignmentWatcher } from './watcher-views.ts';
import { sql } from 'drizzle-orm';

async function selectAllowedWatchers(
	database: Database,
	watchers: readonly AssignmentWatcher[]
): Promise<Set<AssignmentWatcher>> {
	if (watchers.length === 0) return new Set();
	const rows = watchers.map(({ account, session, classId, assignmentId, memberId }, at) => ({
		at,
		account,
		session,
		classId,
		assignment: assignmentId,
		member: memberId ?? null
	}));
	const result = await database.execute(sql`
		select at from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
			as asked(at int, account text, session text, "classId" text, assignment text, member text)
		where exists (
			select 1 from session where token = asked.session and account_id = asked.account and expires_at > now()
		) and exists (
			select 1 from assignment where id = asked.assignment and class_id = asked."classId"
				and (asked.member is null or members is null or members ? asked.member)
		) and case when asked.member is null then exists (
			select 1 from class_teacher where class_id = asked."classId" and account_id = asked.account
		) else exists (
			select 1 from membership where id = asked.member and class_id = asked."classId" and account_id = asked.account
		) end
	`);
	return new Set(rowsOf(result).flatMap(({ at }) => watchers[Number(at)] ?? []));
}

/** Milliseconds between signs of life on a stream, because proxies close connections that stay silent for long. */
const HEARTBEAT_MILLISECONDS = 15_000;
const HEARTBEATS_PER_ACCESS_CHECK = 4;
/** Largest number of streams of one account: several tabs, a board and a projector fit; more is a mistake or a flood. */
const MOST_STREAMS_PER_ACCOUNT = 12;

export type NewWatcher = Omit<AssignmentWatcher, 'stream'>;

/** Checks the watchers' access every minute, and when a membership or session ends. */
export class WatcherHub {
	readonly #database: Database;
	readonly #databaseEvents: DatabaseEvents;
	readonly #channels = new Map<string, AssignmentChannel>();
	#subscriptions: Promise<(() => void)[]> | undefined;
	#beatTimer: NodeJS.Timeout | undefined;
	#beatCount = 0;
	#isClosed = false;

	constructor(database: Database, live: DatabaseEvents) {
		this.#database = database;
		this.#databaseEvents = live;
	}

	get count(): number {
		return this.#watchers().length;
	}

	/**
	 * Undefined when the account has too many streams or the hub is closed. `destroyConnection` cuts off a browser that
	 * reads too slowly.
	 */
	async addWatcher(newWatcher: NewWatcher, destroyConnection: () => void): Promise<EventStream | undefined> {
		if (this.#isClosed) return undefined;
		await this.#startListening();
		// Checked after the wait, because meanwhile the hub may have been closed and other streams opened.
		if (this.#isClosed || this.#countStreamsOf(newWatcher.account) >= MOST_STREAMS_PER_ACCOUNT) return undefined;
		const channel = this.#channelOf(newWatcher.assignmentId);
		const stream = new EventStream(() => this.#removeWatcher(channel, watcher), destroyConnection);
		const watcher: AssignmentWatcher = { ...newWatcher, stream };
		channel.watchers.add(watcher);
		try {
			await channel.open();
		} catch (error) {
			stream.end();
			throw error;
		}
		for (const [event, data] of channel.currentEvents(watcher)) stream.send(formatEventMessage(event, data));
		return stream;
	}

	/** Returns the whole state once, for a browser that cannot receive a stream. */
	async readCurrentEvents({ assignmentId, view, memberId }: NewWatcher): Promise<ViewEvent[]> {
		await this.#startListening();
		const existingChannel = this.#channels.get(assignmentId);
		const channel = existingChannel ?? new AssignmentChannel(this.#database, assignmentId);
		await channel.open();
		return channel.currentEvents({ view, memberId });
	}

	/** Ends all streams because the process stops; browsers reconnect to another process. */
	async close(): Promise<void> {
		this.#isClosed = true;
		clearInterval(this.#beatTimer);
		for (const { stream } of this.#watchers()) stream.end();
		for (const end of (await this.#subscriptions?.catch(() => [])) ?? []) end();
	}

	#channelOf(assignmentId: string): AssignmentChannel {
		const existingChannel = this.#channels.get(assignmentId);
		if (existingChannel) return existingChannel;
		const channel = new AssignmentChannel(this.#database, assignmentId);
		this.#channels.set(assignmentId, channel);
		return channel;
	}

	#removeWatcher(channel: AssignmentChannel, watcher: AssignmentWatcher): void {
		channel.watchers.delete(watcher);
		if (channel.watchers.size > 0) return;
		channel.cancelScheduledRead();
		if (this.#channels.get(watcher.assignmentId) === channel) this.#channels.delete(watcher.assignmentId);
	}

	#watchers(): AssignmentWatcher[] {
		return [...this.#channels.values()].flatMap(({ watchers }) => [...watchers]);
	}

	#countStreamsOf(account: string): number {
		return this.#watchers().filter((watcher) => watcher.account === account).length;
	}

	#startListening(): Promise<unknown> {
		this.#beatTimer ??= setInterval(() => this.#sendBeat(), HEARTBEAT_MILLISECONDS).unref();
		return (this.#subscriptions ??= this.#subscribe().catch((error: unknown) => {
			this.#subscriptions = undefined;
			throw error;
		}));
	}

	#subscribe(): Promise<(() => void)[]> {
		const findChannel = (assignmentId: string) => this.#channels.get(assignmentId);
		const databaseEvents = this.#databaseEvents;
		return Promise.all([
			databaseEvents.subscribe(
				'progress.changed',
				({ assignmentId, membershipId }) => findChannel(assignmentId)?.markProgressChanged(membershipId),
				() => this.#recoverMissedEvents()
			),
			databaseEvents.subscribe('submission.changed', ({ assignmentId, submissionId }) =>
				findChannel(assignmentId)?.markSubmissionChanged(submissionId)
			),
			databaseEvents.subscribe('debate.changed', ({ assignmentId }) => findChannel(assignmentId)?.markDebateChanged()),
			databaseEvents.subscribe('assignment.changed', ({ assignmentId }) => {
				findChannel(assignmentId)?.markEverythingChanged();
				void this.#recheckAccess((watcher) => watcher.assignmentId === assignmentId);
			}),
			databaseEvents.subscribe('class.changed', ({ classId }) => {
				void this.#recheckAccess((watcher) => watcher.classId === classId);
				const classWatchers = this.#watchers().filter((watcher) => watcher.classId === classId);
				for (const assignmentId of new Set(classWatchers.map((watcher) => watcher.assignmentId)))
					findChannel(assignmentId)?.markEverythingChanged();
			}),
			databaseEvents.subscribe('session.ended', ({ accountId }) =>
				this.#recheckAccess((watcher) => watcher.account === accountId)
			)
		]);
	}

	#recoverMissedEvents(): void {
		for (const channel of this.#channels.values()) channel.markEverythingChanged();
		void this.#recheckAccess(() => true);
	}

	#sendBeat(): void {
		const beatMessage = formatEventMessage('beat', { now: Date.now() });
		for (const { stream } of this.#watchers()) stream.send(beatMessage);
		this.#beatCount += 1;
		if (this.#beatCount % HEARTBEATS_PER_ACCESS_CHECK === 0) void this.#recheckAccess(() => true);
	}

	async #recheckAccess(isAffected: (watcher: AssignmentWatcher) => boolean): Promise<void> {
		const watchers = this.#watchers().filter(isAffected);
		try {
			const allowedWatchers = await selectAllowedWatchers(this.#database, watchers);
			for (const watcher of watchers) {
				if (allowedWatchers.has(watcher)) continue;
				watcher.stream.send(formatEventMessage('ended', {}));
				watcher.stream.end();
			}
		} catch (error) {
			// A failed access check is only logged: the next one runs within a minute.
			logFailure('stream.failed', error);
		}
	}
}
