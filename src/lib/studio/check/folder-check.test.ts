import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { studioApi } from '#lib/wire/studio.ts';
import { LiveFolderCheck } from './folder-check.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

function startRefusedCheck(reason: string) {
	const fetchMock = vi.fn(() => Promise.resolve(Response.json({ format: studioApi.format, kind: 'refused', reason })));
	vi.stubGlobal('fetch', fetchMock);
	const check = new LiveFolderCheck('lou', () => 'exo-abcdefghijkl');
	check.updateFiles({ 'challenge.yaml': 'id: exo-abcdefghijkl' });
	return { check, send: fetchMock };
}

test.each(['too-large', 'malformed', 'signed-out'])(
	'a folder refused as %s is sent again only once its files change',
	async (reason) => {
		const { check, send: fetchMock } = startRefusedCheck(reason);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(check.state).toBe('refused');
		expect(fetchMock).toHaveBeenCalledTimes(1);
		check.updateFiles({ 'challenge.yaml': 'id: exo-abcdefghijkl\nversion: 1.0.0' });
		await vi.advanceTimersByTimeAsync(1000);
		expect(fetchMock).toHaveBeenCalledTimes(2);
		check.dispose();
	}
);

test('a check refused as sent too often is sent again automatically', async () => {
	const { check, send: fetchMock } = startRefusedCheck('too-often');
	await vi.advanceTimersByTimeAsync(12_000);
	expect(check.state).toBe('busy');
	expect(fetchMock).toHaveBeenCalledTimes(3);
	check.dispose();
});

test('after five busy answers a check is sent again only on request or once its files change', async () => {
	const { check, send: fetchMock } = startRefusedCheck('busy');
	await vi.advanceTimersByTimeAsync(1000);
	expect(check.state).toBe('busy');
	await vi.advanceTimersByTimeAsync(60_000);
	expect(check.state).toBe('lost');
	expect(fetchMock).toHaveBeenCalledTimes(5);
	check.retry();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(check.state).toBe('lost');
	expect(fetchMock).toHaveBeenCalledTimes(10);
	check.updateFiles({ 'challenge.yaml': 'id: exo-abcdefghijkl\nversion: 1.0.0' });
	await vi.advanceTimersByTimeAsync(1000);
	expect(check.state).toBe('busy');
	expect(fetchMock).toHaveBeenCalledTimes(11);
	check.dispose();
});
