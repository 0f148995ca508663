/** Stores works on this machine: only `removeWork` erases one, and failures carry their reason. */
import { newId } from '#lib/domain/identity.ts';
import type { Language } from '#lib/domain/language.ts';
import type { PinnedChallenge, Version, Work } from '#lib/domain/work.ts';
import type { StorageChange } from './channel.ts';
import type { StorageFailure } from './failure.ts';
import type { ForeignProgramSource } from './program-marks.ts';
import type { Outbox } from './sync/outbox.ts';

export type WorkContent = Pick<Version, 'files' | 'steps' | 'decision' | 'others' | 'project'>;

export interface NewWork {
	kind: Work['kind'];
	challenge: PinnedChallenge | null;
	language: Language;
}

export interface WorkSummary {
	work: Work;
	openVersion: Version | null;
	/** When the version was saved, in milliseconds since 1970; shown so that authors recognise their work. */
	savedAt: number;
}

export interface LoadedWork {
	kind: 'loaded';
	work: Work;
	version: Version;
	/** Id of the version on which the next save builds. */
	baseVersion: string;
	/** Whether the page ended while this program ran, so that the program must not start again by itself. */
	hasCrashed: boolean;
	/** Where the program came from while it has neither run in this browser nor been edited; null for any other program. */
	foreignSource: ForeignProgramSource | null;
	isSent: boolean;
	/** Id of the server's version that was made beside the local one; null once the author has chosen between them. */
	conflictVersion: string | null;
}

export interface SaveSuccess {
	kind: 'saved';
	baseVersion: string;
	savedAt: number;
}

/** Another tab saved first. This content was stored beside that tab's version; the next save builds on `baseVersion`. */
export interface SaveConflict {
	kind: 'conflict';
	baseVersion: string;
	theirVersion: string;
	savedAt: number;
}

export interface SaveOptions {
	/** Whether to seal a version now: before a step opens files, on a step change, at the hand-in. */
	sealsVersion?: boolean;
	/** Whether to mark the program as running in the same transaction: see `markRunning`. */
	marksRunning?: boolean;
	/**
	 * Whether everyone at this machine becomes an author from this version on: see `authorsAtMachine`. Earlier versions keep their authors.
	 */
	sharesWithPair?: boolean;
	/**
	 * Whether only the project's store has changed: the draft is then not sealed, and is sent later, so that a program that stores
	 * something every second does not fill the history.
	 */
	changesOnlyStore?: boolean;
}

/** A removed work, held in memory so that the removal can be undone. */
export interface RemovedWork {
	kind: 'removed';
	work: unknown;
	versions: unknown[];
	drafts: unknown[];
	/** Where the program came from; absent for a program that is not foreign: see `LoadedWork`. */
	foreignSource?: ForeignProgramSource;
	/** When the work was removed, in milliseconds since 1970; absent when its rows were only read. */
	removedAt?: number;
}

/** How long works are stored. `memory`: only until this tab closes, because of `failure`, which pages must tell. */
export type Persistence = { kind: 'kept' } | { kind: 'memory'; failure: StorageFailure };

export interface WorkStorage {
	persistence: Persistence;
	/** Account that owns the works; null for a visitor, whose works stay in the browser. */
	account: string | null;
	outbox: Outbox;
	/** Lists works, newest first. `unreadable` counts rows of unknown formats, which stay in their store. */
	listWorks(filter?: {
		challenge?: string;
		kind?: Work['kind'];
	}): Promise<{ kind: 'listed'; works: WorkSummary[]; unreadable: number } | StorageFailure>;
	/** Creates a work. `foreignSource`: the program is another person's, and waits until whoever is here runs it. */
	createWork(
		work: NewWork,
		content: WorkContent,
		foreignSource?: ForeignProgramSource
	): Promise<LoadedWork | StorageFailure>;
	loadWork(workId: string, version?: string): Promise<LoadedWork | StorageFailure>;
	/**
	 * Saves content, and resolves once it is stored. `base` is the version from which the content was made, as a loaded work, a save or a
	 * conflict names it.
	 */
	saveContent(
		workId: string,
		content: WorkContent,
		base: string,
		options?: SaveOptions
	): Promise<SaveSuccess | SaveConflict | StorageFailure>;
	/** Seals the draft `base` as a version; does nothing when `base` is already a version. */
	sealDraft(workId: string, base: string): Promise<SaveSuccess | StorageFailure>;
	/** Makes this version the one that opens, after a conflict. The other versions stay. */
	adoptVersion(workId: string, version: string): Promise<SaveSuccess | StorageFailure>;
	/** Resolves to every version of a work, newest first, including drafts. */
	history(workId: string): Promise<{ kind: 'history'; versions: Version[] } | StorageFailure>;
	/** Erases a work for good, unless its rows are put back from the result. Call this only when its author asks. */
	removeWork(workId: string): Promise<RemovedWork | StorageFailure>;
	/** Resolves to all rows of a work without removing them, to copy the work elsewhere. */
	readRowsOfWork(workId: string): Promise<RemovedWork | StorageFailure>;
	/**
	 * Puts a work's rows back. A work whose removal was sent comes back with new ids, because the server may not take the same work
	 * again.
	 */
	restoreRows(removed: RemovedWork): Promise<{ kind: 'back'; work?: Work | undefined } | StorageFailure>;
	/**
	 * Marks the work's program as running: the next load then reports a crash, until `clearRunningMark` is called or the page is left normally.
	 */
	markRunning(workId: string): Promise<void>;
	clearRunningMark(workId: string): Promise<void>;
	clearForeignMark(workId: string): Promise<void>;
	/** Removes the marks of pages that were left normally, which are kept outside of this storage and would outlast it. */
	removeLeavingMarks(): Promise<void>;
	subscribe(listener: (change: StorageChange) => void): () => void;
	/** Sends a change to the other open storages of this person, in this page and in other tabs. */
	announce(change: StorageChange): void;
	close(): void;
}

export function createVersion(workId: string, parent: string | null, content: WorkContent, savedAt: number): Version {
	return { id: newId(), work: workId, parent, savedAt, ...content };
}
