/** Holds a challenge's decision: options, choices made, and whose turn it is. */
import type { Challenge, ChallengeText } from '#lib/domain/challenge.ts';
import type { Lesson } from '#lib/steps/lesson.svelte.ts';
import type { DecidingPerson } from '#lib/steps/progress.ts';
import type { SceneInput } from '#sandbox/contract.ts';
import type { Figure } from '#sandbox/report.ts';
import { describeSettings } from './step-view.ts';
import type { Program } from '../code/program.svelte.ts';

interface DecisionHost {
	readonly challenge: Challenge;
	readonly text: ChallengeText;
	readonly lesson: Lesson;
	/** The program on the stage; null until the sandbox has loaded. */
	readonly program: Program | null;
	save(): Promise<void>;
	updateStage(): Promise<void>;
	sceneInput(): SceneInput;
}

export class SessionDecision {
	viewedOption = $state('');
	/** The student whose turn it is; null once both of a pair have decided and see each other's choice. */
	chooser: DecidingPerson | null = $state('self');
	/** Pseudonyms of the pair at this machine; null for a student alone. */
	readonly chooserNames: Record<DecidingPerson, string> | null;
	readonly #session: DecisionHost;
	#ownValues = $state.raw<Record<string, number>>({});
	/** Figures by option id; absent while computing, or after the program failed. */
	#figuresByOption = $state.raw<Record<string, Figure[]>>({});
	#measureNumber = 0;

	constructor(session: DecisionHost, names: Record<DecidingPerson, string> | null) {
		this.#session = session;
		this.chooserNames = names;
		this.passTurn(names ? this.#findUndecidedPerson() : 'self');
	}

	/** The decision of the student whose turn it is. */
	get currentDecision() {
		return this.chooser === null ? null : this.#session.lesson.decisionOf(this.chooser);
	}
	get options() {
		const { challenge, text } = this.#session;
		return [...challenge.decision.options, 'another'].map((id) => ({
			id,
			title: text.options[id]?.title ?? id,
			body: text.options[id]?.body ?? '',
			figures: this.#figuresByOption[id] ?? null
		}));
	}
	get settings() {
		return describeSettings(this.#session.challenge.decision.another, this.#ownValues, this.#session.text);
	}
	/** Whether a step before the decision, on which the figures depend, is still unfinished. */
	get hasUnfinishedSteps(): boolean {
		const { challenge, lesson } = this.#session;
		const doneStepIds = lesson.view.steps.flatMap((step) => (step.isDone ? [step.id] : []));
		const earlierSteps = challenge.steps.slice(
			0,
			challenge.steps.findIndex(({ kind }) => kind === 'decide')
		);
		return earlierSteps.some(({ id, kind }) => kind !== 'stretch' && !doneStepIds.includes(id));
	}
	get stageInput(): Pick<SceneInput, 'option' | 'values'> {
		return { option: this.viewedOption, values: this.#ownValues };
	}

	viewOption(optionId: string): void {
		this.viewedOption = optionId;
		void this.#session.updateStage();
	}

	chooseOption(option: string): void {
		const values = option === 'another' ? { values: this.#ownValues } : {};
		this.#session.lesson.send({ type: 'decision.choose', option, ...values, who: this.chooser ?? 'self' });
		void this.#session.save();
	}

	writePosition(position: string): void {
		this.#session.lesson.send({ type: 'position.write', position, who: this.chooser ?? 'self' });
		void this.#session.save();
	}

	setOwnValue(id: string, value: number): void {
		this.#ownValues = { ...this.#ownValues, [id]: value };
		this.#session.program?.updateSceneInput(this.#session.sceneInput());
		if (this.currentDecision?.option === 'another') this.chooseOption('another');
		void this.#measureFigures(['another']);
	}

	/** Gives the turn to a student; without an argument, to the first student who has not decided. */
	passTurn(who: DecidingPerson | null = this.#findUndecidedPerson()): void {
		this.chooser = who;
		const { challenge } = this.#session;
		const { option, values } = this.currentDecision ?? { option: null };
		this.viewedOption = option ?? challenge.decision.options[0] ?? '';
		const startValues = challenge.decision.another.map((each) => [each.id, each.start]);
		this.#ownValues = { ...Object.fromEntries(startValues), ...values };
	}

	/** Computes the figures of every option with the present program. */
	computeFigures(): Promise<void> {
		return this.#measureFigures(this.options.map(({ id }) => id));
	}

	async #measureFigures(optionIds: string[]): Promise<void> {
		const { program } = this.#session;
		if (!program) return;
		const values = this.#ownValues;
		const measureNumber = ++this.#measureNumber;
		for (const option of optionIds) {
			const figures = await program.measureFigures(option, values);
			if (measureNumber !== this.#measureNumber) return;
			if (figures) this.#figuresByOption = { ...this.#figuresByOption, [option]: figures };
		}
	}

	#findUndecidedPerson(): DecidingPerson | null {
		return (['self', 'beside'] as const).find((who) => !this.#session.lesson.hasDecided(who)) ?? null;
	}
}
