/** Tests that a backup, even of an older schema, is restored whole, and that a damaged one changes nothing. */
import { mkdtemp, rm, truncate, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../database.ts';
import { readAppliedMigrations, applyMigrationSteps, migrateDatabase, readMigrationSteps } from '../migrate.ts';
import {
	account,
	assignment,
	debateSummary,
	exhibit,
	membership,
	problem,
	problemMessage,
	progress,
	schoolClass,
	version,
	work
} from '../schema/index.ts';
import { DATABASE_ENGINES, createFreshDatabase, type DatabaseEngine } from '../testing/fresh-database.ts';
import { listBackups, loadBackup, makeBackup } from './files.ts';
import { listTablesParentsFirst } from './format.ts';

/** Texts that JSON, line breaks or a spreadsheet could change in a backup. */
const UNUSUAL_TEXTS = ['é ’ \u00a0', 'a\tb\nc\r\nd', '\u2028\u2029', '"\\', "=cmd|' /C calc'!A0", '😀', '', '\u0001'];

const WORK_FIELDS = {
	format: 1,
	kind: 'project',
	language: 'fr',
	createdAt: Number.MAX_SAFE_INTEGER,
	head: 'v0'
} as const;
const EXHIBIT_FIELDS = {
	classId: 'c',
	membershipId: 'm',
	versionId: 'v0',
	title: 'Ronds',
	question: '',
	files: {},
	bytes: 0,
	putUpAt: new Date(1_800_000_000_000),
	changedAt: new Date(1_800_000_000_000)
};

async function fillDatabase({ database }: Connection): Promise<void> {
	await database
		.insert(account)
		.values(
			UNUSUAL_TEXTS.map((name, index) => ({ id: `a${index}`, role: 'student' as const, name, email: `a${index}` }))
		);
	await database.insert(schoolClass).values({ id: 'c', name: '2de 3', joinCode: 'ABCDEF' });
	await database
		.insert(membership)
		.values({ id: 'm', classId: 'c', accountId: 'a0', pseudonym: 'Loup', pseudonymKey: 'loup' });
	await database.insert(work).values({ ...WORK_FIELDS, id: 'w' });
	await database.insert(problem).values({
		id: 'p',
		source: 'visitor',
		language: 'fr',
		trade: 'food',
		place: 'Brest',
		card: { wrong: UNUSUAL_TEXTS },
		contact: '02 98 00 00 00',
		state: 'waiting'
	});
	await database
		.insert(problemMessage)
		.values(
			UNUSUAL_TEXTS.map((text, index) => ({ id: `said${index}`, problemId: 'p', side: 'teller' as const, text }))
		);
	await database.insert(assignment).values({ id: 'x', classId: 'c', title: '', rubric: [] });
	const answerFields = { willDo: false, answer: UNUSUAL_TEXTS.join(' '), answeredAt: new Date(1_800_000_000_000) };
	await database.insert(debateSummary).values({
		id: 's',
		assignmentId: 'x',
		problemId: 'p',
		figures: { choices: [{ option: UNUSUAL_TEXTS[0], count: null }] },
		words: UNUSUAL_TEXTS.join(' '),
		...answerFields
	});
	await database.insert(version).values(
		Array.from({ length: 450 }, (_, index) => ({
			id: `v${index}`,
			workId: 'w',
			savedAt: index,
			files: { 'main.ts': UNUSUAL_TEXTS.slice(0, -1).join(''), 'n.json': String(index) },
			steps: { at: 0.1 + 0.2, deep: [null, { a: [] }] }
		}))
	);
}

/** Migrates an empty database to the schema before the migration that contains this statement. */
async function migrateUntilStatement(statement: string, { database, query }: Connection): Promise<void> {
	await query('drop schema public cascade; create schema public');
	const steps = readMigrationSteps();
	await readAppliedMigrations(database);
	await applyMigrationSteps(
		database,
		steps.slice(
			0,
			steps.findIndex(({ statements }) => statements.some((one) => one.includes(statement)))
		)
	);
}

/** Reads all rows of all tables, as PostgreSQL prints them. */
async function readAllRows({ database, query }: Connection): Promise<unknown[]> {
	const tables = await listTablesParentsFirst(database);
	return Promise.all(
		tables.map(async (table) => {
			const { rows } = await query(`select row_to_json(it)::text as row from "${table}" it order by 1`, []);
			return { table, rows };
		})
	);
}

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'braise-backups-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe.each(DATABASE_ENGINES)('a backup of %s', (engine) => {
	let connection: Connection;
	beforeEach(async () => {
		connection = await createFreshDatabase(engine);
	});
	afterEach(() => connection.close());

	/** Every run restores the older rows from PGlite to PGlite; a soak run also tests the other pairs of engines. */
	const listTestTags = (otherEngine: DatabaseEngine) =>
		engine === 'pglite' && otherEngine === 'pglite' ? [] : ['soak'];
	for (const otherEngine of DATABASE_ENGINES)
		// Only in soak runs, because scripts/data-commands.test.ts restores a backup by the commands in every run.
		test(`restores every row on ${otherEngine}`, { tags: 'soak' }, () => expectRestoredOn(otherEngine));

	async function expectRestoredOn(otherEngine: DatabaseEngine) {
		await fillDatabase(connection);
		const rowsBefore = await readAllRows(connection);
		const backup = await makeBackup(connection, folder);
		expect(await listBackups(folder)).toEqual([backup.file]);
		const targetConnection = await createFreshDatabase(otherEngine);
		await targetConnection.database
			.insert(account)
			.values({ id: 'gone', role: 'teacher', name: 'Gone', email: 'gone' });
		expect(await loadBackup(targetConnection, backup.file)).toBe(backup.rows);
		expect(await readAllRows(targetConnection)).toEqual(rowsBefore);
		await targetConnection.close();
	}

	for (const otherEngine of DATABASE_ENGINES)
		test(
			`with the former table “standing” is restored on ${otherEngine} into the table “progress”`,
			{ tags: listTestTags(otherEngine) },
			() => expectOldProgressRestoredOn(otherEngine)
		);

	async function expectOldProgressRestoredOn(otherEngine: DatabaseEngine) {
		await migrateUntilStatement('RENAME TO "progress"', connection);
		await connection.database.insert(account).values({ id: 'a', role: 'student', name: '', email: 'a' });
		// Written as SQL, because the schema then had fewer columns in the table of classes.
		await connection.query(`insert into class (id, name, join_code) values ('c', '2de 3', 'ABCDEF')`, []);
		await connection.database
			.insert(membership)
			.values({ id: 'm', classId: 'c', accountId: 'a', pseudonym: 'Loup', pseudonymKey: 'loup' });
		await connection.database.insert(assignment).values({ id: 'x', classId: 'c', title: '', rubric: [] });
		await connection.query(
			`insert into standing (assignment_id, membership_id, step, passed, last_activity, last_progress)
			values ('x', 'm', 'build', 2, now(), now())`,
			[]
		);
		const { file } = await makeBackup(connection, folder);
		await migrateDatabase(connection);
		const rows = await connection.database.select().from(progress);
		expect(rows).toMatchObject([{ assignmentId: 'x', membershipId: 'm', step: 'build', passed: 2 }]);
		const targetConnection = await createFreshDatabase(otherEngine);
		await loadBackup(targetConnection, file);
		expect(await targetConnection.database.select().from(progress)).toEqual(rows);
		await expect(migrateDatabase(targetConnection)).resolves.toBeUndefined();
		await targetConnection.close();
	}

	test(
		'restores a remix that is loaded in an earlier statement than its original',
		{ tags: engine === 'pglite' ? [] : ['soak'] },
		async () => {
			await fillDatabase(connection);
			const names = Array.from({ length: 501 }, (_, index) => `remix${index}`);
			await connection.database.insert(work).values(names.map((id) => ({ ...WORK_FIELDS, id })));
			// Within one inserting statement, a row may come before the row that it references.
			await connection.database
				.insert(exhibit)
				.values(
					names.map((id, index) => ({ ...EXHIBIT_FIELDS, id, workId: id, remixOf: index === 0 ? 'remix500' : null }))
				);
			const rowsBefore = await readAllRows(connection);
			const { file, rows } = await makeBackup(connection, folder);
			const targetConnection = await createFreshDatabase(engine);
			expect(await loadBackup(targetConnection, file)).toBe(rows);
			expect(await readAllRows(targetConnection)).toEqual(rowsBefore);
			const deferrableKeys = await targetConnection.query('select conname from pg_constraint where condeferrable', []);
			expect(deferrableKeys.rows).toEqual([]);
			await targetConnection.close();
		}
	);

	test(
		'is refused and changes nothing when it is cut short, overwritten or missing',
		{ tags: engine === 'pglite' ? [] : ['soak'] },
		async () => {
			await fillDatabase(connection);
			const { file } = await makeBackup(connection, folder);
			const rowsBefore = await readAllRows(connection);
			await truncate(file, Math.floor((await stat(file)).size / 2));
			await expect(loadBackup(connection, file)).rejects.toThrow('not whole');
			await writeFile(file, 'something else');
			await expect(loadBackup(connection, file)).rejects.toThrow('not whole');
			await expect(loadBackup(connection, join(folder, 'nowhere'))).rejects.toThrow('cannot be read');
			expect(await readAllRows(connection)).toEqual(rowsBefore);
		}
	);
});
