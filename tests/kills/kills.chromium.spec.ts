import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '../test.ts';
import { sql } from 'drizzle-orm';
import { findFreePort } from '../../scripts/test/free-port.ts';
import { type Connection, rowsOf } from '#lib/server/db/database.ts';
import { openPglite } from '#lib/server/db/pglite.ts';
import { openPostgres } from '#lib/server/db/postgres.ts';
import { prepareSchool, type BenchSchool } from '../bench/saves/school.ts';
import { appPort } from '../servers.ts';
import { isSoakRun } from '../soak.ts';
import { KillableServer } from './server.ts';
import { numbersOfWholeLines, Typist } from './typist.ts';

const STUDENT_AND_KILL_COUNTS = isSoakRun
	? { students: 10, server: 55, browser: 145 }
	: { students: 2, server: 1, browser: 1 };
/** Waits a random number of milliseconds, and for no event, because kills must come at random moments. */
const waitRandomMilliseconds = (least: number, most: number) => wait(least + Math.random() * (most - least));

const countShownEdits = (typists: Typist[]) => typists.reduce((sum, { shownEditCount }) => sum + shownEditCount, 0);

async function killServer(server: KillableServer, typists: Typist[]): Promise<void> {
	for (let killNumber = 1; killNumber <= STUDENT_AND_KILL_COUNTS.server; killNumber++) {
		await waitRandomMilliseconds(500, 3000);
		await server.kill();
		const shownCounts = typists.map((typist) => typist.lastEditOnServer);
		await server.start();
		for (const [index, typist] of typists.entries())
			typist.recordMissingNumbers(
				await readTypedNumbersOnServer(server, typist),
				shownCounts[index] ?? 0,
				'on the server'
			);
		const losses = typists.flatMap((typist) => typist.lostEdits);
		if (killNumber % 10 === 0)
			console.log(`Server killed ${killNumber} times, ${countShownEdits(typists)} edits, lost: ${losses.length}`);
	}
}

async function killBrowsers(typists: Typist[]): Promise<void> {
	for (let killCount = 0; killCount < STUDENT_AND_KILL_COUNTS.browser;) {
		// On two cores, ten browsers take seconds to open. With more kills they would hardly type.
		await waitRandomMilliseconds(200, 5500);
		// Only browsers that have opened are killed, because on a slow machine the others would never finish starting.
		const openTypists = typists.filter(({ isOpen }) => isOpen);
		const victim = openTypists[Math.floor(Math.random() * openTypists.length)];
		if (!(await victim?.kill())) continue;
		killCount += 1;
		if (killCount % 10 === 0) console.log(`Browsers killed ${killCount} times, ${countShownEdits(typists)} edits`);
	}
}

async function readTypedNumbersOnServer(
	{ port: serverPort }: KillableServer,
	{ workId, account, cookie }: Typist
): Promise<number[]> {
	const address = `http://localhost:${serverPort}/api/works/${workId}?account=${account}`;
	const answer: unknown = await (await fetch(address, { headers: { cookie } })).json();
	const { versions } = answer as { versions?: { files: Record<string, string> }[] };
	// The server does not have the work until the browser's first request.
	return numbersOfWholeLines(versions?.[0]?.files['main.ts'] ?? '');
}

const openDatabase = ({ environment }: BenchSchool): Promise<Connection> =>
	environment['DATABASE_URL']
		? openPostgres(environment['DATABASE_URL'])
		: openPglite(join(environment['DATA_FOLDER'] ?? '', 'database'));

/**
 * Returns each version's id with the number of equal versions of its work. The typed text only grows, so two equal versions mean
 * that one was stored twice.
 */
async function readVersionsWithCopyCounts({ database }: Connection): Promise<{ id: string; twice: number }[]> {
	const result = await database.execute(sql`
		select id, count(*) over (partition by work_id, files::text, project::text)::int as twice from version
	`);
	return rowsOf(result) as { id: string; twice: number }[];
}

for (const [nth, engine] of (isSoakRun ? (['pglite', 'postgres'] as const) : (['pglite'] as const)).entries()) {
	test(`work shown as saved outlives kills of the server and of browsers, on ${engine}`, { tag: '@more' }, async () => {
		if (isSoakRun) test.setTimeout(40 * 60_000);
		const profilesFolder = await mkdtemp(join(tmpdir(), 'braise-kills-'));
		const school = await prepareSchool(engine, STUDENT_AND_KILL_COUNTS.students);
		const server = new KillableServer(await findFreePort(appPort + 20 + 20 * nth), school.environment);
		const base = `http://localhost:${server.port}`;
		// One of the typists uses Monaco, as most students do.
		const typists = school.students.map(
			(student, index) => new Typist(base, student, join(profilesFolder, student.account), index > 0)
		);
		try {
			await server.start();
			await Promise.all(typists.map((typist) => typist.beginProject()));
			let isKilling = true;
			const kills = Promise.all([killServer(server, typists), killBrowsers(typists)]).finally(
				() => (isKilling = false)
			);
			await Promise.all([kills, ...typists.map((typist) => typist.typeThroughKills(() => isKilling))]);
			for (const typist of typists) {
				await typist.waitUntilOnServer();
				expect(await readTypedNumbersOnServer(server, typist)).toEqual(await typist.readNumbersInEditor());
			}
			expect(typists.flatMap(({ lostEdits }) => lostEdits)).toEqual([]);
			for (const { shownEditCount } of typists) expect(shownEditCount).toBeGreaterThan(0);
			const reopened = typists.reduce((sum, typist) => sum + typist.reopenCount, 0);
			expect(reopened).toBeGreaterThan(STUDENT_AND_KILL_COUNTS.browser / 4);

			await Promise.all(typists.map((typist) => typist.kill()));
			await server.stop();
			const connection = await openDatabase(school);
			const versions = await readVersionsWithCopyCounts(connection);
			await connection.close();
			const acknowledged = typists.flatMap((typist) => [...typist.acknowledgedVersionIds]);
			expect(versions.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
			expect(versions.filter(({ twice }) => twice > 1)).toEqual([]);
			console.log(
				`${engine}: ${STUDENT_AND_KILL_COUNTS.server} + ${STUDENT_AND_KILL_COUNTS.browser} kills, ${countShownEdits(typists)} edits shown as saved, ${acknowledged.length} versions acknowledged, none lost`
			);
		} finally {
			await Promise.all(typists.map((typist) => typist.kill()));
			await server.kill();
			await school.close();
			// A killed browser may write for a moment longer. An error here would hide an earlier failure.
			await rm(profilesFolder, { recursive: true, force: true, maxRetries: 20 }).catch(console.error);
		}
	});
}
