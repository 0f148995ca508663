/** Saves an open work on this machine from its first change, not before. */
import { toComparableText } from '#lib/domain/comparable-text.ts';
import type { Version } from '#lib/domain/work.ts';
import type { StorageChange } from './channel.ts';
import { createFailure, type StorageFailure } from './failure.ts';
import { authorsAtMachine } from './person.ts';
import type { WorkContent, LoadedWork, NewWork, SaveOptions, SaveSuccess, WorkStorage } from './storage.ts';
import { WriteQueue, type SaveResult } from './write-queue.ts';

export type SaveState =
	| { kind: 'untouched' }
	| { kind: 'saving' }
	/**
	 * Saved at `savedAt`, in milliseconds since 1970. `here`: a visitor's work, only in this browser. `waiting` and `server`: an account's
	 * work before and after it is sent. `server-only`: this browser stores nothing.
	 */
	| { kind: 'saved'; savedAt: number; place: 'here' | 'waiting' | 'server' | 'server-only' }
	/** Storing failed: the unsaved content stays in memory until the next save. */
	| { kind: 'failed'; failure: StorageFailure }
	/** `otherVersion`, made in another tab or on another machine, opens now. The content of this tab is stored beside it. */
	| { kind: 'conflict'; otherVersion: string; otherPlace: 'tab' | 'machine' };

/** Milliseconds without an edit after which a draft is sealed as a version. */
const SEAL_PAUSE_MS = 5000;

