import type { Bundle, RunEvent, SceneInput, Stage, StartedRun } from '#sandbox/contract.ts';
import type { MeasuredFigure } from '#sandbox/report.ts';

/** Seed of the random numbers: a challenge plays the same each time, in browsers and in the judge. */
const SCENE_SEED = 20;
const LONGEST_CALL_MS = 2000;

/** State of the program. `ended`: it failed or hung, and can be played again. `blocked`: the network lets no stage through. */
export type ShownProgramState = 'loading' | 'playing' | 'paused' | 'ended' | 'blocked';

export type ShownCallResult = { kind: 'value'; value: unknown } | { kind: 'failed' };

export class ShownProgram {
	state = $state<ShownProgramState>('loading');
	/** The picture in words, one item per line. */
	description = $state.raw<string[]>([]);
	readonly #stage: Stage;
	readonly #bundle: Bundle;
	#run: StartedRun | null = null;
	#runCount = 0;

	/** Takes compiled code, which comes without its source. */
	constructor(stage: Stage, code: string) {
		this.#stage = stage;
		this.#bundle = { code, map: '' };
		stage.ready.catch(() => (this.state = 'blocked'));
	}

	play(input: SceneInput): void {
		const runOptions = { kind: 'scene' as const, seed: SCENE_SEED, input };
		const runNumber = ++this.#runCount;
		if (this.state === 'paused') this.state = 'playing';
		this.#run = this.#stage.run(this.#bundle, runOptions, (event) => {
			if (runNumber === this.#runCount) this.#handleRunEvent(event);
		});
	}

	#handleRunEvent(event: RunEvent): void {
		if (event.type === 'drawn') {
			if (this.state !== 'paused') this.state = 'playing';
			if (event.description !== undefined) this.description = event.description;
		} else if (event.type === 'stopped' && event.reason !== 'replaced' && this.state !== 'blocked')
			this.state = 'ended';
	}

	updateSceneInput(input: SceneInput): void {
		if (this.state === 'ended') this.play(input);
		else this.#run?.updateSceneInput(input);
	}

	pause(): void {
		this.#run?.pause();
		this.state = 'paused';
	}

	resume(): void {
		if (this.state !== 'paused') return;
		this.#run?.resume();
		this.state = 'playing';
	}

	async call(name: string, given: unknown[]): Promise<ShownCallResult> {
		const outcome = await this.#stage.call(this.#bundle, name, given, { seed: SCENE_SEED, timeLimit: LONGEST_CALL_MS });
		return outcome.kind === 'value' ? { kind: 'value', value: outcome.data } : { kind: 'failed' };
	}

	/** Resolves to an option's figures; to null when the program fails. */
	async measureOption(option: string, values: Record<string, number>): Promise<MeasuredFigure[] | null> {
		const callLimits = { seed: SCENE_SEED, timeLimit: LONGEST_CALL_MS };
		const outcome = await this.#stage.measure(this.#bundle, option, values, callLimits);
		return outcome.kind === 'figures' ? outcome.figures : null;
	}

	dispose(): void {
		this.#run?.stop();
		this.#stage.dispose();
	}
}
