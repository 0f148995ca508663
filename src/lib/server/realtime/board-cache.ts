/** Caches an assignment's board rows as last read; each row is found by either of its students. */
import { mergePairRows, type ProgressRow } from '#lib/domain/progress.ts';

export class BoardRowsCache {
	/** Board rows by the id of their first membership. */
	readonly #rows = new Map<string, ProgressRow>();
	/** By the second membership of a pair: the first membership, under which their shared row is cached. */
	readonly #shared = new Map<string, string>();

	get all(): ProgressRow[] {
		return [...this.#rows.values()];
	}

	rowOf(member: string): ProgressRow | undefined {
		const [own, shared] = [this.#rows.get(member), this.#rows.get(this.#shared.get(member) ?? '')];
		const [row] = mergePairRows([...(own ? [own] : []), ...(shared ? [shared] : [])]);
		return row;
	}

	/** Stores the rows and returns every membership whose row changed, including pairs that formed or parted. */
	putRows(rows: readonly ProgressRow[]): Set<string> {
		const touchedMembers = new Set<string>();
		for (const row of rows) {
			const [{ id }, other] = row.members;
			const before = this.#rows.get(id)?.members[1];
			if (before && before.id !== other?.id) this.#shared.delete(before.id);
			if (other) this.#shared.set(other.id, id);
			this.#rows.set(id, row);
			for (const member of [id, before?.id, other?.id]) if (member !== undefined) touchedMembers.add(member);
		}
		return touchedMembers;
	}

	/** Returns those of the rows that differ from the cached ones. */
	selectChanged(rows: readonly ProgressRow[]): ProgressRow[] {
		return rows.filter((row) => {
			const before = this.#rows.get(row.members[0].id);
			return before === undefined || JSON.stringify(before) !== JSON.stringify(row);
		});
	}

	/** Tells whether the cache holds a row that `rows` lacks. */
	holdsRowsMissingFrom(rows: readonly ProgressRow[]): boolean {
		const ids = new Set(rows.map(({ members: [{ id }] }) => id));
		return [...this.#rows.keys()].some((id) => !ids.has(id));
	}

	clear(): void {
		this.#rows.clear();
		this.#shared.clear();
	}
}
