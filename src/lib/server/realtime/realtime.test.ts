/** Tests what the watchers of each view receive, on both database engines. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eq, sql } from 'drizzle-orm';
import { closeAssignment, reopenAssignment } from '#lib/server/assignments/assignments.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { openPostgres } from '#lib/server/db/postgres.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase, createFreshPostgres } from '#lib/server/db/testing/fresh-database.ts';
import { findChallenge } from '#lib/server/content/index.ts';
import { storeBuildPackages } from '#lib/server/content/packages.ts';
import { storeDebateChoice } from '#lib/server/debates/debate-choices.ts';
import { changeDebatePhase } from '#lib/server/debates/lead-debate.ts';
import { DatabaseEvents, publishEvent } from '#lib/server/db/database-events.ts';
import { bindWorkToAssignment } from '#lib/server/board/bind-work.ts';
import { assignNewerVersion } from '#lib/server/submissions/rejudge.ts';
import { recordProgress } from '#lib/server/board/progress.ts';
import { storeTestLesson, storeTestSubmission, type TestLesson } from '#lib/server/board/testing.ts';
import { EventStream, formatEventMessage } from './event-stream.ts';
import { WatcherHub, type NewWatcher } from './hub.ts';

interface StreamEvent {
	name: string;
	data: Record<string, unknown> & { rows?: { members: { pseudonym: string }[] }[]; whole?: boolean };
}

/** Reads the events of a stream, as a browser does. */
function readEvents({ body }: EventStream) {
	const events: StreamEvent[] = [];
	const state = { ended: false };
	void (async () => {
		const decoder = new TextDecoder();
		let text = '';
		for await (const piece of body) {
			text += decoder.decode(piece, { stream: true });
			const blocks = text.split('\n\n');
			text = blocks.pop() ?? '';
			for (const block of blocks) {
				const [, name = '', data = 'null'] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
				if (name !== '') events.push({ name, data: JSON.parse(data) });
			}
		}
		state.ended = true;
	})().catch(() => (state.ended = true));
	const eventsNamed = (name: string) => events.filter((event) => event.name === name);
	return { events, named: eventsNamed, state };
}

function wrapToCountQueries(database: Database): { database: Database; asked: () => number } {
	let count = 0;
	const countingDatabase = new Proxy(database, {
		get(target, name) {
			if (name === 'execute' || name === 'select') count += 1;
			const value: unknown = Reflect.get(target, name);
			return typeof value === 'function' ? value.bind(target) : value;
		}
	});
	return { database: countingDatabase, asked: () => count };
}

