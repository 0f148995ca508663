/**
 * What a student's page hears while they work, over one stream: their own row, as the teacher sees it, and the debate. Without the network
 * it stays as it was heard last.
 */
import type { Debate } from '#lib/domain/debate.ts';
import type { ProgressRow } from '#lib/domain/standing.ts';
import { parseClassDebate, parseOwn } from '#lib/domain/watch-events.ts';
import { watch } from './watch.ts';

interface Whose {
	assignment: string;
	account: string;
}

export class OwnStream {
	row = $state.raw<ProgressRow | null>(null);
	/** Null: nothing was heard yet, or there is nothing to decide. */
	debate = $state.raw<Debate | null>(null);
	/** The server's clock, less this machine's: all moments are by the server's. */
	ahead = $state(0);

	/** Returns what ends it. `ended`: the assignment is not for them any more, or they are not signed in. */
	open({ assignment, account }: Whose, ended: () => void): () => void {
		const address = `/api/assignments/${encodeURIComponent(assignment)}/events?account=${encodeURIComponent(account)}`;
		return watch(address, { hear: (name, data) => this.#hear(name, data), ended }, ['row', 'debate']);
	}

	#hear(name: string, data: unknown): void {
		if (name === 'debate') {
			const debate = parseClassDebate(data);
			if (debate !== undefined) this.debate = debate;
			return;
		}
		const own = parseOwn(data);
		if (own === undefined) return;
		this.row = own.row;
		this.ahead = own.now - Date.now();
	}
}
