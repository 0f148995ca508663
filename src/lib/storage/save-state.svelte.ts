/** One open work and its always visible state of saving. */
import type { Failed } from './failure.ts';
import type { Conflict, Content, Loaded, SaveOptions, Saved, Storage } from './storage.ts';

export type SaveState =
	| { kind: 'saving' }
	/** Milliseconds since 1970. */
	| { kind: 'saved'; at: number }
	/** What was not kept stays in memory, and goes with the next save or with `retry`. */
	| { kind: 'failed'; failure: Failed }
	/** `other` is what opens now, made by another tab. What is made here is kept beside it. */
	| { kind: 'conflict'; other: string };

/** A pause in which a draft becomes a version, in milliseconds. */
const PAUSE = 5000;

type Outcome = Saved | Conflict | Failed;
interface Waiting {
	content: Content;
	options: SaveOptions;
	done: Promise<Outcome>;
	finish(outcome: Outcome): void;
}

export function createSaveState(storage: Storage, loaded: Loaded) {
	const work = loaded.work.id;
	let base = loaded.base;
	let state = $state.raw<SaveState>(stateOf({ kind: 'saved', base, at: loaded.version.savedAt }));
	/** One write is under way and one waits: the latest content wins, and whoever waits for an older one gets the newer's outcome. */
	let active: Promise<void> | null = null;
	let waiting: Waiting | null = null;
	let unsaved: Content | null = null;
	let pause: ReturnType<typeof setTimeout> | undefined;

	/** A tab's memory is not a saved work: it is said as long as it is so. */
	function stateOf(outcome: Outcome): SaveState {
		if (outcome.kind === 'failed') return { kind: 'failed', failure: outcome };
		if (storage.place.kind === 'memory') return { kind: 'failed', failure: storage.place.failure };
		if (outcome.kind === 'conflict') return { kind: 'conflict', other: outcome.theirs };
		return { kind: 'saved', at: outcome.at };
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

	function save(content: Content, options: SaveOptions = {}): Promise<Outcome> {
		unsaved = content;
		if (state.kind === 'saved') state = { kind: 'saving' };
		if (waiting) {
			const { seal: sealed, running } = waiting.options;
			waiting.content = content;
			waiting.options = { seal: sealed || options.seal || false, running: running || options.running || false };
			return waiting.done;
		}
		let finish!: (outcome: Outcome) => void;
		const done = new Promise<Outcome>((resolve) => (finish = resolve));
		waiting = { content, options, done, finish };
		active ??= writeWaiting();
		return done;
	}

	/** Makes what is saved a version of its own, for a pause or on leaving. */
	async function seal(): Promise<void> {
		clearTimeout(pause);
		await active;
		await storage.seal(work, base);
	}

	const unsubscribe = storage.subscribe((change) => {
		if (change.work !== work) return;
		if (change.kind === 'removed')
			state = { kind: 'failed', failure: { kind: 'failed', reason: 'missing', message: '' } };
		else if (change.main && change.version !== base) state = { kind: 'conflict', other: change.version };
	});

	return {
		work,
		get state(): SaveState {
			return state;
		},
		/** What is in memory alone; null when everything is kept. */
		get unsaved(): Content | null {
			return unsaved;
		},
		/** Resolves when this content, or newer, is kept; then the program may run. */
		save,
		seal,
		retry: (): Promise<Outcome> | null => (unsaved ? save(unsaved) : null),
		/** After a conflict, opens with what is here from now on. Theirs stays in the history. */
		async keepMine(content: Content): Promise<Outcome> {
			const kept = await save(content, { seal: true });
			if (kept.kind === 'failed') return kept;
			const outcome = await storage.adopt(work, kept.base);
			state = stateOf(outcome);
			return outcome;
		},
		/** After a conflict, gives what the other tab made, to be put in the editor. What was made here stays in the history. */
		async takeTheirs(): Promise<Loaded | Failed> {
			if (unsaved) await save(unsaved, { seal: true });
			const theirs = await storage.load(work);
			if (theirs.kind === 'loaded') {
				base = theirs.base;
				unsaved = null;
				state = stateOf({ kind: 'saved', base, at: theirs.version.savedAt });
			}
			return theirs;
		},
		dispose() {
			clearTimeout(pause);
			unsubscribe();
		}
	};
}

export type SaveStateStore = ReturnType<typeof createSaveState>;
