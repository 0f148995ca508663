/** The rows of an assignment as they were read last, found by any of their students. */
import { withPairs, type ProgressRow } from '../../domain/standing.ts';

export class Rows {
	/** By the membership that a row is of. */
	readonly #rows = new Map<string, ProgressRow>();
	/** The row that someone has as the other of a pair. */
	readonly #shared = new Map<string, string>();

	get all(): ProgressRow[] {
		return [...this.#rows.values()];
	}

	/** The one that is theirs: their own, or that of the pair they work in. */
	of(member: string): ProgressRow | undefined {
		const [own, shared] = [this.#rows.get(member), this.#rows.get(this.#shared.get(member) ?? '')];
		const [row] = withPairs([...(own ? [own] : []), ...(shared ? [shared] : [])]);
		return row;
	}

	/** Resolves to everyone whose row is another one now: a pair may have come together, or parted. */
	put(rows: readonly ProgressRow[]): Set<string> {
		const touched = new Set<string>();
		for (const row of rows) {
			const [{ id }, other] = row.members;
			const before = this.#rows.get(id)?.members[1];
			if (before && before.id !== other?.id) this.#shared.delete(before.id);
			if (other) this.#shared.set(other.id, id);
			this.#rows.set(id, row);
			for (const member of [id, before?.id, other?.id]) if (member !== undefined) touched.add(member);
		}
		return touched;
	}

	/** Of all rows as they are now, those that are others than before. */
	changed(rows: readonly ProgressRow[]): ProgressRow[] {
		return rows.filter((row) => {
			const before = this.#rows.get(row.members[0].id);
			return before === undefined || JSON.stringify(before) !== JSON.stringify(row);
		});
	}

	/** Whether somebody is not among these any more. */
	lacks(rows: readonly ProgressRow[]): boolean {
		const ids = new Set(rows.map(({ members: [{ id }] }) => id));
		return [...this.#rows.keys()].some((id) => !ids.has(id));
	}

	clear(): void {
		this.#rows.clear();
		this.#shared.clear();
	}
}
