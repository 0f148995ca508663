/** Prepares a list of students' names with a pseudonym for each; must never send anything to the server. */
import type { Language } from '#lib/domain/language.ts';
import {
	findClassNames,
	peopleOfClassList,
	type ExportedClassList,
	type ClassListPeople,
	collectRealNameWords
} from '#lib/domain/class-list.ts';
import { LARGEST_CLASS } from '#lib/domain/roster.ts';
import type { ColumnRole } from '#lib/domain/spreadsheet-table.ts';
import { checkRosterRows, proposePseudonyms, type NamedRosterRow } from './pseudonyms.ts';

export type NamedClassListObstacle = { kind: 'class' } | { kind: 'pseudonyms'; count: number };

export class NamedClassList {
	list: ExportedClassList = $state.raw({ columns: [], rows: [] });
	className = $state<string>();
	rows = $state<NamedRosterRow[]>([]);
	/** The proposed pseudonym of each row; empty for a row whose pseudonym came from the list. */
	#proposals: readonly string[] = [];
	readonly #takenKeys: readonly string[];
	readonly #language: Language;

	constructor(list: ExportedClassList, taken: readonly string[], language: Language) {
		this.list = list;
		this.#takenKeys = taken;
		this.#language = language;
		this.#fillRows();
	}

	readonly classes: string[] = $derived.by(() => findClassNames(this.list));
	readonly #people: ClassListPeople = $derived.by(() =>
		this.classes.length > 1 && this.className === undefined
			? { students: [], leftOut: [] }
			: peopleOfClassList(this.list, this.classes.length > 1 ? this.className : undefined)
	);
	/** All words in the list's cells, also of other classes and unused columns: no proposed pseudonym may contain such a word. */
	readonly #forbiddenWords: ReadonlySet<string> = $derived.by(() =>
		collectRealNameWords(this.list.rows.flatMap(({ cells }) => cells))
	);
	readonly checkedRows = $derived.by(() => checkRosterRows(this.rows, this.#takenKeys));

	get leftOut(): ClassListPeople['leftOut'] {
		return this.#people.leftOut;
	}

	get isTooLong(): boolean {
		return this.rows.length > LARGEST_CLASS;
	}

	get obstacle(): NamedClassListObstacle | undefined {
		if (this.classes.length > 1 && this.className === undefined) return { kind: 'class' };
		const count = this.checkedRows.reasonByRowIndex.size;
		return count > 0 ? { kind: 'pseudonyms', count } : undefined;
	}

	chooseClass(name: string): void {
		this.className = name;
		this.#fillRows();
	}

	setColumnRole(place: number, role: ColumnRole): void {
		const columns = this.list.columns.map((column, at) => (at === place ? { ...column, role } : column));
		this.list = { ...this.list, columns };
		this.#fillRows();
	}

	/** Proposes new pseudonyms, except for rows whose pseudonym came from the list or was typed by the teacher. */
	proposeNewPseudonyms(): void {
		this.#fillRows(
			this.rows.map(({ name, pseudonym }, place) => ({
				name,
				pseudonym: pseudonym === this.#proposals[place] ? '' : pseudonym.trim()
			}))
		);
	}

	#fillRows(people: readonly NamedRosterRow[] = this.#people.students): void {
		this.rows = proposePseudonyms(people, {
			words: this.#forbiddenWords,
			taken: this.#takenKeys,
			language: this.#language
		});
		this.#proposals = this.rows.map(({ pseudonym }, place) => (people[place]?.pseudonym === '' ? pseudonym : ''));
	}
}
