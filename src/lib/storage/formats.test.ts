/** Opens recorded data of each storage format: see tests/formats/record.ts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { parseSentWork } from '#lib/wire/sync.ts';
import { WORK_FORMAT } from '#lib/domain/work.ts';
import { worksDatabaseName, openStorage } from './open.ts';
import type { WorkContent, WorkStorage } from './storage.ts';
import { snapshotDatabases, createDatabaseFromSnapshot, type DatabaseSnapshot } from './testing/database-snapshot.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';

startWithEmptyIndexedDb();

const FORMATS_FOLDER = 'tests/fixtures/formats';
const recordedFormats = readdirSync(FORMATS_FOLDER)
	.map(Number)
	.sort((one, other) => one - other);
const newestFormat = recordedFormats.at(-1) ?? 0;
const ACCOUNT_BY_PERSON = { visitor: null, student: 'student-0', 'other-machine': 'student-0' };

const openedStorages: WorkStorage[] = [];
afterEach(async () => {
	for (const storage of openedStorages.splice(0)) storage.close();
	for (const { name = '' } of await indexedDB.databases()) {
		await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));
	}
});

function recordedSnapshotOf(format: number, person: keyof typeof ACCOUNT_BY_PERSON): DatabaseSnapshot {
	const snapshots: DatabaseSnapshot[] = JSON.parse(readFileSync(`${FORMATS_FOLDER}/${format}/${person}.json`, 'utf8'));
	const snapshot = snapshots.find(({ name }) => name === worksDatabaseName(ACCOUNT_BY_PERSON[person]));
	if (!snapshot) throw new Error(`Nothing of ${person} was recorded`);
	return snapshot;
}

async function openKeptStorage(account: string | null): Promise<WorkStorage> {
	const storage = await openStorage({ account });
	openedStorages.push(storage);
	expect(storage.persistence).toEqual({ kind: 'kept' });
	return storage;
}

async function openRecordedStorage(format: number, person: keyof typeof ACCOUNT_BY_PERSON): Promise<WorkStorage> {
	await createDatabaseFromSnapshot(recordedSnapshotOf(format, person));
	return openKeptStorage(ACCOUNT_BY_PERSON[person]);
}

const listStoreRows = (snapshot: DatabaseSnapshot, store: string): Record<string, unknown>[] =>
	(snapshot.stores.find(({ name }) => name === store)?.rows ?? []).map((row) => ({ ...row }));

async function listReadableWorks(storage: WorkStorage) {
	const listResult = await storage.listWorks();
	if (listResult.kind === 'failed') throw new Error(listResult.message);
	expect(listResult.unreadable).toBe(0);
	return listResult.works;
}

async function findWorkIdByTitle(storage: WorkStorage, title: string) {
	const work = (await listReadableWorks(storage)).find(({ openVersion }) => openVersion?.project?.title === title)?.work
		.id;
	if (work === undefined) throw new Error(`There is no ${title}`);
	return work;
}

test('fixtures exist for every storage format, the current format included', () => {
	expect(recordedFormats).toEqual(recordedFormats.map((_, index) => index + 1));
	expect(listStoreRows(recordedSnapshotOf(newestFormat, 'student'), 'works').map(({ format }) => format)).toContain(
		WORK_FORMAT
	);
});

describe.each(recordedFormats)('format %i', (format) => {
	test.each(['visitor', 'student', 'other-machine'] as const)(
		'works of the %s open as they were left, with their history, and can be saved',
		async (person) => {
			const snapshot = recordedSnapshotOf(format, person);
			const storage = await openRecordedStorage(format, person);
			const works = await listReadableWorks(storage);
			expect(works.map(({ work }) => work.id).sort()).toEqual(listStoreRows(snapshot, 'works').map(({ id }) => id));
			for (const { work, openVersion } of works) {
				const isRowOfWork = (row: Record<string, unknown>) => row['work'] === work.id;
				const [drafts, versions] = [
					listStoreRows(snapshot, 'drafts').filter(isRowOfWork),
					listStoreRows(snapshot, 'versions').filter(isRowOfWork)
				];
				const draft = drafts.find(({ main }) => main === true)?.['version'];
				const lastVersion = draft ?? versions.find(({ id }) => id === work.head);
				expect(lastVersion).toMatchObject({ files: openVersion?.files, savedAt: openVersion?.savedAt });
				const history = await storage.history(work.id);
				expect(history.kind === 'history' && history.versions).toHaveLength(drafts.length + versions.length);

				const loadedWork = await storage.loadWork(work.id);
				if (loadedWork.kind === 'failed') throw new Error(loadedWork.message);
				const extendedContent: WorkContent = {
					...loadedWork.version,
					files: { ...loadedWork.version.files, 'more.ts': '' }
				};
				expect(await storage.saveContent(work.id, extendedContent, loadedWork.baseVersion)).toMatchObject({
					kind: 'saved'
				});
			}
		}
	);

	test('the outbox has the unsent work and the removal, and the work in conflict stays so', async () => {
		const storage = await openRecordedStorage(format, 'student');
		const waitingWorkId = await findWorkIdByTitle(storage, 'Pas encore envoyé');
		expect(await storage.outbox.listUnsentWorks('student-0')).toEqual([waitingWorkId]);
		expect(await storage.outbox.listWorksOnlyHere()).toEqual([waitingWorkId]);
		const request = await storage.outbox.composeRequest('student-0', waitingWorkId, true);
		expect(parseSentWork(request)).toMatchObject({
			kind: 'sent',
			sentWork: { expected: null, versions: [{ files: { 'main.ts': 'let here = 2;\n' } }] }
		});
		expect(await storage.outbox.listRemovals()).toHaveLength(1);
		const partedWork = await storage.loadWork(await findWorkIdByTitle(storage, 'Deux ordinateurs'));
		expect(partedWork).toMatchObject({ kind: 'loaded', conflictVersion: expect.any(String) });
	});
});

const formatsWithPair = recordedFormats.filter((format) => existsSync(`${FORMATS_FOLDER}/${format}/pair.json`));

test('fixtures of a pair exist in the current format', () => {
	expect(formatsWithPair).toContain(newestFormat);
});

describe.each(formatsWithPair)('a pair in format %i', (format) => {
	const snapshots: DatabaseSnapshot[] = JSON.parse(readFileSync(`${FORMATS_FOLDER}/${format}/pair.json`, 'utf8'));
	const databasePrefix = worksDatabaseName('');
	const snapshot = snapshots.find(({ name }) => name.startsWith(databasePrefix));
	if (!snapshot) throw new Error('Nothing of a pair was recorded');
	const account = snapshot.name.slice(databasePrefix.length);

	test('all works open as the pair left them, with their authors, and can be saved', async () => {
		await createDatabaseFromSnapshot(snapshot);
		const storage = await openKeptStorage(account);
		const works = await listReadableWorks(storage);
		const describedWorks = works.map(({ work, openVersion }) => [
			work.kind,
			openVersion?.project?.title,
			work.authors.length || 1
		]);
		expect(describedWorks.sort()).toEqual(
			[
				['challenge', undefined, 2],
				['project', 'Chacun sa copie', 1],
				['project', 'Commencé seul', 2],
				['project', 'Pas encore envoyé', 2]
			].sort()
		);
		for (const { work, openVersion } of works) {
			const loadedWork = await storage.loadWork(work.id);
			if (loadedWork.kind === 'failed') throw new Error(loadedWork.message);
			expect(loadedWork.version.files).toEqual(openVersion?.files);
			const extendedContent: WorkContent = {
				...loadedWork.version,
				files: { ...loadedWork.version.files, 'more.ts': '' }
			};
			expect(await storage.saveContent(work.id, extendedContent, loadedWork.baseVersion)).toMatchObject({
				kind: 'saved'
			});
		}
	});

	test('each student of the pair has their own decision', async () => {
		await createDatabaseFromSnapshot(snapshot);
		const storage = await openKeptStorage(account);
		const lessonSummary = (await listReadableWorks(storage)).find(({ work }) => work.kind === 'challenge');
		const [otherAuthor = ''] = lessonSummary?.work.authors.filter((author) => author !== account) ?? [];
		expect(lessonSummary?.openVersion).toMatchObject({
			decision: { position: 'Le papier, pour que personne ne sache.' },
			others: { [otherAuthor]: { position: 'La plaque, parce que ma mère oublie le ticket.' } }
		});
	});

	test('a waiting version is sent with both authors', async () => {
		await createDatabaseFromSnapshot(snapshot);
		const storage = await openKeptStorage(account);
		const waitingWorkId = await findWorkIdByTitle(storage, 'Pas encore envoyé');
		expect(await storage.outbox.listUnsentWorks(account)).toEqual([waitingWorkId]);
		const parsedRequest = parseSentWork(await storage.outbox.composeRequest(account, waitingWorkId, true));
		if (parsedRequest.kind === 'refused') throw new Error(parsedRequest.reason);
		expect(parsedRequest.sentWork.work.authors).toHaveLength(2);
	});
});

/** When a row has a new field that older versions do not know, raise the format of its record, and record new fixtures. */
test('rows written today have exactly the fields of the newest fixtures', async () => {
	const storage = await openKeptStorage('lou');
	const content = { files: { 'main.ts': '' }, steps: null, decision: null, project: { title: '', card: null } };
	const createdWork = await storage.createWork({ kind: 'project', challenge: null, language: 'fr' }, content);
	if (createdWork.kind === 'failed') throw new Error(createdWork.message);
	const { id } = createdWork.work;
	const request = await storage.outbox.composeRequest('lou', id, true);
	if (request === null || 'kind' in request) throw new Error('Nothing waits');
	await storage.outbox.applyAnswer(request, { format: 1, kind: 'stored', head: request.head, authors: ['lou'] });
	await storage.outbox.acquireLease('this tab', 1000);
	await storage.saveContent(id, { ...content, files: { 'main.ts': 'more' } }, createdWork.baseVersion, {
		marksRunning: true
	});

	const fieldsByStore = (snapshot: DatabaseSnapshot | undefined) =>
		Object.fromEntries(
			(snapshot?.stores ?? []).map(({ name, rows }) => {
				const keys = rows.flatMap((row) =>
					[row, ...Object.values(row).filter((each) => isInnerRow(name, each))].flatMap(Object.keys)
				);
				return [name, [...new Set(keys)].sort()];
			})
		);
	const currentSnapshot = (await snapshotDatabases()).find(({ name }) => name === worksDatabaseName('lou'));
	expect(fieldsByStore(currentSnapshot)).toEqual(fieldsByStore(recordedSnapshotOf(newestFormat, 'student')));
	expect(currentSnapshot?.version).toBe(recordedSnapshotOf(newestFormat, 'student').version);
});

/** Tells whether a value inside a stored row is a row too: a draft holds a version. */
const isInnerRow = (store: string, value: unknown): value is object =>
	store === 'drafts' && typeof value === 'object' && value !== null;
