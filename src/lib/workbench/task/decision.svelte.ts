import type { Challenge, ChallengeText } from '#lib/domain/challenge.ts';
import type { Lesson } from '#lib/steps/lesson.svelte.ts';
import type { DecidingPerson } from '#lib/steps/progress.ts';
import type { SceneInput } from '#sandbox/contract.ts';
import type { MeasuredFigure } from '#sandbox/report.ts';
import { describeSettings } from './step-view.ts';
import type { Program } from '../code/program.svelte.ts';

interface DecisionWorkSession {
	readonly challenge: Challenge;
	readonly text: ChallengeText;
	readonly lesson: Lesson;
	readonly program: Program | null;
	save(): Promise<void>;
	updateStage(): Promise<void>;
	createSceneInput(): SceneInput;
}

interface FigureMeasurement {
	key: string;
	option: string;
	values: Record<string, number>;
}

const ownRuleFiguresKey = (who: DecidingPerson): string => `another, chosen by ${who}`;

export class SessionDecision {
	viewedOption = $state('');
	/** The student whose turn it is; null once both of a pair have decided and see each other's choice. */
	chooser: DecidingPerson | null = $state('self');
	/** Pseudonyms of the pair at this machine; null for a student alone. */
	readonly chooserNames: Record<DecidingPerson, string> | null;
	readonly #session: DecisionWorkSession;
	#ownValues = $state.raw<Record<string, number>>({});
	/** Figures by option id or `ownRuleFiguresKey`; absent while computing, or after the program failed. */
	#figuresByKey = $state.raw<Record<string, MeasuredFigure[]>>({});
	#measureCount = 0;
	/** Number of the latest measurement of each key; the figures of an older one are dropped. */
	readonly #latestMeasures: Record<string, number> = {};

	constructor(session: DecisionWorkSession, names: Record<DecidingPerson, string> | null) {
		this.#session = session;
		this.chooserNames = names;
		this.passTurn(names ? this.#findUndecidedPerson() : 'self');
	}

	get currentDecision() {
		return this.chooser === null ? null : this.#session.lesson.decisionOf(this.chooser);
	}
	get options() {
		const { challenge, text } = this.#session;
		return [...challenge.decision.options, 'another'].map((id) => ({
			id,
			title: text.options[id]?.title ?? id,
			body: text.options[id]?.body ?? '',
			figures: this.#figuresByKey[id] ?? null
		}));
	}
	get settings() {
		return describeSettings(this.#session.challenge.decision.another, this.#ownValues, this.#session.text);
	}
	/**
	 * Whether the program, on which the figures depend, is unfinished: an earlier build step is not done, or in a challenge without
	 * build steps, a tune or arrange step.
	 */
	get hasUnfinishedSteps(): boolean {
		const { challenge, lesson } = this.#session;
		const doneStepIds = lesson.view.steps.flatMap((step) => (step.isDone ? [step.id] : []));
		const earlierSteps = challenge.steps.slice(
			0,
			challenge.steps.findIndex(({ kind }) => kind === 'decide')
		);
		const buildSteps = earlierSteps.filter(({ kind }) => kind === 'build');
		const programSteps =
			buildSteps.length > 0 ? buildSteps : earlierSteps.filter(({ kind }) => kind === 'tune' || kind === 'arrange');
		return programSteps.some(({ id }) => !doneStepIds.includes(id));
	}
	get stageInput(): Pick<SceneInput, 'option' | 'values'> {
		return { option: this.viewedOption, values: this.#ownValues };
	}

	/** Returns the figures of the option that a student chose; for a rule of their own, the figures of its settings. */
	figuresOf(who: DecidingPerson): MeasuredFigure[] | null {
		const option = this.#session.lesson.decisionOf(who)?.option ?? '';
		const isOthersRule = option === 'another' && who !== this.chooser;
		return this.#figuresByKey[isOthersRule ? ownRuleFiguresKey(who) : option] ?? null;
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
		this.#session.program?.updateSceneInput(this.#session.createSceneInput());
		if (this.currentDecision?.option === 'another') this.chooseOption('another');
		void this.#measureFigures([this.#measureOf('another')]);
	}

	/** Gives the turn to a student; without an argument, to the first student who has not decided. */
	passTurn(who: DecidingPerson | null = this.#findUndecidedPerson()): void {
		this.chooser = who;
		const { challenge } = this.#session;
		const { option, values } = this.currentDecision ?? { option: null };
		this.viewedOption = option ?? challenge.decision.options[0] ?? '';
		this.#ownValues = this.#withStartValues(values);
		// Until these settings are measured, show no figures rather than those of the other student's settings.
		this.#figuresByKey = Object.fromEntries(
			Object.entries(this.#figuresByKey).filter(([key]) => challenge.decision.options.includes(key))
		);
		void this.#measureFigures([this.#measureOf('another'), ...this.#chosenRules()]);
	}

	computeFigures(): Promise<void> {
		return this.#measureFigures([...this.options.map(({ id }) => this.#measureOf(id)), ...this.#chosenRules()]);
	}

	#withStartValues(values: Record<string, number> = {}): Record<string, number> {
		const { another } = this.#session.challenge.decision;
		const startValues = another.map(({ id, start }): [string, number] => [id, start]);
		return { ...Object.fromEntries(startValues), ...values };
	}

	#measureOf(option: string): FigureMeasurement {
		return { key: option, option, values: this.#ownValues };
	}

	/** Returns the measurements for rules of students whose turn it is not; the dials then show other settings than theirs. */
	#chosenRules(): FigureMeasurement[] {
		return (['self', 'beside'] as const).flatMap((who) => {
			const decision = this.#session.lesson.decisionOf(who);
			if (decision?.option !== 'another' || who === this.chooser) return [];
			return [{ key: ownRuleFiguresKey(who), option: decision.option, values: this.#withStartValues(decision.values) }];
		});
	}

	async #measureFigures(measures: FigureMeasurement[]): Promise<void> {
		const { program } = this.#session;
		if (!program) return;
		const measureNumber = ++this.#measureCount;
		for (const { key } of measures) this.#latestMeasures[key] = measureNumber;
		for (const { key, option, values } of measures) {
			if (this.#latestMeasures[key] !== measureNumber) continue;
			const figures = await program.measureFigures(option, values);
			if (figures && this.#latestMeasures[key] === measureNumber)
				this.#figuresByKey = { ...this.#figuresByKey, [key]: figures };
		}
	}

	#findUndecidedPerson(): DecidingPerson | null {
		return (['self', 'beside'] as const).find((who) => !this.#session.lesson.hasDecided(who)) ?? null;
	}
}
