import { MalformedMessageError, type RealmLetter } from './message.ts';

interface RetainedObject {
	value: object;
}

export class ObjectIds {
	readonly #letter: RealmLetter;
	readonly #ownObjects = new Map<string, RetainedObject>();
	readonly #foreignObjects = new Map<string, WeakRef<object>>();
	readonly #idByObject = new WeakMap<object, string>();
	#recentIds: string[] = [];
	#sweepSize = 256;
	#createdIdCount = 0;

	constructor(letter: RealmLetter) {
		this.#letter = letter;
	}

	idOf(value: object): string | undefined {
		return this.#idByObject.get(value);
	}

	isOwnId(id: string): boolean {
		return id.startsWith(this.#letter);
	}

	shareObject(value: object): string {
		this.#createdIdCount += 1;
		const id = `${this.#letter}${this.#createdIdCount}`;
		this.#ownObjects.set(id, { value });
		this.#idByObject.set(value, id);
		return id;
	}

	hasOwnObject(id: string): boolean {
		return this.#ownObjects.has(id);
	}

	/** Returns the object of this realm that has this id. Throws unless the object is shared and not released. */
	ownObjectOf(id: string): object {
		const entry = this.#ownObjects.get(id);
		if (entry === undefined) throw new MalformedMessageError(`nothing is shared as ${id}`);
		return entry.value;
	}

	foreignObjectOf(id: string): object | undefined {
		return this.#foreignObjects.get(id)?.deref();
	}

	addForeignObject(id: string, value: object): void {
		if (this.isOwnId(id)) throw new MalformedMessageError(`${id} is not theirs to make`);
		this.#foreignObjects.set(id, new WeakRef(value));
		this.#idByObject.set(value, id);
		this.#recentIds.push(id);
	}

	releaseOwnObject(id: string): void {
		const entry = this.#ownObjects.get(id);
		if (entry === undefined) return;
		this.#ownObjects.delete(id);
		this.#idByObject.delete(entry.value);
	}

	/** Usually checks only recent ids, and now and then all ids. */
	takeCollectedIds(): string[] {
		const collectedIds: string[] = [];
		if (this.#recentIds.length === 0 && this.#foreignObjects.size <= this.#sweepSize) return collectedIds;
		for (const id of this.#recentIds) this.#removeIfCollected(id, collectedIds);
		this.#recentIds = [];
		if (this.#foreignObjects.size > this.#sweepSize) {
			for (const id of [...this.#foreignObjects.keys()]) this.#removeIfCollected(id, collectedIds);
			this.#sweepSize = this.#foreignObjects.size * 2 + 256;
		}
		return collectedIds;
	}

	#removeIfCollected(id: string, collectedIds: string[]): void {
		const reference = this.#foreignObjects.get(id);
		if (reference === undefined || reference.deref() !== undefined) return;
		this.#foreignObjects.delete(id);
		collectedIds.push(id);
	}
}
