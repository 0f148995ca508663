import type { Bundle, RunEvent, RunOptions, SceneInput, Stage, StagePicture, StartedRun } from '#sandbox/contract.ts';
import type { StoredItems } from '#sandbox/stored-items.ts';
import { browserValueStore } from '#lib/browser-values.ts';

const MUTED_STORAGE_KEY = 'braise.muted';

let isMuted = $state(browserValueStore.read(MUTED_STORAGE_KEY) !== null);

const isSoundMuted = (): boolean => isMuted;

function setSoundMuted(next: boolean): void {
	isMuted = next;
	if (next) browserValueStore.write(MUTED_STORAGE_KEY, 'yes');
	else browserValueStore.remove(MUTED_STORAGE_KEY);
}

export interface ProgramItemStore {
	readonly storedItems: StoredItems;
	keepItems(items: StoredItems): void;
}

export abstract class StageRunner {
	/** Whether the notes and sounds of this work's programs can be heard; null until a program plays one. */
	isSoundHeard = $state<boolean | null>(null);
	/** Keeps the items that the program stores; null for a challenge, whose program stores none. */
	itemKeeper: ProgramItemStore | null = null;
	protected readonly stage: Stage;
	#startedRun: StartedRun | null = null;
	/** Number of times that the store was replaced; items are ignored from programs that began before the last replacement. */
	#storeReplacementCount = 0;

	constructor(stage: Stage) {
		this.stage = stage;
	}

	get isMuted(): boolean {
		return isSoundMuted();
	}

	protected startRun(bundle: Bundle, options: RunOptions, onEvent: (event: RunEvent) => void): void {
		const storedItems = this.itemKeeper?.storedItems;
		const countAtStart = this.#storeReplacementCount;
		const runOptions = { ...options, isMuted: isSoundMuted(), ...(storedItems && { storedItems }) };
		this.#startedRun = this.stage.run(bundle, runOptions, (event) => {
			if (event.type === 'sound') this.isSoundHeard = event.isHeard;
			else if (event.type !== 'stored') onEvent(event);
			else if (countAtStart === this.#storeReplacementCount) this.itemKeeper?.keepItems(event.items);
		});
	}

	protected stopRun(): void {
		this.#startedRun?.stop();
	}

	protected pauseRun(): void {
		this.#startedRun?.pause();
	}

	protected resumeRun(): void {
		this.#startedRun?.resume();
	}

	updateSceneInput(input: SceneInput): void {
		this.#startedRun?.updateSceneInput(input);
	}

	drawNextFrame(): void {
		this.#startedRun?.step();
	}

	setMuted(isMuted: boolean): void {
		setSoundMuted(isMuted);
		this.#startedRun?.setMuted(isMuted);
	}

	/** Ignores further items of programs that run now, because the store was emptied or replaced. */
	ignoreOldItems(): void {
		this.#storeReplacementCount++;
	}

	/** Resolves to the picture on the stage, whose longer side has at most `longestSide` pixels; null when the stage has none. */
	async captureStagePicture(longestSide: number): Promise<StagePicture | null> {
		return (await this.#startedRun?.captureStagePicture(longestSide)) ?? null;
	}
}
