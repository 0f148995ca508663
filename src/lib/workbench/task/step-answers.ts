import type { Challenge, ChallengeText, Step } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import type { WrittenExample } from '#lib/domain/written-example.ts';
import type { Lesson } from '#lib/steps/lesson.svelte.ts';
import { replaceTunedValue } from '#lib/steps/tune.ts';
import type { Files } from '#sandbox/contract.ts';
import type { Program } from '../code/program.svelte.ts';
import { describeArrangement, dialsOfStep, textsOfPlacedLines } from './step-view.ts';
import { replaceFunctionBody } from '#lib/steps/arrange.ts';
import { linesWithoutComments } from '#lib/steps/source.ts';
import type { LessonView } from '#lib/steps/view.ts';

interface ArrangeSession {
	readonly challenge: Challenge;
	readonly language: Language;
	readonly files: Files;
}
type ArrangeStep = Extract<Step, { kind: 'arrange' }>;

/** Returns the text of the step's file with these lines in its function; null when the file lacks that function. */
function writeArrangedFile(
	{ challenge, language }: Omit<ArrangeSession, 'files'>,
	step: ArrangeStep,
	lineTexts: string[]
): string | null {
	// Start from the step's original file: a half-arranged body may hold unclosed braces.
	const originalFiles = challenge.opens[language][step.id] ?? challenge.start[language];
	const bodyReplacement = replaceFunctionBody(originalFiles[step.file] ?? '', step.name, lineTexts);
	return bodyReplacement.kind === 'missing' ? null : bodyReplacement.text;
}

/**
 * Tells whether lines may be moved. Each move rewrites the whole file, so once a step in which students type has been opened, the
 * file must still be as a step gave it or as these lines made it. Comments are not compared, because they differ between the
 * languages.
 */
function canArrangeLines(host: ArrangeSession, { step, record, steps }: LessonView): boolean {
	if (step.kind !== 'arrange' || record.kind !== 'arrange') return false;
	const hasOpenedCode = steps.some(
		({ kind, state }) => (kind === 'build' || kind === 'stretch') && state.kind !== 'locked'
	);
	if (!hasOpenedCode) return true;
	const { challenge, language, files } = host;
	const givenFiles = [challenge.start[language], ...Object.values(challenge.opens[language])];
	const untypedTexts = [
		...givenFiles.map((given) => given[step.file]),
		writeArrangedFile(host, step, record.placed ?? [])
	];
	const codeWithoutComments = (text: string | null | undefined) => linesWithoutComments(text ?? '').join('\n');
	return untypedTexts.map(codeWithoutComments).includes(codeWithoutComments(files[step.file]));
}

interface StepAnswersSession {
	readonly challenge: Challenge;
	readonly text: ChallengeText;
	readonly language: Language;
	readonly lesson: Lesson;
	readonly program: Program | null;
	files: Files;
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