const ignoreConnectionEnd = () => undefined;

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let lesson: TestLesson;
	let hub: WatcherHub;
	let readQueryCount: () => number;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		const counting = wrapToCountQueries(connection.database);
		database = connection.database;
		readQueryCount = counting.asked;
		hub = new WatcherHub(counting.database, new DatabaseEvents(connection));
	});
	afterAll(async () => {
		await hub.close();
		await connection.close();
	});
	beforeEach(async () => {
		lesson = await storeTestLesson(database, { students: 4 });
	});

	const nthStudent = (which: number) => lesson.students[which] ?? { account: '', member: '' };
	async function storeSessionOf(account: string): Promise<string> {
		const token = `${account}-${Math.random()}`;
		const expiresAt = new Date(Date.now() + 3_600_000);
		await database.insert(schema.session).values({ id: token, token, accountId: account, expiresAt });
		return token;
	}
	async function createNewWatcher(view: NewWatcher['view'], which = 0): Promise<NewWatcher> {
		const account = view === 'own' ? nthStudent(which).account : lesson.teacher;
		const memberId = view === 'own' ? nthStudent(which).member : undefined;
		const { classId, assignment } = lesson;
		return { view, account, session: await storeSessionOf(account), classId, assignmentId: assignment, memberId };
	}
	async function watch(newWatcher: NewWatcher, destroyConnection: () => void = ignoreConnectionEnd) {
		const stream = await hub.addWatcher(newWatcher, destroyConnection);
		if (!stream) throw new Error('There is no stream.');
		return { ...readEvents(stream), stream };
	}
	const reportProgress = (which: number, passed: number, usedDatabase = database) =>
		recordProgress(
			usedDatabase,
			{ assignmentId: lesson.assignment, account: nthStudent(which).account },
			{ step: 'build', done: [], passed, checks: 9 },
			new Date()
		);

	test('a student’s stream gets an event when the assignment is closed, and when it is reopened', async () => {
		const ownReader = await watch(await createNewWatcher('own', 0));
		const readClosingMoments = () => ownReader.named('dates').map(({ data }) => data.closedAt);
		await expect.poll(readClosingMoments).toEqual([null]);
		await reportProgress(0, 1);
		await closeAssignment(database, lesson.assignment, new Date(5000));
		await expect.poll(readClosingMoments).toEqual([null, 5000]);
		await reopenAssignment(database, lesson.assignment);
		await expect.poll(readClosingMoments).toEqual([null, 5000, null]);
		ownReader.stream.end();
	});

	test('a watcher first gets everything and then the changes, of its own view only', async () => {
		await reportProgress(0, 1);
		const boardReader = await watch(await createNewWatcher('board'));
		const projectorReader = await watch(await createNewWatcher('projector'));
		const [ownReader, otherReader] = [
			await watch(await createNewWatcher('own', 0)),
			await watch(await createNewWatcher('own', 1))
		];
		await expect.poll(() => boardReader.named('rows')).toHaveLength(1);
		expect(boardReader.named('rows')[0]?.data).toMatchObject({ whole: true });
		expect(boardReader.named('rows')[0]?.data.rows).toHaveLength(4);
		await expect.poll(() => ownReader.named('row')).toHaveLength(1);

		await reportProgress(0, 2);
		await expect.poll(() => boardReader.named('rows')).toHaveLength(2);
		expect(boardReader.named('rows')[1]?.data).toMatchObject({
			whole: false,
			rows: [{ members: [{ pseudonym: 'p00' }], standing: { passed: 2 } }]
		});
		await expect.poll(() => ownReader.named('row')).toHaveLength(2);
		expect(ownReader.named('row')[1]?.data).toMatchObject({ row: { standing: { passed: 2 } } });
		expect(otherReader.named('row')).toHaveLength(1);
		expect(JSON.stringify([otherReader.events, projectorReader.events])).not.toContain('p00');
		await expect.poll(() => projectorReader.named('river').length).toBeGreaterThan(1);
		expect(JSON.stringify(projectorReader.events)).not.toMatch(/p0\d|members|pseudonym/);
		for (const each of [boardReader, projectorReader, ownReader, otherReader]) each.stream.end();
	});

	test('changes committed together are read from the database once, for any number of watchers', async () => {
		const watchers: Awaited<ReturnType<typeof watch>>[] = [];
		for (let count = 0; count < 10; count++) watchers.push(await watch(await createNewWatcher('board')));
		for (const which of [0, 1, 2, 3]) watchers.push(await watch(await createNewWatcher('own', which)));
		const countBefore = readQueryCount();
		// The hub receives the events of all four reports at once, when the transaction commits.
		await database.transaction(async (transaction) => {
			for (const which of [0, 1, 2, 3]) await reportProgress(which, which, transaction);
		});
		await expect.poll(() => watchers.slice(0, 10).every(({ named }) => named('rows').length > 1)).toBe(true);
		await expect.poll(() => watchers.slice(10).every(({ named }) => named('row').length > 1)).toBe(true);
		expect(readQueryCount() - countBefore).toBe(1);
		for (const { stream } of watchers) stream.end();
	});

	test('a hand-in and its verdict reach their author, and update only that row on the board', async () => {
		const otherReader = await watch(await createNewWatcher('own', 1));
		const boardReader = await watch(await createNewWatcher('board'));
		const ownReader = await watch(await createNewWatcher('own', 0));
		await expect.poll(() => ownReader.named('row')).toHaveLength(1);
		const submissionId = await storeTestSubmission(database, lesson, [nthStudent(0).member], 'handed-in');
		const { assignment: assignmentId } = lesson;
		await publishEvent(database, 'submission.changed', { assignmentId, submissionId });
		await expect.poll(() => ownReader.named('row')).toHaveLength(2);
		expect(ownReader.named('row')[1]?.data).toMatchObject({ row: { submission: { id: submissionId, verdict: null } } });
		await database.execute(sql`
			insert into verdict (id, submission_id, challenge_hash, engine, verdict, counts)
			values (${`verdict of ${submissionId}`}, ${submissionId}, '', '', '{}', true)
		`);
		await publishEvent(database, 'submission.changed', { assignmentId, submissionId });
		await expect.poll(() => ownReader.named('row')).toHaveLength(3);
		expect(ownReader.named('row')[2]?.data).toMatchObject({
			row: { submission: { id: submissionId, verdict: `verdict of ${submissionId}` } }
		});
		await reportProgress(1, 5);
		await expect.poll(() => otherReader.named('row').at(-1)?.data).toMatchObject({ row: { standing: { passed: 5 } } });
		expect(otherReader.named('row')).toHaveLength(2);
		await expect.poll(() => boardReader.named('rows')).toHaveLength(4);
		expect(boardReader.named('rows').map(({ data }) => data.rows?.length)).toEqual([4, 1, 1, 1]);
		// A submission that was taken back is deleted, so the database no longer says whose it was.
		await database.delete(schema.submission).where(eq(schema.submission.id, submissionId));
		await publishEvent(database, 'submission.changed', { assignmentId, submissionId });
		await expect.poll(() => ownReader.named('row').at(-1)?.data).toMatchObject({ row: { submission: null } });
		expect(boardReader.named('rows').map(({ data }) => data.rows?.length)).toEqual([4, 1, 1, 1, 1]);
		for (const each of [otherReader, boardReader, ownReader]) each.stream.end();
	});

	test('a student who begins an assignment is on the board before their first progress report', async () => {
		const boardReader = await watch(await createNewWatcher('board'));
		const { member: membershipId, account } = nthStudent(2);
		const binding = {
			assignmentId: lesson.assignment,
			membershipId,
			account,
			workId: `work ${membershipId}`,
			step: 'look'
		};
		await bindWorkToAssignment(database, binding, new Date());
		await expect.poll(() => boardReader.named('rows')).toHaveLength(2);
		expect(boardReader.named('rows')[1]?.data.rows).toMatchObject([{ standing: { step: 'look' } }]);
		boardReader.stream.end();
	});

	test('a watcher who joins others causes no database query', async () => {
		const firstReader = await watch(await createNewWatcher('board'));
		const newWatcher = await createNewWatcher('own', 1);
		const countBefore = readQueryCount();
		const secondReader = await watch(newWatcher);
		await expect.poll(() => secondReader.named('row')).toHaveLength(1);
		expect(await hub.readCurrentEvents(await createNewWatcher('board'))).toMatchObject([['rows', { whole: true }]]);
		expect(readQueryCount()).toBe(countBefore);
		for (const { stream } of [firstReader, secondReader]) stream.end();
	});

	test('a watcher who loses permission gets a last event that says so, and the stream ends', async () => {
		const accessEndings: [string, NewWatcher, () => Promise<unknown>][] = [
			[
				'session',
				await createNewWatcher('own', 0),
				async () => {
					await database.delete(schema.session).where(eq(schema.session.accountId, nthStudent(0).account));
					await publishEvent(database, 'session.ended', { accountId: nthStudent(0).account });
				}
			],
			[
				'membership',
				await createNewWatcher('own', 1),
				async () => {
					await database.delete(schema.membership).where(eq(schema.membership.id, nthStudent(1).member));
					await publishEvent(database, 'class.changed', { classId: lesson.classId });
				}
			],
			[
				'not for them any more',
				await createNewWatcher('own', 2),
				async () => {
					await database
						.update(schema.assignment)
						.set({ members: [nthStudent(3).member] })
						.where(eq(schema.assignment.id, lesson.assignment));
					await publishEvent(database, 'assignment.changed', { assignmentId: lesson.assignment });
				}
			],
			[
				'teaching',
				await createNewWatcher('board'),
				async () => {
					await database.delete(schema.classTeacher).where(eq(schema.classTeacher.classId, lesson.classId));
					await publishEvent(database, 'class.changed', { classId: lesson.classId });
				}
			]
		];
		const remainingReader = await watch(await createNewWatcher('own', 3));
		for (const [what, newWatcher, happen] of accessEndings) {
			const watcherReader = await watch(newWatcher);
			await happen();
			await expect.poll(() => watcherReader.state.ended, { message: what }).toBe(true);
			expect(watcherReader.events.at(-1)?.name, what).toBe('ended');
		}
		expect(remainingReader.state.ended).toBe(false);
		await database.delete(schema.assignment).where(eq(schema.assignment.id, lesson.assignment));
		await publishEvent(database, 'assignment.changed', { assignmentId: lesson.assignment });
		await expect.poll(() => remainingReader.state.ended).toBe(true);
	});

	test('a person has at most twelve streams at once, and cancelled streams free their places', async () => {
		const newWatcher = await createNewWatcher('board');
		const streams = await Promise.all(
			Array.from({ length: 20 }, () => hub.addWatcher(newWatcher, ignoreConnectionEnd))
		);
		const openStreams = streams.filter((stream) => stream !== undefined);
		expect(openStreams.length).toBe(12);
		for (const { body } of openStreams) await body.cancel();
		expect(hub.count).toBe(0);
		expect(await hub.addWatcher(newWatcher, ignoreConnectionEnd)).toBeDefined();
	});

	test('a stream that is opening while the hub closes is not opened', async () => {
		const openingStream = hub.addWatcher(await createNewWatcher('board'), ignoreConnectionEnd);
		await hub.close();
		expect(await openingStream).toBeUndefined();
		expect(hub.count).toBe(0);
	});
});

