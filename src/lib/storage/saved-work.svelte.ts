import { toComparableText } from '#lib/domain/parse.ts';
import type { Version } from '#lib/domain/work.ts';
import type { StorageChange } from './channel.ts';
import { createStorageFailure, type StorageFailure } from './failure.ts';
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
	/**
	 * `otherVersion`, made in another tab or on another machine, now opens. The content of this tab is stored beside that version, or
	 * before it: `isBehind` tells that nothing was written in this tab since, so that opening the other version loses nothing.
	 */
	| { kind: 'conflict'; otherVersion: string; otherPlace: 'tab'; isBehind: boolean }
	| { kind: 'conflict'; otherVersion: string; otherPlace: 'machine' };

/** Milliseconds without an edit after which a draft is sealed as a version. */
const DRAFT_SEAL_PAUSE_MS = 5000;

export class SavedWork {
	readonly #storage: WorkStorage;
	readonly #newWork: NewWork;
	/** Why this browser stores nothing; null when it stores works. */
	readonly #memoryFailure: StorageFailure | null;
	readonly #unsubscribe: () => void;
	#workId: string | null = $state.raw(null);
	#authors: string[] = $state.raw([]);
	#state: SaveState = $state.raw({ kind: 'untouched' });
	#baseVersionId = '';
	#serverVersionId = '';
	#conflictVersionId: string | null = null;
	/**
	 * Id of another machine's version in the conflict that the author settled last: a late report of that conflict is not shown
	 * again. Null once the server has a version of this work, because a later report is about a new conflict, even with the same
	 * version.
	 */
	#settledVersionId: string | null = null;
	#savedAt = 0;
	#firstSave: Promise<SaveResult> | null = null;
	readonly #writeQueue = new WriteQueue(
		(content, options) => this.#storeContent(content, options),
		// A change of only the project's store makes no version: the draft is sealed with the next edit.
		(wasEdited) => {
			if (wasEdited) this.#sealLater();
		}
	);
	#unsavedContent: WorkContent | null = null;
	#lastFingerprint = '';
	#latestSave: Promise<SaveResult>;
	#sealTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(storage: WorkStorage, newWork: NewWork, loadedWork?: LoadedWork) {
		this.#storage = storage;
		this.#newWork = newWork;
		this.#memoryFailure = storage.persistence.kind === 'memory' ? storage.persistence.failure : null;
		this.#latestSave = Promise.resolve(
			loadedWork ? this.#adoptLoadedWork(loadedWork) : createStorageFailure('missing')
		);
		if (loadedWork) this.#lastFingerprint = fingerprintContent(loadedWork.version);
		this.#unsubscribe = storage.subscribe((change) => this.#handleStorageChange(change));
	}

	get state(): SaveState {
		return this.#state;
	}
	/** Whether this browser stores nothing: new content then lasts until the tab closes, or goes to the server. */
	get isInMemory(): boolean {
		return this.#memoryFailure !== null;
	}
	get workId(): string | null {
		return this.#workId;
	}
	get authors(): string[] {
		return this.#authors;
	}
	get baseVersion(): string {
		return this.#baseVersionId;
	}
	get conflictVersion(): string | null {
		return this.#conflictVersionId;
	}
	/** Whether another tab went on with this work, and nothing was written here since. */
	get isBehindOtherTab(): boolean {
		const isBehind = this.#state.kind === 'conflict' && this.#state.otherPlace === 'tab' && this.#state.isBehind;
		return isBehind && this.#unsavedContent === null;
	}
	/** Content that is only in memory; null when everything is stored. */
	get unsavedContent(): WorkContent | null {
		return this.#unsavedContent;
	}

	/** Saves content. Resolves once this content or newer content is stored, or could not be; only then may the program run. */
	async save(content: WorkContent, options: SaveOptions = {}): Promise<SaveResult> {
		const fingerprint = fingerprintContent(content);
		const isNew = fingerprint !== this.#lastFingerprint || options.sealsVersion;
		if (isNew) {
			this.#lastFingerprint = fingerprint;
			this.#latestSave = this.#writeContent(content, options);
		}
		const result = await this.#latestSave;
		if (result.kind === 'failed' && this.#lastFingerprint === fingerprint) this.#lastFingerprint = '';
		if (!isNew && options.marksRunning && this.#workId !== null) await this.#storage.markRunning(this.#workId);
		if (options.sharesWithPair) this.#authors = authorsAtMachine(this.#storage.account);
		return result;
	}

	async #writeContent(content: WorkContent, options: SaveOptions): Promise<SaveResult> {
		if (this.#workId === null) {
			if (!this.#firstSave) return (this.#firstSave = this.#beginWork(content, options));
			const beginResult = await this.#firstSave;
			if (beginResult.kind === 'failed') return beginResult;
		}
		return this.#queueWrite(content, options);
	}

	/** Seals the content and resolves to the id of its version; null when it is not saved or in conflict. */
	async sealContent(content: WorkContent): Promise<string | null> {
		await this.save(content);
		if (this.#unsavedContent !== null || this.#state.kind === 'conflict') return null;
		// In a browser that refuses storage, the sender takes the work from this tab's memory, so that it can be handed in.
		const isGone = this.#state.kind === 'failed' && this.#state.failure.reason === 'missing';
		return isGone ? null : this.#sealDraft();
	}

	async history(): Promise<Version[]> {
		await this.#writeQueue.waitUntilEmpty();
		const historyResult = this.#workId === null ? null : await this.#storage.history(this.#workId);
		return historyResult?.kind === 'history' ? historyResult.versions : [];
	}

	async clearRunningMark(): Promise<void> {
		if (this.#workId !== null) await this.#storage.clearRunningMark(this.#workId);
	}

	async clearForeignMark(): Promise<void> {
		if (this.#workId !== null) await this.#storage.clearForeignMark(this.#workId);
	}

	/** Makes this version the one that opens, on the server too, which ends a conflict. */
	async adoptVersion(version: string): Promise<SaveResult> {
		if (this.#workId === null) return createStorageFailure('missing');
		if (this.#conflictVersionId !== null) await this.#storage.outbox.settleConflict(this.#workId);
		this.#settledVersionId = this.#conflictVersionId;
		this.#conflictVersionId = null;
		const result = await this.#storage.adoptVersion(this.#workId, version);
		this.#state = this.#stateOf(result);
		return result;
	}

	async loadOpenVersion(): Promise<LoadedWork | null> {
		const loadedWork = this.#workId === null ? null : await this.#storage.loadWork(this.#workId);
		// This page itself runs the program, so the running mark does not mean a crash.
		return loadedWork?.kind === 'loaded' ? { ...loadedWork, hasCrashed: false } : null;
	}

	/** Continues from a loaded version; content that is only in memory is dropped. */
	continueFrom(loadedWork: LoadedWork): void {
		this.#unsavedContent = null;
		this.#lastFingerprint = fingerprintContent(loadedWork.version);
		this.#latestSave = Promise.resolve(this.#adoptLoadedWork(loadedWork));
	}

	dispose(): void {
		clearTimeout(this.#sealTimer);
		this.#unsubscribe();
	}

	async #beginWork(content: WorkContent, { marksRunning }: SaveOptions): Promise<SaveResult> {
		const createdWork = await this.#storage.createWork(this.#newWork, content);
		this.#firstSave = null;
		if (createdWork.kind === 'failed') {
			this.#state = { kind: 'failed', failure: createdWork };
			return createdWork;
		}
		const saveResult = this.#adoptLoadedWork(createdWork);
		if (marksRunning) await this.#storage.markRunning(createdWork.work.id);
		return saveResult;
	}

	#adoptLoadedWork({ work, version, baseVersion, isSent: sent, conflictVersion }: LoadedWork): SaveSuccess {
		this.#workId = work.id;
		this.#authors = work.authors;
		this.#baseVersionId = baseVersion;
		this.#serverVersionId = sent ? baseVersion : '';
		this.#conflictVersionId = conflictVersion;
		const saveResult = { kind: 'saved' as const, baseVersion, savedAt: version.savedAt };
		this.#state = this.#stateOf(saveResult);
		return saveResult;
	}

	#queueWrite(content: WorkContent, options: SaveOptions): Promise<SaveResult> {
		this.#unsavedContent = content;
		if (this.#state.kind === 'saved' && !options.changesOnlyStore) this.#state = { kind: 'saving' };
		return this.#writeQueue.add(content, options);
	}

	async #storeContent(content: WorkContent, options: SaveOptions): Promise<SaveResult> {
		if (this.#workId === null) return createStorageFailure('missing');
		const result = await this.#storage.saveContent(this.#workId, content, this.#baseVersionId, options);
		if (result.kind !== 'failed') {
			this.#baseVersionId = result.baseVersion;
			if (this.#unsavedContent === content) this.#unsavedContent = null;
		}
		if (!this.#writeQueue.hasWaiting) this.#state = this.#stateOf(result);
		return result;
	}

	#sealLater(): void {
		clearTimeout(this.#sealTimer);
		this.#sealTimer = setTimeout(() => void this.#sealDraft(), DRAFT_SEAL_PAUSE_MS);
	}

	async #sealDraft(): Promise<string | null> {
		clearTimeout(this.#sealTimer);
		await this.#writeQueue.waitUntilEmpty();
		const sealResult =
			this.#workId === null
				? createStorageFailure('missing')
				: await this.#storage.sealDraft(this.#workId, this.#baseVersionId);
		return sealResult.kind === 'saved' ? sealResult.baseVersion : null;
	}

	#handleStorageChange(change: StorageChange): void {
		if (change.kind === 'trouble' || change.work !== this.#workId) return;
		switch (change.kind) {
			case 'removed':
				this.#state = { kind: 'failed', failure: createStorageFailure('missing') };
				break;
			case 'saved':
				if (change.main && change.version !== this.#baseVersionId) {
					const isBehind = (this.#state.kind === 'saved' && this.#unsavedContent === null) || this.isBehindOtherTab;
					this.#state = { kind: 'conflict', otherVersion: change.version, otherPlace: 'tab', isBehind };
				}
				break;
			case 'sent':
				this.#serverVersionId = change.version;
				this.#settledVersionId = null;
				if (
					this.#state.kind === 'saved' ||
					(this.#state.kind === 'failed' && this.#state.failure === this.#memoryFailure)
				)
					this.#state = this.#stateOf({ kind: 'saved', baseVersion: this.#baseVersionId, savedAt: this.#savedAt });
				break;
			case 'parted':
				if (change.version === this.#settledVersionId) break;
				this.#conflictVersionId = change.version;
				this.#state = { kind: 'conflict', otherVersion: this.#conflictVersionId, otherPlace: 'machine' };
		}
	}

	/** Returns the state after a save. A work kept in memory counts as unsaved until the server has it. */
	#stateOf(result: SaveResult): SaveState {
		if (result.kind === 'failed') return { kind: 'failed', failure: result };
		this.#savedAt = result.savedAt;
		const isSent = this.#serverVersionId === this.#baseVersionId;
		if (this.#memoryFailure && !isSent) return { kind: 'failed', failure: this.#memoryFailure };
		if (result.kind === 'conflict')
			return { kind: 'conflict', otherVersion: result.theirVersion, otherPlace: 'tab', isBehind: false };
		if (this.#conflictVersionId !== null)
			return { kind: 'conflict', otherVersion: this.#conflictVersionId, otherPlace: 'machine' };
		if (this.#storage.account === null) return { kind: 'saved', savedAt: result.savedAt, place: 'here' };
		return {
			kind: 'saved',
			savedAt: result.savedAt,
			place: !isSent ? 'waiting' : this.#memoryFailure ? 'server-only' : 'server'
		};
	}
}

function fingerprintContent({ files, steps, decision, others, project }: WorkContent): string {
	return toComparableText([files, steps, decision, others ?? null, project]);
}
