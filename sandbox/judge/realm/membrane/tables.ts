/** Ids of the objects that the realms share. */
import { MalformedMessageError, type RealmLetter } from './message.ts';

/** An object of this realm, kept until the other realm releases it. */
interface OwnObject {
	value: object;
}

export class ObjectIds {
	readonly #letter: RealmLetter;
	readonly #mine = new Map<string, OwnObject>();
	readonly #theirs = new Map<string, WeakRef<object>>();
	readonly #ids = new WeakMap<object, string>();
	/** Ids of the other realm's objects that were received since all ids were last looked at. */
	#recent: string[] = [];
	#swept = 256;
	#made = 0;

	constructor(letter: RealmLetter) {
		this.#letter = letter;
	}

	idOf(value: object): string | undefined {
		return this.#ids.get(value);
	}

	isOwnId(id: string): boolean {
		return id.startsWith(this.#letter);
	}

	shareObject(value: object): string {
		this.#made += 1;
		const id = `${this.#letter}${this.#made}`;
		this.#mine.set(id, { value });
		this.#ids.set(value, id);
		return id;
	}

	hasOwnObject(id: string): boolean {
		return this.#mine.has(id);
	}

	/** Returns the object of this realm that has this id. Throws unless the object is shared and not released. */
	ownObjectOf(id: string): object {
		const entry = this.#mine.get(id);
		if (entry === undefined) throw new MalformedMessageError(`nothing is shared as ${id}`);
		return entry.value;
	}

	foreignObjectOf(id: string): object | undefined {
		return this.#theirs.get(id)?.deref();
	}

	addForeignObject(id: string, value: object): void {
		if (this.isOwnId(id)) throw new MalformedMessageError(`${id} is not theirs to make`);
		this.#theirs.set(id, new WeakRef(value));
		this.#ids.set(value, id);
		this.#recent.push(id);
	}

	releaseOwnObject(id: string): void {
		const entry = this.#mine.get(id);
		if (entry === undefined) return;
		this.#mine.delete(id);
		this.#ids.delete(entry.value);
	}

	/**
	 * Removes and returns the ids of those objects of the other realm that were garbage-collected in this one. Looks at recent ids
	 * only, and sometimes at all.
	 */
	takeCollectedIds(): string[] {
		const dead: string[] = [];
		if (this.#recent.length === 0 && this.#theirs.size <= this.#swept) return dead;
		for (const id of this.#recent) this.#removeIfCollected(id, dead);
		this.#recent = [];
		if (this.#theirs.size > this.#swept) {
			for (const id of [...this.#theirs.keys()]) this.#removeIfCollected(id, dead);
			this.#swept = this.#theirs.size * 2 + 256;
		}
		return dead;
	}

	#removeIfCollected(id: string, dead: string[]): void {
		const reference = this.#theirs.get(id);
		if (reference === undefined || reference.deref() !== undefined) return;
		this.#theirs.delete(id);
		dead.push(id);
	}
}
