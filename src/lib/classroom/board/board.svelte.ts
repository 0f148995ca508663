/** The rows of a board as they come in, and in which order they are seen. */
import { conditionOf, inOrder, withPairs, type Condition, type ProgressRow } from '#lib/domain/standing.ts';
import { parseRows, type Rows } from '#lib/domain/watch-events.ts';

/** Milliseconds between two looks at the clock: minutes are shown. */
const TICK = 5_000;

export interface BoardRow {
	id: string;
	row: ProgressRow;
	/** What the teacher calls them: a name where the names are open. */
	name: string;
	/** The pseudonym, where a name stands before it. */
	pseudonym: string | undefined;
	condition: Condition;
}

export class Board {
	#rows = $state.raw<readonly ProgressRow[]>([]);
	/** The server's clock, less this machine's. */
	#ahead = $state(0);
	#clock = $state(Date.now());
	/** Ids in the order in which they were seen last. */
	#order = $state.raw<readonly string[]>([]);
	/** The hand or the keyboard is on a row: it stays where it is. */
	held = $state(false);
	readonly #nameOf: (key: string) => string | undefined;
	readonly #join: (one: string, other: string) => string;

	constructor(nameOf: (key: string) => string | undefined, join: (one: string, other: string) => string) {
		this.#nameOf = nameOf;
		this.#join = join;
	}

	get now(): number {
		return this.#clock + this.#ahead;
	}

	/** By name, whatever they do: the order that the eye knows. */
	readonly #named = $derived.by(() => {
		const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
		return withPairs(this.#rows)
			.map((row) => this.#asShown(row))
			.sort((a, b) => collator.compare(a.name, b.name));
	});
	readonly #urgent = $derived(inOrder(this.#named));

	/** As they stand on the screen. */
	readonly rows = $derived.by(() => {
		const places = Object.fromEntries(this.#order.map((id, place) => [id, place]));
		const place = ({ id }: BoardRow) => places[id] ?? this.#order.length;
		return this.#urgent.toSorted((a, b) => place(a) - place(b));
	});
	/** They would stand otherwise, were nobody about to point at one. */
	readonly isLate = $derived(this.rows.some(({ id }, place) => this.#urgent[place]?.id !== id));

	hear(data: unknown): void {
		const heard = parseRows(data);
		if (heard) this.take(heard);
	}

	take({ now, whole, rows }: Rows): void {
		const taken = rows.map(({ members }) => members[0].id);
		const others = whole ? [] : this.#rows.filter(({ members }) => !taken.includes(members[0].id));
		this.#rows = [...others, ...rows];
		this.#ahead = now - Date.now();
		this.#clock = Date.now();
	}

	/** Puts everyone where they belong now. */
	arrange(): void {
		this.#order = this.#urgent.map(({ id }) => id);
	}

	/** Looks at the clock now and then. Returns what ends it. */
	tick(): () => void {
		const timer = setInterval(() => (this.#clock = Date.now()), TICK);
		return () => clearInterval(timer);
	}

	#asShown(row: ProgressRow): BoardRow {
		const [first, other] = row.members;
		const called = ({ key, pseudonym }: ProgressRow['members'][0]) => this.#nameOf(key) ?? pseudonym;
		const both = (of: (member: ProgressRow['members'][0]) => string) =>
			other ? this.#join(of(first), of(other)) : of(first);
		const name = both(called);
		const pseudonym = both((member) => member.pseudonym);
		return {
			id: first.id,
			row,
			name,
			pseudonym: name === pseudonym ? undefined : pseudonym,
			condition: conditionOf(row, this.now)
		};
	}
}
