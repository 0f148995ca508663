/** Leaving a computer: what is on the server goes from here; what is not never goes unasked. */
import { assignmentsDatabaseOf } from '../assignments.ts';
import { markGone } from '../departed.ts';
import { forgetHandIns, handInsDatabaseOf, waitingHandIns } from '../hand-ins.ts';
import { forgetMemory } from '../memory.ts';
import { forgetNames } from '../names.ts';
import { databaseOf, openStorage } from '../open.ts';
import type { Summary } from '../storage.ts';
import { sendNow, stopSync } from './page.ts';

export type Leaving =
	/** Everything is on the server and nothing is here any more: the person may be signed out. */
	| { kind: 'left' }
	/** These are nowhere but here. */
	| { kind: 'unsent'; works: Summary[] };

/** Sends what waits, then erases what this browser keeps of this person, unless something of it is nowhere else. */
export async function leaveThisComputer(account: string): Promise<Leaving> {
	await sendNow();
	const storage = await openStorage({ account });
	// What one browser refused to keep was never more than this tab.
	const [only, listed] = [await storage.outbox.onlyHere(), await storage.list()];
	storage.close();
	const handIns = (await waitingHandIns(account)).flatMap(({ sent, refused }) => (refused === null ? [sent.work] : []));
	const works =
		listed.kind === 'listed' && Array.isArray(only)
			? listed.works.filter(({ work }) => [...only, ...handIns].includes(work.id))
			: [];
	const unreadable = listed.kind === 'failed' || !Array.isArray(only) || listed.unreadable > 0;
	if (works.length > 0 || (unreadable && storage.place.kind === 'kept')) return { kind: 'unsent', works };
	await eraseHere(account);
	return { kind: 'left' };
}

/** Erases what this browser keeps of this person, whatever it is. */
export async function eraseHere(account: string): Promise<void> {
	stopSync();
	markGone(account);
	forgetMemory(databaseOf(account));
	forgetNames(account);
	forgetHandIns(account);
	await Promise.all([databaseOf, assignmentsDatabaseOf, handInsDatabaseOf].map((name) => deleteHere(name(account))));
}

const deleteHere = (name: string) =>
	new Promise<void>((resolve) => {
		if (!isGiven()) return resolve();
		const request = indexedDB.deleteDatabase(name);
		// Another tab that does not let go: it goes when that one does.
		request.onsuccess = request.onerror = request.onblocked = () => resolve();
	});

/** A browser that refuses to keep anything may refuse even to be asked. */
function isGiven(): boolean {
	try {
		return typeof indexedDB !== 'undefined';
	} catch {
		return false;
	}
}
