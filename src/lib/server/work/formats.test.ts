/** Tests that data that was sent or stored in any earlier format still opens: see tests/formats/record.ts. */
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseSeparationAnswer } from '#lib/wire/pair.ts';
import {
	parseSyncAnswer,
	parseDeleteWorkAnswer,
	parseListWorksAnswer,
	parseReadWorkAnswer,
	parseSentWork,
	type SentWork
} from '#lib/wire/sync.ts';
import { splitLines } from '#lib/server/db/backup/format.ts';
import { loadBackupRows } from '#lib/server/db/backup/load.ts';
import type { Connection } from '#lib/server/db/index.ts';
import { account, version } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { listWorks, readWork } from './work-queries.ts';
import { storeWork } from './store-work.ts';

const FORMATS_FOLDER = 'tests/fixtures/formats';
const STUDENT_ACCOUNT_ID = 'student-0';
const exchangesSchema = v.array(
	v.object({
		method: v.picklist(['GET', 'PUT', 'DELETE']),
		address: v.string(),
		sent: v.unknown(),
		answer: v.unknown()
	})
);
const workRowSchema = v.object({ id: v.string() });
const authorRowSchema = v.object({ account_id: v.string() });
const storeAnswerSchema = v.object({ kind: v.string(), head: v.optional(v.string()) });

const readExchanges = (format: string, file = 'exchanges') =>
	v.parse(exchangesSchema, JSON.parse(readFileSync(`${FORMATS_FOLDER}/${format}/${file}.json`, 'utf8')));

const readTableRows = (formatVersion: string, table: string, file = 'server'): unknown[] =>
	readFileSync(`${FORMATS_FOLDER}/${formatVersion}/${file}.txt`, 'utf8')
		.split('\n')
		.flatMap((line): unknown[] => (line.startsWith(`${table}\t`) ? [JSON.parse(line.slice(table.length + 1))] : []));

const workIdsIn = (formatVersion: string): string[] =>
	readTableRows(formatVersion, 'work').map((row) => v.parse(workRowSchema, row).id);

function parseValidSentWork(input: unknown): SentWork {
	const parsedWork = parseSentWork(input);
	if (parsedWork.kind === 'refused') throw new Error(`What was sent is ${parsedWork.reason}`);
	return parsedWork.sentWork;
}

function expectParsableAnswers(exchanges: v.InferOutput<typeof exchangesSchema>): void {
	for (const { method, address, answer } of exchanges) {
		if (address.endsWith('/separation')) expect(parseSeparationAnswer(answer), address).toBeDefined();
		else if (method === 'PUT') expect(parseSyncAnswer(answer), address).toBeDefined();
		else if (method === 'DELETE') expect(parseDeleteWorkAnswer(answer), address).toBeDefined();
		else
			expect(
				(address.startsWith('/api/works?') ? parseListWorksAnswer : parseReadWorkAnswer)(answer),
				address
			).toBeDefined();
	}
}

describe.each(readdirSync(FORMATS_FOLDER))('format %s', (format) => {
	const exchanges = readExchanges(format);
	const putExchanges = exchanges.filter(({ method }) => method === 'PUT');

	test('the server’s answers are parsed', () => {
		expect(putExchanges.length).toBeGreaterThan(8);
		expectParsableAnswers(exchanges);
	});

	describe.each(TESTED_ENGINES)('on %s', (engine) => {
		let connection: Connection;
		beforeEach(async () => {
			connection = await createFreshDatabase(engine);
		});
		afterEach(() => connection.close());

		test('a page that still sends this format gets the answers that were recorded', async () => {
			const { database } = connection;
			await database
				.insert(account)
				.values({ id: STUDENT_ACCOUNT_ID, role: 'student', name: '', email: STUDENT_ACCOUNT_ID });
			for (const { sent, answer } of putExchanges) {
				expect(await storeWork(database, STUDENT_ACCOUNT_ID, parseValidSentWork(sent))).toMatchObject(
					v.parse(storeAnswerSchema, answer)
				);
			}
			const storedVersions = await database.select({ id: version.id }).from(version);
			expect(storedVersions.map(({ id }) => id).sort()).toEqual(
				[...new Set(putExchanges.flatMap(({ sent }) => parseValidSentWork(sent).versions.map(({ id }) => id)))].sort()
			);
		});

		test('stored works open, and sending them again stores no new version', async () => {
			const { database } = connection;
			await loadBackupRows(connection, splitLines(createReadStream(`${FORMATS_FOLDER}/${format}/server.txt`)));
			const works = await listWorks(database, STUDENT_ACCOUNT_ID);
			expect(works.map(({ id }) => id).sort()).toEqual(workIdsIn(format).sort());
			expect(new Set(works.map(({ kind }) => kind))).toEqual(new Set(['challenge', 'project']));
			for (const { id, head } of works) {
				const foundWork = await readWork(database, { account: STUDENT_ACCOUNT_ID }, id, {});
				expect(foundWork?.work).toMatchObject({ id, head });
				expect(foundWork?.versions[0]?.id).toBe(head);
			}
			const versionCountBefore = await database.$count(version);
			for (const { sent } of putExchanges) {
				expect((await storeWork(database, STUDENT_ACCOUNT_ID, parseValidSentWork(sent))).kind).not.toBe('refused');
			}
			expect(await database.$count(version)).toBe(versionCountBefore);
		});
	});
});

describe.each(
	readdirSync(FORMATS_FOLDER).filter((format) => existsSync(`${FORMATS_FOLDER}/${format}/pair-server.txt`))
)('a pair in format %s', (format) => {
	const exchanges = readExchanges(format, 'pair-exchanges');

	test('the server’s answers are parsed', () => {
		expect(exchanges.length).toBeGreaterThan(4);
		expectParsableAnswers(exchanges);
	});

	test.each(TESTED_ENGINES)(
		'both students can open the stored works, each with their own decision, on %s',
		async (engine) => {
			const connection = await createFreshDatabase(engine);
			try {
				const { database } = connection;
				await loadBackupRows(connection, splitLines(createReadStream(`${FORMATS_FOLDER}/${format}/pair-server.txt`)));
				const authorRows = readTableRows(format, 'work_author', 'pair-server').map((row) =>
					v.parse(authorRowSchema, row)
				);
				const accounts = [...new Set(authorRows.map(({ account_id }) => account_id))];
				expect(accounts).toHaveLength(2);
				const [positionsByPerson, copiedWorkIds]: [string[][], string[]] = [[], []];
				for (const account of accounts) {
					const works = await listWorks(database, account);
					expect(works.map(({ authors }) => authors.length).sort()).toEqual([1, 2, 2]);
					copiedWorkIds.push(...works.flatMap(({ copyOf }) => copyOf ?? []));
					const readWorks = await Promise.all(works.map(({ id }) => readWork(database, { account }, id, {})));
					const versions = readWorks.flatMap((foundWork) => foundWork?.versions ?? []);
					expect(works.map(({ head }) => head)).toEqual(readWorks.map((foundWork) => foundWork?.versions[0]?.id));
					positionsByPerson.push(
						[...new Set(versions.flatMap(({ decision }) => decision?.position ?? []))].filter(Boolean)
					);
				}
				expect(copiedWorkIds).toHaveLength(1);
				expect(positionsByPerson.flat().sort()).toEqual([
					'La plaque, parce que ma mère oublie le ticket.',
					'Le papier, pour que personne ne sache.'
				]);
			} finally {
				await connection.close();
			}
		}
	);
});
