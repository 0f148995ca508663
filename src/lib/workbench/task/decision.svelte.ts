/** The decision at the end of a challenge: what there is to choose from, whose turn it is, and what was chosen. */
import type { Challenge, ChallengeText } from '#lib/domain/challenge.ts';
import type { Lesson } from '#lib/steps/lesson.svelte.ts';
import type { Chooser } from '#lib/steps/progress.ts';
import type { SceneInput } from '#sandbox/index.ts';
import { settingsOf } from './step-view.ts';
import { Comparison } from './comparison.svelte.ts';
import type { Program } from '../code/program.svelte.ts';

/** What a decision needs of its session. */
interface DecisionHost {
	readonly challenge: Challenge;
	readonly text: ChallengeText;
	readonly lesson: Lesson;
	/** Absent until the sandbox is there. */
	readonly program: Program | null;
	keep(): Promise<void>;
	show(): Promise<void>;
	input(): SceneInput;
}

export class SessionDecision {
	/** The option that is on stage. */
	looked = $state('');
	/** Whose turn it is; null when both at this machine have decided, and see what the other chose. */
	chooser: Chooser | null = $state('self');
	/** The pseudonyms of the two who sit here; null for one alone. */
	readonly names: Record<Chooser, string> | null;
	readonly #comparison = new Comparison();
	readonly #sat: DecisionHost;
	/** The values of the student's own option. */
	#own = $state.raw<Record<string, number>>({});

	constructor(sat: DecisionHost, names: Record<Chooser, string> | null) {
		this.#sat = sat;
		this.names = names;
		this.turn(names ? this.#undecided() : 'self');
	}

	/** Of who decides now. */
	get made() {
		return this.chooser === null ? null : this.#sat.lesson.decisionOf(this.chooser);
	}
	get options() {
		const { challenge, text } = this.#sat;
		return [...challenge.decision.options, 'another'].map((id) => ({
			id,
			title: text.options[id]?.title ?? id,
			body: text.options[id]?.body ?? '',
			figures: this.#comparison.figures[id] ?? null
		}));
	}
	get settings() {
		return settingsOf(this.#sat.challenge, this.#own, this.#sat.text);
	}
	/** Something that its figures come from is still to be made. */
	get unfinished(): boolean {
		const { challenge, lesson } = this.#sat;
		const done = lesson.view.steps.flatMap((step) => (step.done ? [step.id] : []));
		const before = challenge.steps.slice(
			0,
			challenge.steps.findIndex(({ kind }) => kind === 'decide')
		);
		return before.some(({ id, kind }) => kind !== 'stretch' && !done.includes(id));
	}
	/** What the scene is told of it. */
	get onStage(): Pick<SceneInput, 'option' | 'values'> {
		return { option: this.looked, values: this.#own };
	}

	look(option: string): void {
		this.looked = option;
		void this.#sat.show();
	}

	choose(option: string): void {
		const values = option === 'another' ? { values: this.#own } : {};
		this.#sat.lesson.send({ type: 'decision.choose', option, ...values, who: this.chooser ?? 'self' });
		void this.#sat.keep();
	}

	write(position: string): void {
		this.#sat.lesson.send({ type: 'position.write', position, who: this.chooser ?? 'self' });
		void this.#sat.keep();
	}

	/** Changes a value of the student's own option. */
	set(id: string, value: number): void {
		this.#own = { ...this.#own, [id]: value };
		this.#sat.program?.update(this.#sat.input());
		if (this.made?.option === 'another') this.choose('another');
		void this.#measure(['another']);
	}

	/** It is this one's turn; without a name, of who has not decided yet. */
	turn(who: Chooser | null = this.#undecided()): void {
		this.chooser = who;
		const { challenge } = this.#sat;
		const { option, values } = this.made ?? { option: null };
		this.looked = option ?? challenge.decision.options[0] ?? '';
		const starts = challenge.decision.another.map((each) => [each.id, each.start]);
		this.#own = { ...Object.fromEntries(starts), ...values };
	}

	/** What each option gives with the program as it is. */
	compare(): Promise<void> {
		return this.#measure(this.options.map(({ id }) => id));
	}

	async #measure(options: string[]): Promise<void> {
		const program = this.#sat.program;
		if (program) await this.#comparison.measure(program, options, this.#own);
	}

	#undecided(): Chooser | null {
		return (['self', 'beside'] as const).find((who) => !this.#sat.lesson.hasDecided(who)) ?? null;
	}
}