export class SavedWork {
	readonly #storage: WorkStorage;
	readonly #fresh: NewWork;
	/** Why this browser stores nothing; null when it stores works. */
	readonly #inMemory: StorageFailure | null;
	readonly #unsubscribe: () => void;
	#work: string | null = $state.raw(null);
	#authors: string[] = $state.raw([]);
	#state: SaveState = $state.raw({ kind: 'untouched' });
	#base = '';
	/** Id of the version that the server has. */
	#sent = '';
	#parted: string | null = null;
	#savedAt = 0;
	#beginning: Promise<SaveResult> | null = null;
	readonly #writes = new WriteQueue(
		(content, options) => this.#storeContent(content, options),
		// A change of what the program keeps alone makes no version: the draft is sealed with the next edit.
		(wasEdited) => {
			if (wasEdited) this.#sealLater();
		}
	);
	#unsaved: WorkContent | null = null;
	/** Fingerprint of the content that was saved last, and the result of that save. */
	#last = '';
	#latest: Promise<SaveResult>;
	#pause: ReturnType<typeof setTimeout> | undefined;

	constructor(storage: WorkStorage, fresh: NewWork, loadedWork?: LoadedWork) {
		this.#storage = storage;
		this.#fresh = fresh;
		this.#inMemory = storage.place.kind === 'memory' ? storage.place.failure : null;
		this.#latest = Promise.resolve(loadedWork ? this.#adoptLoadedWork(loadedWork) : createFailure('missing'));
		if (loadedWork) this.#last = fingerprintOf(loadedWork.version);
		this.#unsubscribe = storage.subscribe((change) => this.#handleStorageChange(change));
	}

	get state(): SaveState {
		return this.#state;
	}
	/** Whether this browser stores nothing: new content then lasts until the tab closes, or goes to the server. */
	get isInMemory(): boolean {
		return this.#inMemory !== null;
	}
	/** Id of the work; null before its first save. */
	get work(): string | null {
		return this.#work;
	}
	/** Account ids of the authors: two for the work of a pair. */
	get authors(): string[] {
		return this.#authors;
	}
	/** Id of the version that holds the content saved last. */
	get baseVersion(): string {
		return this.#base;
	}
	/** Id of the server's version that was made beside the local one; null once the author has chosen between them. */
	get partedVersion(): string | null {
		return this.#parted;
	}
	/** Content that is only in memory; null when everything is stored. */
	get unsavedContent(): WorkContent | null {
		return this.#unsaved;
	}

	/** Saves content. Resolves once this content or newer content is stored, or could not be; only then may the program run. */
	async save(content: WorkContent, options: SaveOptions = {}): Promise<SaveResult> {
		const now = fingerprintOf(content);
		const isNew = now !== this.#last || options.sealsVersion;
		if (isNew) {
			this.#last = now;
			this.#latest = this.#writeContent(content, options);
		}
		const result = await this.#latest;
		if (result.kind === 'failed' && this.#last === now) this.#last = '';
		if (!isNew && options.marksRunning && this.#work !== null) await this.#storage.markRunning(this.#work);
		if (options.sharesWithPair) this.#authors = authorsAtMachine(this.#storage.account);
		return result;
	}

	async #writeContent(content: WorkContent, options: SaveOptions): Promise<SaveResult> {
		if (this.#work === null) {
			if (!this.#beginning) return (this.#beginning = this.#beginWork(content, options));
			const beginResult = await this.#beginning;
			if (beginResult.kind === 'failed') return beginResult;
		}
		return this.#queue(content, options);
	}

	/** Seals the content and resolves to the id of its version; null when it is not saved or in conflict. */
	async sealContent(content: WorkContent): Promise<string | null> {
		await this.save(content);
		if (this.#unsaved !== null || this.#state.kind === 'conflict') return null;
		// In a browser that refuses storage, the sender takes the work from this tab's memory, so that it can be handed in.
		const isGone = this.#state.kind === 'failed' && this.#state.failure.reason === 'missing';
		return isGone ? null : this.#sealDraft();
	}

	async history(): Promise<Version[]> {
		await this.#writes.whenEmpty();
		const historyResult = this.#work === null ? null : await this.#storage.history(this.#work);
		return historyResult?.kind === 'history' ? historyResult.versions : [];
	}

	/** Records that the program ended without crashing the page. */
	async clearRunningMark(): Promise<void> {
		if (this.#work !== null) await this.#storage.clearRunningMark(this.#work);
	}

	/** Makes this version the one that opens, on the server too, which ends a conflict. */
	async adoptVersion(version: string): Promise<SaveResult> {
		if (this.#work === null) return createFailure('missing');
		if (this.#parted !== null) await this.#storage.outbox.settleConflict(this.#work);
		this.#parted = null;
		const result = await this.#storage.adoptVersion(this.#work, version);
		this.#state = this.#stateOf(result);
		return result;
	}

	/** Loads the version that opens now; null when it cannot be loaded. */
	async loadOpenVersion(): Promise<LoadedWork | null> {
		const loadedWork = this.#work === null ? null : await this.#storage.loadWork(this.#work);
		// The mark of a running program is this page's own, so it does not mean a crash.
		return loadedWork?.kind === 'loaded' ? { ...loadedWork, hasCrashed: false } : null;
	}

	/** Goes on from a loaded version; content that is only in memory is given up. */
	continueFrom(loadedWork: LoadedWork): void {
		this.#unsaved = null;
		this.#last = fingerprintOf(loadedWork.version);
		this.#latest = Promise.resolve(this.#adoptLoadedWork(loadedWork));
	}

	dispose(): void {
		clearTimeout(this.#pause);
		this.#unsubscribe();
	}

	async #beginWork(content: WorkContent, { marksRunning }: SaveOptions): Promise<SaveResult> {
		const createdWork = await this.#storage.createWork(this.#fresh, content);
		this.#beginning = null;
		if (createdWork.kind === 'failed') {
			this.#state = { kind: 'failed', failure: createdWork };
			return createdWork;
		}
		const saveResult = this.#adoptLoadedWork(createdWork);
		if (marksRunning) await this.#storage.markRunning(createdWork.work.id);
		return saveResult;
	}

	#adoptLoadedWork({ work, version, baseVersion, isSent: sent, partedVersion }: LoadedWork): SaveSuccess {
		this.#work = work.id;
		this.#authors = work.authors;
		this.#base = baseVersion;
		this.#sent = sent ? baseVersion : '';
		this.#parted = partedVersion;
		const saveResult = { kind: 'saved' as const, baseVersion, at: version.savedAt };
		this.#state = this.#stateOf(saveResult);
		return saveResult;
	}

	#queue(content: WorkContent, options: SaveOptions): Promise<SaveResult> {
		this.#unsaved = content;
		if (this.#state.kind === 'saved' && !options.keepsOnly) this.#state = { kind: 'saving' };
		return this.#writes.add(content, options);
	}

	async #storeContent(content: WorkContent, options: SaveOptions): Promise<SaveResult> {
		if (this.#work === null) return createFailure('missing');
		const result = await this.#storage.saveContent(this.#work, content, this.#base, options);
		if (result.kind !== 'failed') {
			this.#base = result.baseVersion;
			if (this.#unsaved === content) this.#unsaved = null;
		}
		if (!this.#writes.hasWaiting) this.#state = this.#stateOf(result);
		return result;
	}

	#sealLater(): void {
		clearTimeout(this.#pause);
		this.#pause = setTimeout(() => void this.#sealDraft(), SEAL_PAUSE_MS);
	}

	/** Seals the saved draft. Resolves to the version's id, or null when it could not be stored. */
	async #sealDraft(): Promise<string | null> {
		clearTimeout(this.#pause);
		await this.#writes.whenEmpty();
		const sealed =
			this.#work === null ? createFailure('missing') : await this.#storage.sealDraft(this.#work, this.#base);
		return sealed.kind === 'saved' ? sealed.baseVersion : null;
	}

	#handleStorageChange(change: StorageChange): void {
		if (change.kind === 'trouble' || change.work !== this.#work) return;
		switch (change.kind) {
			case 'removed':
				this.#state = { kind: 'failed', failure: createFailure('missing') };
				break;
			case 'saved':
				if (change.main && change.version !== this.#base)
					this.#state = { kind: 'conflict', otherVersion: change.version, otherPlace: 'tab' };
				break;
			case 'sent':
				this.#sent = change.version;
				if (this.#state.kind === 'saved' || (this.#state.kind === 'failed' && this.#state.failure === this.#inMemory))
					this.#state = this.#stateOf({ kind: 'saved', baseVersion: this.#base, at: this.#savedAt });
				break;
			case 'parted':
				this.#parted = change.version;
				this.#state = { kind: 'conflict', otherVersion: this.#parted, otherPlace: 'machine' };
		}
	}

	/** Returns the state after a save. A work kept in memory counts as unsaved until the server has it. */
	#stateOf(result: SaveResult): SaveState {
		if (result.kind === 'failed') return { kind: 'failed', failure: result };
		this.#savedAt = result.at;
		const isSent = this.#sent === this.#base;
		if (this.#inMemory && !isSent) return { kind: 'failed', failure: this.#inMemory };
		if (result.kind === 'conflict') return { kind: 'conflict', otherVersion: result.theirVersion, otherPlace: 'tab' };
		if (this.#parted !== null) return { kind: 'conflict', otherVersion: this.#parted, otherPlace: 'machine' };
		if (this.#storage.account === null) return { kind: 'saved', savedAt: result.at, place: 'here' };
		return {
			kind: 'saved',
			savedAt: result.at,
			place: !isSent ? 'waiting' : this.#inMemory ? 'server-only' : 'server'
		};
	}
}

function fingerprintOf({ files, steps, decision, others, project }: WorkContent): string {
	return toComparableText([files, steps, decision, others ?? null, project]);
}
