/** Tests the events between processes on both database engines. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from './database.ts';
import { openPostgres } from './postgres.ts';
import { TESTED_ENGINES, createFreshDatabase, createFreshPostgres } from './testing/fresh-database.ts';
import { DatabaseEvents, type DatabaseEventPayload } from './database-events.ts';

type HeardPayload = DatabaseEventPayload<'work.stored'>;

/** A listener that collects events. `until(count)` waits for this many events. */
function createEventRecorder() {
	const events: HeardPayload[] = [];
	let wakeWaiter: () => void = () => undefined;
	return {
		hear: (payload: HeardPayload) => {
			events.push(payload);
			wakeWaiter();
		},
		async until(count: number): Promise<HeardPayload[]> {
			while (events.length < count) await new Promise<void>((resolve) => (wakeWaiter = resolve));
			return events;
		}
	};
}

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	beforeEach(async () => {
		connection = await createFreshDatabase(engine);
	});
	afterEach(() => connection.close());

	test('subscribers receive only events of their topic, until they end the subscription', async () => {
		const databaseEvents = new DatabaseEvents(connection);
		const [firstEar, secondEar] = [createEventRecorder(), createEventRecorder()];
		await databaseEvents.subscribe('work.stored', firstEar.hear);
		const endSubscription = await databaseEvents.subscribe('work.stored', secondEar.hear);
		await databaseEvents.publish('class.changed', { classId: 'c' });
		await databaseEvents.publish('work.stored', { workId: 'a' });
		expect(await secondEar.until(1)).toEqual([{ workId: 'a' }]);
		endSubscription();
		await databaseEvents.publish('work.stored', { workId: 'b' });
		expect(await firstEar.until(2)).toEqual([{ workId: 'a' }, { workId: 'b' }]);
		expect(await secondEar.until(1)).toHaveLength(1);
	});

	test('an event published in a transaction arrives after the commit, and never if the transaction fails', async () => {
		const databaseEvents = new DatabaseEvents(connection);
		const ear = createEventRecorder();
		await databaseEvents.subscribe('work.stored', ear.hear);
		const failingTransaction = connection.database.transaction(async (transaction) => {
			await databaseEvents.publish('work.stored', { workId: 'never' }, transaction);
			throw new Error('No.');
		});
		await expect(failingTransaction).rejects.toThrow('No.');
		await connection.database.transaction((transaction) =>
			databaseEvents.publish('work.stored', { workId: 'kept' }, transaction)
		);
		expect(await ear.until(1)).toEqual([{ workId: 'kept' }]);
	});

	test('a malformed message reaches no subscriber', async () => {
		const databaseEvents = new DatabaseEvents(connection);
		const ear = createEventRecorder();
		await databaseEvents.subscribe('work.stored', ear.hear);
		for (const message of [
			'',
			'{',
			'{"topic":"work.stored","payload":{"workId":3}}',
			'{"topic":"work.stored","payload":{"workId":"a","text":"b"}}',
			'{"topic":"x","payload":{}}'
		]) {
			await connection.query('select pg_notify($1, $2)', ['braise', message]);
		}
		await databaseEvents.publish('work.stored', { workId: 'a' });
		expect(await ear.until(1)).toEqual([{ workId: 'a' }]);
	});

	test('an event with a value longer than an id is refused', async () => {
		await expect(new DatabaseEvents(connection).publish('work.stored', { workId: 'x'.repeat(101) })).rejects.toThrow(
			'length'
		);
	});
});

test('processes receive each other’s events, also after PostgreSQL ended the listening connection', async () => {
	const { connection, address } = await createFreshPostgres();
	const otherConnection = await openPostgres(address);
	const [eventsHere, eventsThere] = [new DatabaseEvents(connection), new DatabaseEvents(otherConnection)];
	const ear = createEventRecorder();
	const missedEventsSignal = new Promise<void>(
		(resolve) => void eventsHere.subscribe('work.stored', ear.hear, resolve)
	);
	// Both subscriptions go over one connection in order, so the first, which is not awaited, is active once the second is.
	await eventsHere.subscribe('class.changed', () => undefined);
	await eventsThere.publish('work.stored', { workId: 'a' });
	expect(await ear.until(1)).toEqual([{ workId: 'a' }]);
	await otherConnection.query(
		`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`
	);
	await missedEventsSignal;
	await eventsThere.publish('work.stored', { workId: 'b' });
	expect(await ear.until(2)).toEqual([{ workId: 'a' }, { workId: 'b' }]);
	await otherConnection.close();
	await connection.close();
});
