/**
 * The names of a teacher's students, as their own file gives them. Absent, and must stay so: any request that carries one.
 * In memory they last until the page is reloaded; kept, until they are forgotten.
 */
import type { Named } from '../../domain/roster.ts';
import { forgetNames, keepNames, readNames, type NamesByClass } from './store.ts';

class OpenNames {
	#account: string | undefined;
	#byClass = $state.raw<NamesByClass>({});
	/** Classes whose names this machine keeps. */
	#kept = $state.raw<readonly string[]>([]);

	/** Whose names these are: another account on this machine sees none of them. */
	async begin(account: string): Promise<void> {
		if (account === this.#account) return;
		this.#account = account;
		this.#byClass = {};
		this.#kept = [];
		const kept = await readNames(account);
		if (account !== this.#account) return;
		this.#byClass = { ...kept, ...this.#byClass };
		this.#kept = Object.keys(kept);
	}

	/** The account leaves this computer: nothing of it stays, here or kept. */
	async leave(account: string): Promise<void> {
		if (account === this.#account) {
			this.#account = undefined;
			this.#byClass = {};
			this.#kept = [];
		}
		await forgetNames(account);
	}

	of(classId: string, key: string): string | undefined {
		return this.#byClass[classId]?.[key];
	}

	/** By the key of the pseudonym. */
	all(classId: string): Readonly<Record<string, string>> {
		return this.#byClass[classId] ?? {};
	}

	count(classId: string): number {
		return Object.keys(this.#byClass[classId] ?? {}).length;
	}

	isKept(classId: string): boolean {
		return this.#kept.includes(classId);
	}

	/** Beside those of this class that are open already; the file's win. */
	async take(classId: string, names: readonly Named[]): Promise<void> {
		const taken = Object.fromEntries(names.map(({ key, name }) => [key, name]));
		this.#byClass = { ...this.#byClass, [classId]: { ...this.#byClass[classId], ...taken } };
		if (this.isKept(classId)) await this.#write(this.#kept);
	}

	/** False: the browser refuses. */
	async keep(classId: string): Promise<boolean> {
		return this.#write([...this.#kept.filter((id) => id !== classId), classId]);
	}

	/** Here and on this machine. */
	async forget(classId: string): Promise<void> {
		this.#byClass = Object.fromEntries(Object.entries(this.#byClass).filter(([id]) => id !== classId));
		await this.#write(this.#kept.filter((id) => id !== classId));
	}

	async #write(kept: readonly string[]): Promise<boolean> {
		if (this.#account === undefined) return false;
		const names = Object.fromEntries(kept.map((id) => [id, { ...this.#byClass[id] }]));
		const written = await keepNames(this.#account, names);
		if (written) this.#kept = kept;
		return written;
	}
}

export const names = new OpenNames();
