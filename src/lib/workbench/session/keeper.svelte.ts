/** Saves one work on this machine, from its first change: a visitor who only looks leaves no data. */
import { fingerprint } from '#lib/domain/fingerprint.ts';
import type { Version } from '#lib/domain/work.ts';
import type { Failed } from '#lib/storage/failure.ts';
import { authorsHere } from '#lib/storage/person.ts';
import { createSaveState, type SaveState, type SaveStateStore, type Sides } from '#lib/storage/saved-work.svelte.ts';
import type { Content, Loaded, NewWork, SaveOptions, Storage } from '#lib/storage/storage.ts';

export type SaveStatus = SaveState | { kind: 'untouched' };

export class Keeper {
	readonly #storage: Storage;
	readonly #fresh: NewWork;
	#store = $state.raw<SaveStateStore | null>(null);
	#refused = $state.raw<Failed | null>(null);
	#beginning: Promise<void> | null = null;
	#last = '';
	#authors = $state.raw<string[]>([]);

	constructor(storage: Storage, fresh: NewWork, loaded?: Loaded) {
		this.#storage = storage;
		this.#fresh = fresh;
		if (!loaded) return;
		this.#store = createSaveState(storage, loaded);
		this.#authors = loaded.work.authors;
		this.#last = contentOf(loaded.version);
	}

	get kept(): SaveStatus {
		if (this.#store) return this.#store.state;
		return this.#refused ? { kind: 'failed', failure: this.#refused } : { kind: 'untouched' };
	}

	get work(): string | null {
		return this.#store?.work ?? null;
	}

	/** Account ids; two for the work of a pair. */
	get authors(): string[] {
		return this.#authors;
	}

	/** Resolves when this content or a newer one is saved, or when the failure is shown. */
	async keep(content: Content, options: SaveOptions = {}): Promise<void> {
		const now = contentOf(content);
		if (now === this.#last && !options.seal) {
			if (options.running && this.#store) await this.#storage.markRunning(this.#store.work);
			return;
		}
		this.#last = now;
		if (!this.#store) {
			if (this.#beginning) await this.#beginning;
			else return (this.#beginning = this.#begin(content));
		}
		await this.#store?.save(content, options);
		if (options.together) this.#authors = authorsHere(this.#storage.account);
	}

	/** Resolves to the id of the version that holds this content; null when it is not saved or in conflict. */
	async seal(content: Content): Promise<string | null> {
		await this.keep(content);
		const store = this.#store;
		if (!store || store.unsaved !== null || store.state.kind === 'conflict') return null;
		// A browser that refuses storage sends the work from this tab's memory, so it can still be handed in.
		const isGone = store.state.kind === 'failed' && store.state.failure.reason === 'missing';
		return isGone ? null : store.seal();
	}

	async #begin(content: Content): Promise<void> {
		const made = await this.#storage.create(this.#fresh, content);
		this.#beginning = null;
		if (made.kind === 'failed') {
			this.#refused = made;
			this.#last = '';
		} else {
			this.#store = createSaveState(this.#storage, made);
			this.#authors = made.work.authors;
		}
	}

	async history(): Promise<Version[]> {
		const kept = this.#store && (await this.#storage.history(this.#store.work));
		return kept?.kind === 'history' ? kept.versions : [];
	}

	/** Records that the program ended without crashing the page. */
	async resting(): Promise<void> {
		if (this.#store) await this.#storage.clearRunning(this.#store.work);
	}

	/** Resolves a conflict with this side; the other stays in the history. */
	async keepMine(content: Content): Promise<void> {
		await this.#store?.keepMine(content);
	}

	async sides(): Promise<Sides | null> {
		return (await this.#store?.sides()) ?? null;
	}

	/** Resolves a conflict with the joined content. */
	async join(joined: Content): Promise<Loaded | null> {
		if (!this.#store) return null;
		await this.#store.keepMine(joined);
		const loaded = await this.#storage.load(this.#store.work);
		return loaded.kind === 'loaded' ? loaded : null;
	}

	async takeTheirs(): Promise<Loaded | null> {
		const theirs = await this.#store?.takeTheirs();
		return theirs?.kind === 'loaded' ? theirs : null;
	}

	dispose(): void {
		this.#store?.dispose();
	}
}

function contentOf({ files, steps, decision, others, project }: Content): string {
	return fingerprint([files, steps, decision, others ?? null, project]);
}
