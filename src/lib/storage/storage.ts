/** The storage of saved work on this machine: only `remove` erases, and failures carry their reason. */
import { newId } from '#lib/domain/identity.ts';
import type { Language } from '#lib/domain/language.ts';
import type { PinnedChallenge, Version, Work } from '#lib/domain/work.ts';
import type { StorageChange } from './channel.ts';
import type { StorageFailure } from './failure.ts';
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
	/** Shown to help authors recognise their work, in milliseconds since 1970. */
	savedAt: number;
	/** Number of versions other tabs made beside the one that opens. */
	siblingCount: number;
}

export interface LoadedWork {
	kind: 'loaded';
	work: Work;
	version: Version;
	/** The base for the next `save`. */
	baseVersion: string;
	/** The page ended while this program ran: do not start it again by itself. */
	hasCrashed: boolean;
	isSent: boolean;
	/** The server's version, made beside this one, while its author has not chosen between them. */
	partedVersion: string | null;
}

export interface SaveSuccess {
	kind: 'saved';
	baseVersion: string;
	at: number;
}

/** Another tab saved first. This content was stored beside it; continue with `base`. */
export interface SaveConflict {
	kind: 'conflict';
	baseVersion: string;
	theirVersion: string;
	at: number;
}

export interface SaveOptions {
	/** Seals a version now: before a step opens files, on a step change, at the hand-in. */
	sealsVersion?: boolean;
	/** Marks the program as running in the same transaction: see `markRunning`. */
	marksRunning?: boolean;
	/** Makes everyone at this machine an author from this version on: see `authorsHere`. Earlier versions keep their author. */
	sharesWithPair?: boolean;
}

/** A removed work, held in memory so that the removal can be undone. */
export interface RemovedWork {
	kind: 'removed';
	work: unknown;
	versions: unknown[];
	drafts: unknown[];
}

interface StorageExport {
	format: 1;
	exportedAt: number;
	works: unknown[];
	versions: unknown[];
	drafts: unknown[];
	/** Rows that could not be read and were set aside. */
	aside: unknown[];
}

export interface Storage {
	/** `memory`: nothing outlives this tab, for this reason. Pages must say so. */
	place: { kind: 'kept' } | { kind: 'memory'; failure: StorageFailure };
	/** Owner of the works; null for a visitor, whose works stay in the browser. */
	account: string | null;
	outbox: Outbox;
	/** Newest first. `unreadable` counts rows of unknown formats, which stay in their store. */
	listWorks(filter?: {
		challenge?: string;
		kind?: Work['kind'];
	}): Promise<{ kind: 'listed'; works: WorkSummary[]; unreadable: number } | StorageFailure>;
	createWork(work: NewWork, content: WorkContent): Promise<LoadedWork | StorageFailure>;
	loadWork(work: string, version?: string): Promise<LoadedWork | StorageFailure>;
	/** Resolves once stored. `base` is the version the content was made from, taken from `Loaded`, `Saved` or `Conflict`. */
	saveContent(
		work: string,
		content: WorkContent,
		base: string,
		options?: SaveOptions
	): Promise<SaveSuccess | SaveConflict | StorageFailure>;
	/** Seals the draft `base` as a version; does nothing when it is one already. */
	sealDraft(work: string, base: string): Promise<SaveSuccess | StorageFailure>;
	/** After a conflict, makes this version the one that opens. The others stay. */
	adoptVersion(work: string, version: string): Promise<SaveSuccess | StorageFailure>;
	/** Resolves to every version of a work, newest first, including drafts. */
	history(work: string): Promise<{ kind: 'history'; versions: Version[] } | StorageFailure>;
	/** Erases a work for good, unless the result is put back. Call only when its author asks. */
	removeWork(work: string): Promise<RemovedWork | StorageFailure>;
	/** Resolves to all rows of a work without removing them, to copy elsewhere. */
	rowsOf(work: string): Promise<RemovedWork | StorageFailure>;
	restoreRows(removed: RemovedWork): Promise<{ kind: 'back' } | StorageFailure>;
	exportAll(): Promise<StorageExport | StorageFailure>;
	/** Makes the next `load` report `crashed`, until `clearRunning` or until this page is left. */
	markRunning(work: string): Promise<void>;
	clearRunning(work: string): Promise<void>;
	/** Listens to changes by other tabs and by the exchange with the server. */
	subscribe(listener: (change: StorageChange) => void): () => void;
	/** Sends a change to every listener of this storage, also in this page. */
	announce(change: StorageChange): void;
	close(): void;
}

export function newVersion(work: string, parent: string | null, content: WorkContent, savedAt: number): Version {
	return { id: newId(), work, parent, savedAt, ...content };
}
