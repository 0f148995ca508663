import type { NamedPseudonym } from '#lib/domain/roster.ts';
import { deleteRealNames, storeRealNames, readRealNames, type RealNamesByClass } from './real-name-store.ts';

/**
 * Students' real names, kept until the page reloads or, if the teacher stores them, until the teacher removes them.
 * No request may ever contain a real name.
 */
class RealNames {
	#account: string | undefined;
	#byClass = $state.raw<RealNamesByClass>({});
	#storedClassIds = $state.raw<readonly string[]>([]);

	async loadNamesOf(account: string): Promise<void> {
		if (account === this.#account) return;
		this.#account = account;
		this.#byClass = {};
		this.#storedClassIds = [];
		const storedNames = await readRealNames(account);
		if (account !== this.#account) return;
		this.#byClass = { ...storedNames, ...this.#byClass };
		this.#storedClassIds = Object.keys(storedNames);
	}

	async eraseNamesOf(account: string): Promise<void> {
		if (account === this.#account) {
			this.#account = undefined;
			this.#byClass = {};
			this.#storedClassIds = [];
		}
		await deleteRealNames(account);
	}

	realNameOf(classId: string, key: string): string | undefined {
		return this.#byClass[classId]?.[key];
	}

	countNamesOfClass(classId: string): number {
		return Object.keys(this.#byClass[classId] ?? {}).length;
	}

	areNamesStored(classId: string): boolean {
		return this.#storedClassIds.includes(classId);
	}

	async addNames(classId: string, names: readonly NamedPseudonym[]): Promise<void> {
		const newNames = Object.fromEntries(names.map(({ key, name }) => [key, name]));
		this.#byClass = { ...this.#byClass, [classId]: { ...this.#byClass[classId], ...newNames } };
		if (this.areNamesStored(classId)) await this.#storeNames(this.#storedClassIds);
	}

	/** Moves a student's real name to the key of a new pseudonym, so that nobody who takes the old one gets the name. */
	async moveNameToNewKey(classId: string, oldKey: string, newKey: string): Promise<void> {
		const { [oldKey]: name, ...otherNames } = this.#byClass[classId] ?? {};
		if (name === undefined || oldKey === newKey) return;
		this.#byClass = { ...this.#byClass, [classId]: { ...otherNames, [newKey]: name } };
		if (this.areNamesStored(classId)) await this.#storeNames(this.#storedClassIds);
	}

	/** Stores the real names of a class on this machine; resolves to false when the browser refuses storage. */
	async storeNamesOfClass(classId: string): Promise<boolean> {
		return this.#storeNames([...this.#storedClassIds.filter((id) => id !== classId), classId]);
	}

	async forgetNamesOfClass(classId: string): Promise<void> {
		this.#byClass = Object.fromEntries(Object.entries(this.#byClass).filter(([id]) => id !== classId));
		await this.#storeNames(this.#storedClassIds.filter((id) => id !== classId));
	}

	async #storeNames(classIds: readonly string[]): Promise<boolean> {
		if (this.#account === undefined) return false;
		const names = Object.fromEntries(classIds.map((id) => [id, { ...this.#byClass[id] }]));
		const isStored = await storeRealNames(this.#account, names);
		if (isStored) this.#storedClassIds = classIds;
		return isStored;
	}
}

export const realNames = new RealNames();
