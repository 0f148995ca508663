import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setPersonOfPage } from '../person.ts';
import { fetchOneWork, sendWaitingChanges, waitForFirstFetch } from './signed-in-sync.ts';
import { startSyncWhenLoaded } from './start-sync.ts';

beforeEach(() => {
	vi.useFakeTimers();
	setPersonOfPage('lou');
});
afterEach(() => {
	vi.doUnmock('./page.ts');
	vi.resetModules();
	vi.useRealTimers();
	setPersonOfPage(null);
});

/** Makes the sync code fail to load, as it does when the network breaks off. */
const breakSyncScript = () =>
	vi.doMock('./page.ts', () => {
		throw new TypeError('Failed to fetch dynamically imported module');
	});

test('a sync script that fails to load lets a page open what this browser has', async () => {
	breakSyncScript();
	await expect(waitForFirstFetch()).resolves.toBeUndefined();
	await expect(fetchOneWork('w')).resolves.toBe(false);
	await expect(sendWaitingChanges()).resolves.toBeUndefined();
});

test('a sync script that fails to load is loaded again, and then starts', async () => {
	const stopSync = vi.fn();
	const startSync = vi.fn(() => stopSync);
	const loadScript = vi.fn(() => ({ startSync }));
	loadScript.mockImplementationOnce(() => {
		throw new TypeError('Failed to fetch dynamically imported module');
	});
	vi.doMock('./page.ts', loadScript);
	const stop = startSyncWhenLoaded('lou');
	await vi.waitFor(() => expect(loadScript).toHaveBeenCalledOnce());
	await vi.dynamicImportSettled();
	expect(startSync).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(5000);
	await vi.waitFor(() => expect(startSync).toHaveBeenCalledWith('lou'));
	stop();
	expect(stopSync).toHaveBeenCalledOnce();
});

test('a sync script that never arrives keeps a page waiting for two seconds', async () => {
	vi.doMock('./page.ts', () => new Promise(() => undefined));
	const firstFetch = waitForFirstFetch();
	await vi.advanceTimersByTimeAsync(2000);
	await expect(firstFetch).resolves.toBeUndefined();
});
