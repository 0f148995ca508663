/** Keeps one work on this machine. It begins with its first change: who only looks leaves nothing behind. */
import { fingerprint } from '#lib/domain/fingerprint.ts';
import type { Version } from '#lib/domain/work.ts';
import type { Failed } from '#lib/storage/failure.ts';
import { authorsHere } from '#lib/storage/person.ts';
import { createSaveState, type SaveState, type SaveStateStore, type Sides } from '#lib/storage/save-state.svelte.ts';
import type { Content, Loaded, NewWork, SaveOptions, Storage } from '#lib/storage/storage.ts';

export type SaveStatus = SaveState | { kind: 'untouched' };

export class Keeper {
	readonly #storage: Storage;
	/** What it is when it begins. */
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

	/** The work's id, once there is one. */
	get work(): string | null {
		return this.#store?.work ?? null;
	}

	/** Two, where two make it. */
	get authors(): string[] {
		return this.#authors;
	}

	/** Resolves when this content, or newer, is kept, or when it was said that it cannot be. */
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

	/** Resolves to the version that this content is, once it is one of its own; null when it is not kept or stands against another. */
	async seal(content: Content): Promise<string | null> {
		await this.keep(content);
		const store = this.#store;
		if (!store || store.unsaved !== null || store.state.kind === 'conflict') return null;
		// In a browser that keeps nothing it goes to the server from this tab's memory, and can be handed in from there.
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

	/** The program has ended without bringing the page down. */
	async resting(): Promise<void> {
		if (this.#store) await this.#storage.clearRunning(this.#store.work);
	}

	/** After a conflict. Neither side is erased. */
	async keepMine(content: Content): Promise<void> {
		await this.#store?.keepMine(content);
	}

	async sides(): Promise<Sides | null> {
		return (await this.#store?.sides()) ?? null;
	}

	/** Opens with both sides joined from now on. */
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
