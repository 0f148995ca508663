/** Handles what a student does without typing code: predictions, dials, order of lines, examples, hints. */
import type { Challenge, ChallengeText } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import type { WrittenExample } from '#lib/domain/written-example.ts';
import type { Lesson } from '#lib/steps/lesson.svelte.ts';
import { replaceTunedValue } from '#lib/steps/tune.ts';
import type { Files } from '#sandbox/contract.ts';
import type { Program } from '../code/program.svelte.ts';
import { canArrangeLines, writeArrangedFile } from './arrange/arranged-file.ts';
import { describeArrangement, dialsOfStep, textsOfPlacedLines } from './step-view.ts';

interface StepAnswersSession {
	readonly challenge: Challenge;
	readonly text: ChallengeText;
	readonly language: Language;
	readonly lesson: Lesson;
	/** The running program; null until the sandbox has loaded. */
	readonly program: Program | null;
	files: Files;
	/** Whether the program starts only when a person asks. */
	waitsForRun: boolean;
	run(): Promise<void>;
	save(): Promise<void>;
}

export class StepAnswers {
	readonly #session: StepAnswersSession;

	constructor(session: StepAnswersSession) {
		this.#session = session;
	}

	get dials() {
		const { lesson, files, text } = this.#session;
		return dialsOfStep(lesson.view.step, files, text);
	}
	get arrangement() {
		const { lesson, files } = this.#session;
		return describeArrangement(lesson.view, files);
	}
	/** Whether lines may be moved without losing what the student typed; otherwise the lines are read-only. */
	get canArrange(): boolean {
		return canArrangeLines(this.#session, this.#session.lesson.view);
	}

	showHint(): void {
		this.#session.lesson.send({ type: 'hint.show' });
		void this.#session.save();
	}

	/** Commits an answer; calls the program again if a crash lost the result of the first call. */
	commitAnswer(answer: string): void {
		this.#session.waitsForRun = false;
		this.#session.lesson.send({ type: 'answer.commit', answer });
		void this.#session.save();
	}

	writeExamples(examples: WrittenExample[]): void {
		this.#session.lesson.send({ type: 'examples.write', examples });
		void this.#session.save();
	}

	tuneValue(id: string, value: number): void {
		const { lesson, files } = this.#session;
		const { step } = lesson.view;
		const adjustableValue = step.kind === 'tune' ? step.values.find((each) => each.id === id) : undefined;
		if (!adjustableValue) return;
		const replacement = replaceTunedValue(files[adjustableValue.file] ?? '', adjustableValue.name, value);
		if (replacement.kind === 'missing') return;
		this.#session.files = { ...files, [adjustableValue.file]: replacement.text };
		lesson.send({ type: 'value.set', id, value });
		void this.#session.run();
	}

	arrangeLines(placedIndices: number[]): void {
		const { lesson, program } = this.#session;
		const { step } = lesson.view;
		if (step.kind !== 'arrange' || !this.canArrange) return;
		const lineTexts = textsOfPlacedLines(step, placedIndices);
		lesson.send({ type: 'lines.arrange', placed: lineTexts });
		const arrangedText = writeArrangedFile(this.#session, step, lineTexts);
		if (arrangedText === null) return;
		this.#session.files = { ...this.#session.files, [step.file]: arrangedText };
		program?.markEdited();
		void this.#session.save();
	}
}
