/** A visitor's works in this browser, offered to whoever has signed in. Nothing moves unasked; what is not taken stays the visitor's. */
import * as v from 'valibot';
import { openStorage } from '../open.ts';
import type { Storage, Summary } from '../storage.ts';

const PREFIX = 'braise.offered.';

/** Works that this person has not answered for yet. */
export async function offered(account: string): Promise<Summary[]> {
	const visitor = await openStorage({ account: null });
	const listed = await visitor.list();
	visitor.close();
	if (listed.kind === 'failed' || visitor.place.kind === 'memory') return [];
	const answered = answeredBy(account);
	return listed.works.filter(({ work, opens }) => opens !== null && !answered.includes(work.id));
}

/**
 * Moves these works, with their history, into the account's store: there first, and only then away from here. Whoever is interrupted
 * has them in both, and taking them again makes them one. Gives those that were taken.
 */
export async function take(
	account: string,
	works: string[],
	open: (account: string | null) => Promise<Storage> = opening
) {
	const [visitor, own] = [await open(null), await open(account)];
	const taken: string[] = [];
	try {
		for (const work of works) {
			const rows = await visitor.rowsOf(work);
			if (rows.kind === 'failed' || own.place.kind === 'memory') continue;
			const kept = await own.putBack(rows);
			if (kept.kind === 'failed') continue;
			taken.push(work);
			await visitor.remove(work);
		}
	} finally {
		visitor.close();
		own.close();
	}
	return taken;
}

const opening = (account: string | null) => openStorage({ account });

/** These are not offered to this person again. */
export function answer(account: string, works: string[]): void {
	try {
		const all = [...new Set([...answeredBy(account), ...works])].slice(-500);
		localStorage.setItem(PREFIX + account, JSON.stringify(all));
	} catch {
		// Then they are offered again next time.
		return;
	}
}

function answeredBy(account: string): string[] {
	try {
		const result = v.safeParse(v.array(v.string()), JSON.parse(localStorage.getItem(PREFIX + account) ?? '[]'));
		return result.success ? result.output : [];
	} catch {
		return [];
	}
}
