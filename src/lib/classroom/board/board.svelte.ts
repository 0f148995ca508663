import { authorNamesOf } from '#lib/classroom/roster/author-names.ts';
import {
	boardRowConditionOf,
	sortRowsByUrgency,
	mergePairRows,
	type BoardRowCondition,
	type ProgressRow
} from '#lib/domain/progress.ts';
import { parseBoardRowsEvent, type BoardRowsEvent } from '#lib/wire/watch-events.ts';

/** Milliseconds between updates of the clock: the board shows minutes, so a coarse clock is enough. */
const CLOCK_UPDATE_MILLISECONDS = 5_000;

export interface BoardRow {
	id: string;
	row: ProgressRow;
	/** The student's real name where the teacher has opened the names, else the pseudonym. */
	name: string;
	/** The pseudonym when `name` is a real name; else undefined. */
	pseudonym: string | undefined;
	condition: BoardRowCondition;
}

export class ClassBoard {
	#rows = $state.raw<readonly ProgressRow[]>([]);
	/** Milliseconds by which the server's clock is ahead of this machine's. */
	#clockAhead = $state(0);
	#clock = $state(Date.now());
	#order = $state.raw<readonly string[]>([]);
	/** Whether rows must not move, because the pointer or the focus is on one of them. */
	areRowsHeld = $state(false);
	readonly #realNameOf: (key: string) => string | undefined;

	constructor(realNameOf: (key: string) => string | undefined) {
		this.#realNameOf = realNameOf;
	}

	get now(): number {
		return this.#clock + this.#clockAhead;
	}

	readonly #namedRows = $derived.by(() => {
		const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
		return mergePairRows(this.#rows)
			.map((row) => this.#toBoardRow(row))
			.sort((a, b) => collator.compare(a.name, b.name));
	});
	readonly #rowsByUrgency = $derived(sortRowsByUrgency(this.#namedRows));

	readonly rows = $derived.by(() => {
		const placeById = Object.fromEntries(this.#order.map((id, place) => [id, place]));
		const placeInOrder = ({ id }: BoardRow) => placeById[id] ?? this.#order.length;
		return this.#rowsByUrgency.toSorted((a, b) => placeInOrder(a) - placeInOrder(b));
	});
	readonly isOrderStale = $derived(this.rows.some(({ id }, place) => this.#rowsByUrgency[place]?.id !== id));

	applyEvent(data: unknown): void {
		const event = parseBoardRowsEvent(data);
		if (event) this.applyRowsEvent(event);
	}

	applyRowsEvent({ now, whole, rows }: BoardRowsEvent): void {
		const receivedIds = rows.map(({ members }) => members[0].id);
		const otherRows = whole ? [] : this.#rows.filter(({ members }) => !receivedIds.includes(members[0].id));
		this.#rows = [...otherRows, ...rows];
		this.#clockAhead = now - Date.now();
		this.#clock = Date.now();
	}

	orderRowsByUrgency(): void {
		this.#order = this.#rowsByUrgency.map(({ id }) => id);
	}

	startClock(): () => void {
		const timer = setInterval(() => (this.#clock = Date.now()), CLOCK_UPDATE_MILLISECONDS);
		return () => clearInterval(timer);
	}

	#toBoardRow(row: ProgressRow): BoardRow {
		const { name, pseudonym } = authorNamesOf(row.members, this.#realNameOf);
		return { id: row.members[0].id, row, name, pseudonym, condition: boardRowConditionOf(row, this.now) };
	}
}