test('a watcher who reads too slowly is cut off before 100 messages pile up', async () => {
	let [gone, cut] = [0, 0];
	const stream = new EventStream(
		() => (gone += 1),
		() => (cut += 1)
	);
	const kilobyte = formatEventMessage('rows', 'x'.repeat(1000));
	let messageCount = 0;
	while (stream.send(kilobyte)) messageCount += 1;
	expect(messageCount).toBeLessThan(100);
	expect([gone, cut]).toEqual([1, 1]);
	expect(stream.send(kilobyte)).toBe(false);
	stream.end();
	expect([gone, cut]).toEqual([1, 1]);
	await expect(stream.body.getReader().read()).rejects.toThrow('Too slow');
});

test(
	'a watcher in another process gets progress, also after its database connection broke',
	{ tags: 'soak' },
	async () => {
		const { connection, address } = await createFreshPostgres();
		await migrateDatabase(connection);
		const otherConnection = await openPostgres(address);
		const lesson = await storeTestLesson(connection.database, { students: 2 });
		const [account, memberId] = [lesson.students[0]?.account ?? '', lesson.students[0]?.member];
		await connection.database
			.insert(schema.session)
			.values({ id: 's', token: 's', accountId: account, expiresAt: new Date(Date.now() + 3_600_000) });
		const hub = new WatcherHub(otherConnection.database, new DatabaseEvents(otherConnection));
		const { classId, assignment } = lesson;
		const stream = await hub.addWatcher(
			{ view: 'own', account, session: 's', classId, assignmentId: assignment, memberId },
			ignoreConnectionEnd
		);
		if (!stream) throw new Error('There is no stream.');
		const { named, state } = readEvents(stream);
		const report = { step: 'build', done: [], passed: 1, checks: 2 };
		await recordProgress(connection.database, { assignmentId: assignment, account }, report, new Date());
		await expect.poll(() => named('row').at(-1)?.data).toMatchObject({ row: { standing: { passed: 1 } } });

		// The connection that listens for events is cut, so that the next report is sent while nobody listens.
		const endListenersSql = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`;
		await connection.database.execute(endListenersSql);
		await recordProgress(
			connection.database,
			{ assignmentId: assignment, account },
			{ ...report, passed: 2 },
			new Date()
		);
		await expect.poll(() => named('row').at(-1)?.data).toMatchObject({ row: { standing: { passed: 2 } } });
		expect(state.ended).toBe(false);
		await hub.close();
		await expect.poll(() => state.ended).toBe(true);
		await otherConnection.close();
		await connection.close();
	}
);

test('board, debate and version changes made in one process reach watchers in another', { tags: 'soak' }, async () => {
	const { connection, address } = await createFreshPostgres();
	const { database } = connection;
	await migrateDatabase(connection);
	await storeBuildPackages(database);
	const hash = (await findChallenge('horodateur'))?.hash ?? '';
	const lesson = await storeTestLesson(database, {
		students: 2,
		subject: { kind: 'challenge', id: 'horodateur', hash }
	});
	const { classId, assignment, teacher } = lesson;
	const [account, memberId] = [lesson.students[0]?.account ?? '', lesson.students[0]?.member];
	const expiresAt = new Date(Date.now() + 3_600_000);
	for (const accountId of [teacher, account])
		await database.insert(schema.session).values({ id: accountId, token: accountId, accountId, expiresAt });
	const otherConnection = await openPostgres(address);
	const hub = new WatcherHub(otherConnection.database, new DatabaseEvents(otherConnection));
	const watch = async (view: NewWatcher['view']) => {
		const [who, as] = view === 'own' ? [account, memberId] : [teacher, undefined];
		const stream = await hub.addWatcher(
			{ view, account: who, session: who, classId, assignmentId: assignment, memberId: as },
			ignoreConnectionEnd
		);
		if (!stream) throw new Error('There is no stream.');
		return readEvents(stream);
	};
	const [boardReader, debateReader, ownReader] = [await watch('board'), await watch('debate'), await watch('own')];

	const report = { step: 'build', done: [], passed: 3, checks: 5 };
	await recordProgress(database, { assignmentId: assignment, account }, report, new Date());
	await expect
		.poll(() => boardReader.named('rows').at(-1)?.data)
		.toMatchObject({ rows: [{ standing: { passed: 3 } }] });
	await changeDebatePhase(database, assignment, 'open', new Date());
	await expect.poll(() => ownReader.named('debate').at(-1)?.data).toMatchObject({ phase: 'choosing' });
	await storeDebateChoice(
		database,
		assignment,
		{ by: account, moment: 'before', decision: { option: 'paper', position: '' } },
		new Date()
	);
	await expect.poll(() => debateReader.named('debate').at(-1)?.data).toMatchObject({ chosen: { before: 1 } });
	const readVersionHashes = () => ownReader.named('version').map(({ data }) => data.hash);
	expect(readVersionHashes()[0]).toBe(hash);
	await assignNewerVersion(database, assignment, 'f'.repeat(64));
	await expect.poll(() => readVersionHashes().at(-1)).toBe('f'.repeat(64));
	await hub.close();
	await otherConnection.close();
	await connection.close();
});
