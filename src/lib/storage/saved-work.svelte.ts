/** One open work and its visible save state. */
import { commonAncestor } from '../domain/lineage.ts';
import type { Version } from '../domain/work.ts';
import type { Failed } from './failure.ts';
import type { Conflict, Content, Loaded, SaveOptions, Saved, Storage } from './storage.ts';

export type SaveState =
	| { kind: 'saving' }
	/**
	 * `at` is in milliseconds since 1970. `here`: a visitor's work, only in this browser. `waiting` and `server`: an account's
	 * work before and after it is sent. `server-only`: this browser stores nothing.
	 */
	| { kind: 'saved'; at: number; where: 'here' | 'waiting' | 'server' | 'server-only' }
	/** Unsaved content stays in memory, and is saved with the next save or `retry`. */
	| { kind: 'failed'; failure: Failed }
	/** `other`, made by another tab or machine, opens now. Local content is stored beside it. */
	| { kind: 'conflict'; other: string; from: 'tab' | 'machine' };

export interface Sides {
	mine: Version;
	theirs: Version;
	/** The merge of both, when their changes do not overlap. */
	joined: Content | null;
}

/** Pause that seals a draft as a version, in milliseconds. */
const PAUSE = 5000;

type SaveResult = Saved | Conflict | Failed;
interface Waiting {
	content: Content;
	options: SaveOptions;
	done: Promise<SaveResult>;
	finish(outcome: SaveResult): void;
}

export function createSaveState(storage: Storage, loaded: Loaded) {
	const work = loaded.work.id;
	let base = loaded.base;
	let sent = loaded.sent ? loaded.base : '';
	let parted = loaded.parted;
	let savedAt = loaded.version.savedAt;
	const inMemory = storage.place.kind === 'memory' ? storage.place.failure : null;
	let state = $state.raw<SaveState>(stateOf({ kind: 'saved', base, at: loaded.version.savedAt }));
	/** At most one write runs and one waits. The latest content replaces a waiting one, whose callers get its outcome. */
	let active: Promise<void> | null = null;
	let waiting: Waiting | null = null;
	let unsaved: Content | null = null;
	let pause: ReturnType<typeof setTimeout> | undefined;

	/** In memory, a work counts as unsaved until the server has it. */
	function stateOf(outcome: SaveResult): SaveState {
		if (outcome.kind === 'failed') return { kind: 'failed', failure: outcome };
		savedAt = outcome.at;
		if (inMemory && sent !== base) return { kind: 'failed', failure: inMemory };
		if (outcome.kind === 'conflict') return { kind: 'conflict', other: outcome.theirs, from: 'tab' };
		if (parted !== null) return { kind: 'conflict', other: parted, from: 'machine' };
		return { kind: 'saved', at: outcome.at, where: where() };
	}

	function where() {
		if (storage.account === null) return 'here';
		if (sent !== base) return 'waiting';
		return inMemory ? 'server-only' : 'server';
	}

	async function settled(): Promise<void> {
		if (parted === null) return;
		await storage.outbox.settle(work);
		parted = null;
	}

	async function writeWaiting(): Promise<void> {
		while (waiting) {
			const { content, options, finish } = waiting;
			waiting = null;
			const outcome = await storage.save(work, content, base, options);
			if (outcome.kind !== 'failed') {
				base = outcome.base;
				if (unsaved === content) unsaved = null;
			}
			if (!waiting) state = stateOf(outcome);
			finish(outcome);
		}
		active = null;
		clearTimeout(pause);
		pause = setTimeout(() => void seal(), PAUSE);
	}

	function save(content: Content, options: SaveOptions = {}): Promise<SaveResult> {
		unsaved = content;
		if (state.kind === 'saved') state = { kind: 'saving' };
		if (waiting) {
			const { seal: sealed, running, together } = waiting.options;
			waiting.content = content;
			waiting.options = {
				seal: sealed || options.seal || false,
				running: running || options.running || false,
				...((together || options.together) && { together: true })
			};
			return waiting.done;
		}
		let finish!: (outcome: SaveResult) => void;
		const done = new Promise<SaveResult>((resolve) => (finish = resolve));
		waiting = { content, options, done, finish };
		active ??= writeWaiting();
		return done;
	}

	/** Seals the saved draft. Resolves to the version, or null when it could not be stored. */
	async function seal(): Promise<string | null> {
		clearTimeout(pause);
		await active;
		const sealed = await storage.seal(work, base);
		return sealed.kind === 'saved' ? sealed.base : null;
	}

	const unsubscribe = storage.subscribe((change) => {
		if (change.kind === 'trouble' || change.work !== work) return;
		switch (change.kind) {
			case 'removed':
				state = { kind: 'failed', failure: { kind: 'failed', reason: 'missing', message: '' } };
				break;
			case 'saved':
				if (change.main && change.version !== base) state = { kind: 'conflict', other: change.version, from: 'tab' };
				break;
			case 'sent':
				sent = change.version;
				if (state.kind === 'saved' || (state.kind === 'failed' && state.failure === inMemory))
					state = stateOf({ kind: 'saved', base, at: savedAt });
				break;
			case 'parted':
				parted = change.version;
				state = { kind: 'conflict', other: parted, from: 'machine' };
		}
	});

	return {
		work,
		get state(): SaveState {
			return state;
		},
		/** Content that is only in memory; null when all is stored. */
		get unsaved(): Content | null {
			return unsaved;
		},
		/** Resolves once this content or newer is stored; the program may run after that. */
		save,
		seal,
		retry: (): Promise<SaveResult> | null => (unsaved ? save(unsaved) : null),
		/** After a conflict, makes the local version the one that opens. The other stays in the history. */
		async keepMine(content: Content): Promise<SaveResult> {
			const kept = await save(content, { seal: true });
			if (kept.kind === 'failed') return kept;
			await settled();
			const outcome = await storage.adopt(work, kept.base);
			state = stateOf(outcome);
			return outcome;
		},
		/** After a conflict, returns the other version for the editor. The local one stays in the history. */
		async takeTheirs(): Promise<Loaded | Failed> {
			if (unsaved) await save(unsaved, { seal: true });
			const other = parted;
			await settled();
			if (other !== null) await storage.adopt(work, other);
			const theirs = await storage.load(work);
			if (theirs.kind === 'loaded') {
				base = theirs.base;
				sent = theirs.sent ? base : sent;
				unsaved = null;
				state = stateOf({ kind: 'saved', base, at: theirs.version.savedAt });
			}
			return theirs;
		},
		/** Returns both sides of a conflict, or null when one cannot be read. */
		async sides(): Promise<Sides | null> {
			if (state.kind !== 'conflict') return null;
			const { other } = state;
			await active;
			const history = await storage.history(work);
			if (history.kind === 'failed') return null;
			const find = (id: string | null) => history.versions.find((version) => version.id === id);
			const [mine, theirs] = [find(base), find(other)];
			if (!mine || !theirs) return null;
			const origin = find(commonAncestor(history.versions, base, other));
			// Loaded on demand to keep the diff library out of the first visit.
			const { mergeContents } = await import('../domain/merge.ts');
			const merged = origin && mergeContents(origin, mine, theirs);
			return { mine, theirs, joined: merged?.kind === 'clean' ? merged.value : null };
		},
		dispose() {
			clearTimeout(pause);
			unsubscribe();
		}
	};
}

export type SaveStateStore = ReturnType<typeof createSaveState>;
