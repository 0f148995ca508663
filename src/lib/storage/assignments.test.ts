import { expect, test, vi } from 'vitest';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { readingSettingsStorageKey } from '#lib/domain/reading-settings.ts';
import {
	assignmentsDatabaseName,
	storeWorkBinding,
	storeAssignment,
	readStoredAssignments,
	readAssignment
} from './assignments.ts';
import { readWaitingHandIns } from './hand-ins.ts';
import { openStorage } from './open.ts';
import { erasePersonFromBrowser } from './sync/leave-computer.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';

startWithEmptyIndexedDb();

const createAccountId = () => crypto.randomUUID();

test('a stored assignment is read back with the work bound here until the server names a work', async () => {
	const account = createAccountId();
	const storeToldAssignment = (told: object, workId: string | null) =>
		storeAssignment(account, { id: 'a', told, work: workId });
	expect(await readAssignment(account, 'a')).toBeNull();
	expect(await storeToldAssignment({ title: 1 }, null)).toEqual({ told: { title: 1 }, work: null, bound: false });
	await storeWorkBinding(account, 'a', { work: 'mine', bound: false });
	expect(await readAssignment(account, 'a')).toEqual({ told: { title: 1 }, work: 'mine', bound: false });
	// The server's answer does not know the binding yet, so the work bound here stays.
	expect(await storeToldAssignment({ title: 2 }, null)).toEqual({ told: { title: 2 }, work: 'mine', bound: false });
	expect(await storeToldAssignment({ title: 3 }, 'theirs')).toMatchObject({ work: 'theirs', bound: true });
});

test('a replacement work stays recorded with the replaced work’s id until the server names another', async () => {
	const account = createAccountId();
	const replacing = { work: 'new', bound: false, instead: 'lost' };
	const storeToldAssignment = (workId: string | null) => storeAssignment(account, { id: 'a', told: {}, work: workId });
	await storeToldAssignment('lost');
	await storeWorkBinding(account, 'a', replacing);
	// A page that is opened again binds the same work, but does not know which work it replaces.
	expect(await storeWorkBinding(account, 'a', { work: 'new', bound: false })).toEqual(replacing);
	expect(await storeToldAssignment('lost')).toEqual({ told: {}, ...replacing });
	expect(await storeToldAssignment(null)).toEqual({ told: {}, ...replacing });
	expect(await readAssignment(account, 'a')).toEqual({ told: {}, ...replacing });
	expect(await storeWorkBinding(account, 'a', { work: 'other', bound: false })).toEqual({
		work: 'other',
		bound: false
	});
	await storeWorkBinding(account, 'a', replacing);
	expect(await storeToldAssignment('theirs')).toEqual({ told: {}, work: 'theirs', bound: true });
});

test('all stored assignments of an account can be read, for pages without a network', async () => {
	const account = createAccountId();
	expect(await readStoredAssignments(account)).toEqual([]);
	for (const id of ['a', 'b']) await storeAssignment(account, { id, told: { title: id }, work: null });
	expect(await readStoredAssignments(account)).toEqual([{ title: 'a' }, { title: 'b' }]);
});

test('a work that the server knew and then released is no longer bound', async () => {
	const account = createAccountId();
	await storeAssignment(account, { id: 'a', told: {}, work: 'mine' });
	expect(await storeAssignment(account, { id: 'a', told: {}, work: null })).toMatchObject({ work: null });
});

test('another account in this browser reads no assignments, and signing out erases them', async () => {
	const [leavingAccount, stayingAccount] = [createAccountId(), createAccountId()];
	await storeAssignment(leavingAccount, { id: 'a', told: {}, work: 'mine' });
	expect(await readAssignment(stayingAccount, 'a')).toBeNull();
	await erasePersonFromBrowser(leavingAccount);
	const remainingNames = (await indexedDB.databases()).map(({ name }) => name);
	expect(remainingNames).not.toContain(assignmentsDatabaseName(leavingAccount));
	expect(remainingNames).toContain(assignmentsDatabaseName(stayingAccount));
});

test('the reading settings of a person who leaves are erased, and those of others stay', async () => {
	const [leavingAccount, stayingAccount] = [createAccountId(), createAccountId()];
	const settingsKeys = [
		readingSettingsStorageKey(leavingAccount),
		readingSettingsStorageKey(stayingAccount),
		readingSettingsStorageKey(null)
	];
	const storedValues = stubLocalStorage(new Map(settingsKeys.map((key) => [key, 'kept'])));
	await erasePersonFromBrowser(leavingAccount);
	vi.unstubAllGlobals();
	expect([...storedValues.keys()]).toEqual([
		readingSettingsStorageKey(stayingAccount),
		readingSettingsStorageKey(null)
	]);
});

test('late writes for an account that has left this browser create no database', async () => {
	const account = createAccountId();
	await storeAssignment(account, { id: 'a', told: {}, work: 'mine' });
	await erasePersonFromBrowser(account);
	await storeAssignment(account, { id: 'a', told: {}, work: 'mine' });
	await readWaitingHandIns(account);
	const storageOpenedLate = await openStorage({ account });
	expect(storageOpenedLate.persistence).toMatchObject({ kind: 'memory' });
	storageOpenedLate.close();
	const remainingDatabases = (await indexedDB.databases()).filter(({ name = '' }) => name.includes(account));
	expect(remainingDatabases).toEqual([]);
});
