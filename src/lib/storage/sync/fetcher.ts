/** Brings what the server has and this browser has not: at sign-in on another machine, and when a page is looked at again. */
import type { ServerSummary } from '../../domain/sync.ts';
import { keepNames } from '../names.ts';
import { pairOfPage } from '../person.ts';
import type { Storage } from '../storage.ts';
import { announce } from './sender.ts';
import type { Server } from './server.ts';

/** What was worked on last comes with the first look; older works when they are opened. */
const MOST = 60;

/** `first`: nothing of it is open yet in a page. */
export async function fetchAll(account: string, storage: Storage, server: Server, first = false): Promise<void> {
	const listed = await server.list(account);
	const heads = await storage.outbox.heads();
	if (listed.kind !== 'works' || !(heads instanceof Map)) return;
	keepNames(account, listed.names);
	await storage.outbox.authored(listed.works);
	// Where two sit again, what the second decided before comes along.
	const beside = pairOfPage()?.other.id;
	const changed = listed.works.filter(
		({ id, head, authors }) => heads.get(id) !== head || (beside !== undefined && authors.includes(beside))
	);
	for (const { id } of changed.slice(0, MOST)) await fetchWork(account, storage, server, id, heads.get(id) ?? null);
	if (first) await followCopies(storage, listed.works, heads);
}

/** Where two went on apart, this person goes on with their copy, and so does what this browser keeps of it. */
async function followCopies(storage: Storage, works: ServerSummary[], heads: Map<string, unknown>): Promise<void> {
	const own = new Set(works.map(({ id }) => id));
	for (const { id, copyOf } of works)
		if (copyOf !== null && !own.has(copyOf) && heads.has(copyOf)) await storage.outbox.followCopy(copyOf, id);
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
