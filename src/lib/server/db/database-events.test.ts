/** Tests the events between processes on both database engines. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from './database.ts';
import { openPostgres } from './postgres.ts';
import { ENGINES_OF_THIS_RUN, freshDatabase, freshPostgres } from './testing/fresh.ts';
import { DatabaseEvents, type DatabaseEventPayload } from './database-events.ts';

type Heard = DatabaseEventPayload<'work.stored'>;

/** A listener that collects events, and can be waited for until it has received `count` of them. */
function ear() {
	const events: Heard[] = [];
	let wake: () => void = () => undefined;
	return {
		hear: (payload: Heard) => {
			events.push(payload);
			wake();
		},
		async until(count: number): Promise<Heard[]> {
			while (events.length < count) await new Promise<void>((resolve) => (wake = resolve));
			return events;
		}
	};
}

describe.each(ENGINES_OF_THIS_RUN)('on %s', (engine) => {
	let connection: Connection;
	beforeEach(async () => {
		connection = await freshDatabase(engine);
	});
	afterEach(() => connection.close());

	test('each who asked for a topic hears it, and nobody another topic', async () => {
		const live = new DatabaseEvents(connection);
		const [one, two] = [ear(), ear()];
		await live.subscribe('work.stored', one.hear);
		const end = await live.subscribe('work.stored', two.hear);
		await live.publish('class.changed', { classId: 'c' });
		await live.publish('work.stored', { workId: 'a' });
		expect(await two.until(1)).toEqual([{ workId: 'a' }]);
		end();
		await live.publish('work.stored', { workId: 'b' });
		expect(await one.until(2)).toEqual([{ workId: 'a' }, { workId: 'b' }]);
		expect(await two.until(1)).toHaveLength(1);
	});

	test('an event of a transaction is heard when it is committed, and never when it fails', async () => {
		const live = new DatabaseEvents(connection);
		const one = ear();
		await live.subscribe('work.stored', one.hear);
		const failing = connection.database.transaction(async (transaction) => {
			await live.publish('work.stored', { workId: 'never' }, transaction);
			throw new Error('No.');
		});
		await expect(failing).rejects.toThrow('No.');
		await connection.database.transaction((transaction) =>
			live.publish('work.stored', { workId: 'kept' }, transaction)
		);
		expect(await one.until(1)).toEqual([{ workId: 'kept' }]);
	});

	test('a malformed message is not heard', async () => {
		const live = new DatabaseEvents(connection);
		const one = ear();
		await live.subscribe('work.stored', one.hear);
		for (const message of [
			'',
			'{',
			'{"topic":"work.stored","payload":{"workId":3}}',
			'{"topic":"work.stored","payload":{"workId":"a","text":"b"}}',
			'{"topic":"x","payload":{}}'
		]) {
			await connection.notify('braise', message);
		}
		await live.publish('work.stored', { workId: 'a' });
		expect(await one.until(1)).toEqual([{ workId: 'a' }]);
	});

	test('nothing longer than an id is sent', async () => {
		await expect(new DatabaseEvents(connection).publish('work.stored', { workId: 'x'.repeat(101) })).rejects.toThrow(
			'length'
		);
	});
});

test('processes hear each other, also after the server ended their connections', async () => {
	const { connection, address } = await freshPostgres();
	const other = await openPostgres(address);
	const [here, there] = [new DatabaseEvents(connection), new DatabaseEvents(other)];
	const one = ear();
	const missedEventsSignal = new Promise<void>((resolve) => void here.subscribe('work.stored', one.hear, resolve));
	// The subscription above is not awaited. Both go over one connection in order, so when this one is active, that one is too.
	await here.subscribe('class.changed', () => undefined);
	await there.publish('work.stored', { workId: 'a' });
	expect(await one.until(1)).toEqual([{ workId: 'a' }]);
	await other.query(
		`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`
	);
	await missedEventsSignal;
	await there.publish('work.stored', { workId: 'b' });
	expect(await one.until(2)).toEqual([{ workId: 'a' }, { workId: 'b' }]);
	await other.close();
	await connection.close();
});
