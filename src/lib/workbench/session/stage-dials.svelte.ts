import type { ChallengeText } from '#lib/domain/challenge.ts';
import type { Lesson } from '#lib/steps/lesson.svelte.ts';
import type { SceneInput } from '#sandbox/contract.ts';
import type { Program } from '../code/program.svelte.ts';
import { describeSettings } from '../task/step-view.ts';

interface StageDialsSession {
	readonly text: ChallengeText;
	readonly lesson: Lesson;
	readonly program: Program | null;
	updateStage(): Promise<void>;
	createSceneInput(): SceneInput;
}

export class StageDials {
	readonly #session: StageDialsSession;
	#values = $state.raw<Record<string, number>>({});

	constructor(session: StageDialsSession) {
		this.#session = session;
	}

	get dials() {
		const { lesson, text } = this.#session;
		const { step } = lesson.view;
		const settings = step.kind === 'discover' ? (step.hand ?? []) : [];
		return describeSettings(settings, this.#values, text);
	}

	get stageInput(): Pick<SceneInput, 'values'> {
		const { dials } = this;
		return dials.length === 0 ? {} : { values: Object.fromEntries(dials.map(({ id, value }) => [id, value])) };
	}

	/** Gives a dial's new value to the scene, and plays the scene again if it was paused or stopped. */
	setDialValue(id: string, value: number): void {
		this.#values = { ...this.#values, [id]: value };
		const { program } = this.#session;
		program?.updateSceneInput(this.#session.createSceneInput());
		if (program?.playState === 'paused') program.resume();
		else if (program?.playState === 'ended') void this.#session.updateStage();
	}
}
