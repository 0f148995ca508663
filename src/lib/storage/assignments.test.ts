import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openStorage } from './open.ts';

const open = (account = crypto.randomUUID()) => openStorage({ account });

test('what was told is there again, with the work that was bound here before the server knew', async () => {
	const storage = await open();
	expect(await storage.assignments.read('a')).toBeNull();
	expect(await storage.assignments.keep('a', { title: 1 }, null)).toEqual({
		told: { title: 1 },
		work: null,
		bound: false
	});
	await storage.assignments.bind('a', 'mine', false);
	expect(await storage.assignments.read('a')).toEqual({ told: { title: 1 }, work: 'mine', bound: false });
	// Told again before the server heard of it.
	expect(await storage.assignments.keep('a', { title: 2 }, null)).toEqual({
		told: { title: 2 },
		work: 'mine',
		bound: false
	});
	expect(await storage.assignments.keep('a', { title: 3 }, 'theirs')).toMatchObject({ work: 'theirs', bound: true });
	storage.close();
});

test('a work that the server let go of after it knew it is not mine any more', async () => {
	const storage = await open();
	await storage.assignments.keep('a', {}, 'mine');
	expect(await storage.assignments.keep('a', {}, null)).toMatchObject({ work: null });
	storage.close();
});

test('another person of this browser is told nothing', async () => {
	const [one, other] = [await open(), await open()];
	await one.assignments.keep('a', {}, 'mine');
	expect(await other.assignments.read('a')).toBeNull();
	one.close();
	other.close();
});
