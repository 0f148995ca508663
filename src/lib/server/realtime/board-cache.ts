import { mergePairRows, type ProgressRow } from '#lib/domain/progress.ts';

export class BoardRowsCache {
	readonly #rowByFirstMember = new Map<string, ProgressRow>();
	/** By the second membership of a pair: the first membership, under which their shared row is cached. */
	readonly #firstMemberBySecond = new Map<string, string>();

	get all(): ProgressRow[] {
		return [...this.#rowByFirstMember.values()];
	}

	rowOf(memberId: string): ProgressRow | undefined {
		const [ownRow, sharedRow] = [
			this.#rowByFirstMember.get(memberId),
			this.#rowByFirstMember.get(this.#firstMemberBySecond.get(memberId) ?? '')
		];
		const [row] = mergePairRows([...(ownRow ? [ownRow] : []), ...(sharedRow ? [sharedRow] : [])]);
		return row;
	}

	/** Stores changed rows and returns their memberships, with those of students who joined or left their pairs. */
	putRows(rows: readonly ProgressRow[]): Set<string> {
		const touchedMembers = new Set<string>();
		for (const row of rows) {
			const [{ id }, other] = row.members;
			const previousOther = this.#rowByFirstMember.get(id)?.members[1];
			if (previousOther && previousOther.id !== other?.id) this.#firstMemberBySecond.delete(previousOther.id);
			if (other) this.#firstMemberBySecond.set(other.id, id);
			this.#rowByFirstMember.set(id, row);
			for (const member of [id, previousOther?.id, other?.id]) if (member !== undefined) touchedMembers.add(member);
		}
		return touchedMembers;
	}

	selectChangedRows(rows: readonly ProgressRow[]): ProgressRow[] {
		return rows.filter((row) => {
			const previousRow = this.#rowByFirstMember.get(row.members[0].id);
			return previousRow === undefined || JSON.stringify(previousRow) !== JSON.stringify(row);
		});
	}

	holdsRowsMissingFrom(rows: readonly ProgressRow[]): boolean {
		const ids = new Set(rows.map(({ members: [{ id }] }) => id));
		return [...this.#rowByFirstMember.keys()].some((id) => !ids.has(id));
	}

	clear(): void {
		this.#rowByFirstMember.clear();
		this.#firstMemberBySecond.clear();
	}
}
