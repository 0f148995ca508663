/** Saved work on this machine. Nothing is erased but by `remove`; whatever cannot be kept is said, with its reason. */
import { newId } from '../domain/identity.ts';
import type { Language } from '../domain/challenge.ts';
import type { PinnedChallenge, Version, Work } from '../domain/work.ts';
import type { Change } from './channel.ts';
import type { Failed } from './failure.ts';
import type { Outbox } from './sync/outbox.ts';

/** What a version holds. */
export type Content = Pick<Version, 'files' | 'steps' | 'decision' | 'others' | 'project'>;

export interface NewWork {
	kind: Work['kind'];
	challenge: PinnedChallenge | null;
	language: Language;
}

export interface Summary {
	work: Work;
	/** The version that opens. */
	opens: Version | null;
	/** For "Yours, from 10:12?". */
	savedAt: number;
	/** Versions that other tabs made beside the one that opens. */
	siblings: number;
}

export interface Loaded {
	kind: 'loaded';
	work: Work;
	version: Version;
	/** What to give `save` next. */
	base: string;
	/** The page ended while this work's program ran: do not run it by itself. */
	crashed: boolean;
	/** The server has it as it is here. */
	sent: boolean;
	/** The version that opens on the server, made beside this one; its author has not said yet which is to open. */
	parted: string | null;
}

export interface Saved {
	kind: 'saved';
	/** What to give `save` next. */
	base: string;
	at: number;
}

/** Another tab saved first. This content is kept beside it, and `save` goes on beside it with `base`. */
export interface Conflict {
	kind: 'conflict';
	base: string;
	theirs: string;
	at: number;
}

export interface SaveOptions {
	/** Makes it a version of its own now: before a step opens files, on a step change, on hand-in. */
	seal?: boolean;
	/** Marks the program as running in the same transaction: see `markRunning`. */
	running?: boolean;
	/** From this version on it is of all who sit here: see `authorsHere`. What was before stays with who made it. */
	together?: boolean;
}

/** A work that is no longer kept: in memory alone, as long as someone may still regret it. */
export interface Removed {
	kind: 'removed';
	work: unknown;
	versions: unknown[];
	drafts: unknown[];
}

export interface Exported {
	format: 1;
	exportedAt: number;
	works: unknown[];
	versions: unknown[];
	drafts: unknown[];
	/** Rows that could not be read when they were met. */
	aside: unknown[];
}

export interface Storage {
	/** `memory`: nothing outlives this tab, for this reason. Say so. */
	place: { kind: 'kept' } | { kind: 'memory'; failure: Failed };
	/** Whose work this is; null for a visitor's, which stays in the browser. */
	account: string | null;
	/** What is on its way to the server. */
	outbox: Outbox;
	/** Newest first. `unreadable` counts rows of formats not known here; they stay where they are. */
	list(filter?: {
		challenge?: string;
		kind?: Work['kind'];
	}): Promise<{ kind: 'listed'; works: Summary[]; unreadable: number } | Failed>;
	create(work: NewWork, content: Content): Promise<Loaded | Failed>;
	/** The version that opens, or a named one. */
	load(work: string, version?: string): Promise<Loaded | Failed>;
	/** Complete when it resolves. `base` is what the content was made from: from `Loaded`, `Saved` or `Conflict`. */
	save(work: string, content: Content, base: string, options?: SaveOptions): Promise<Saved | Conflict | Failed>;
	/** Makes the draft that is `base` a version; does nothing when it is one. */
	seal(work: string, base: string): Promise<Saved | Failed>;
	/** After a conflict: opens with this version from now on. The others stay. */
	adopt(work: string, version: string): Promise<Saved | Failed>;
	/** Every version of a work, newest first, drafts included. */
	history(work: string): Promise<{ kind: 'history'; versions: Version[] } | Failed>;
	/** Only when its author asks. For good, unless what it gives is put back. */
	remove(work: string): Promise<Removed | Failed>;
	/** Everything of a work, to be put elsewhere; nothing is removed. */
	rowsOf(work: string): Promise<Removed | Failed>;
	/** Takes a removal back. */
	putBack(removed: Removed): Promise<{ kind: 'back' } | Failed>;
	exportAll(): Promise<Exported | Failed>;
	/** Until `clearRunning`, or until this page is left, the next `load` says `crashed`. */
	markRunning(work: string): Promise<void>;
	clearRunning(work: string): Promise<void>;
	/** What other tabs save and remove, and what has become of it on the server. */
	subscribe(listener: (change: Change) => void): () => void;
	/** Says something to whoever else has this storage open, in this page too. */
	tell(change: Change): void;
	close(): void;
}

export function newVersion(work: string, parent: string | null, content: Content, savedAt: number): Version {
	return { id: newId(), work, parent, savedAt, ...content };
}
