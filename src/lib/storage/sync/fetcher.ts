/** Brings what the server has and this browser has not: at sign-in on another machine, and when a page is looked at again. */
import type { Storage } from '../storage.ts';
import { announce } from './sender.ts';
import type { Server } from './server.ts';

/** What was worked on last comes with the first look; older works when they are opened. */
const MOST = 60;

export async function fetchAll(account: string, storage: Storage, server: Server): Promise<void> {
	const listed = await server.list(account);
	const heads = await storage.outbox.heads();
	if (listed.kind !== 'works' || !(heads instanceof Map)) return;
	const changed = listed.works.filter(({ id, head }) => heads.get(id) !== head);
	for (const { id } of changed.slice(0, MOST)) await fetchWork(account, storage, server, id, heads.get(id) ?? null);
}

/** Resolves to whether it is here now. */
export async function fetchWork(
	account: string,
	storage: Storage,
	server: Server,
	work: string,
	until: string | null
): Promise<boolean> {
	const read = await server.read(account, work, until);
	if (read.kind !== 'work') return false;
	const outcome = await storage.outbox.received(read);
	if (outcome.kind === 'failed') return false;
	announce(storage, work, outcome);
	return true;
}
