import type { BrowserCheckReport } from '#lib/wire/hand-in.ts';
import type { ProgressReport } from '#lib/domain/progress.ts';
import type { Challenge, ChallengeText } from '#lib/domain/challenge.ts';
import { chooseChallengeTextLanguage, type Language } from '#lib/domain/language.ts';
import type { Version } from '#lib/domain/work.ts';
import type { FileEnding } from '#lib/editor/file-names.ts';
import { createLesson, type Lesson } from '#lib/steps/lesson.svelte.ts';
import type { LessonInstruction } from '#lib/steps/machine.ts';
import type { DecidingPerson, StudentDecisions, ProgramCallResult } from '#lib/steps/progress.ts';
import { parseLessonSnapshot, type LessonSnapshot } from '#lib/steps/snapshot.ts';
import { overwriteWithStepFiles } from '#lib/steps/view.ts';
import type { WorkContent } from '#lib/storage/storage.ts';
import type { Report } from '#sandbox/report.ts';
import type { Files, SceneInput } from '#sandbox/contract.ts';
import type { Program } from '../code/program.svelte.ts';
import { ChecksView } from '../stage/checks-view.svelte.ts';
import { SessionDecision } from '../task/decision.svelte.ts';
import { StepAnswers } from '../task/step-answers.ts';
import { describePrediction, situationToPlay, checkTitlesOf } from '../task/step-view.ts';
import { StageDials } from './stage-dials.svelte.ts';
import {
	dataFilesOfChallenge,
	hasLoadedCompilerFiles,
	namesImportedByChecks,
	collectChallengeSources
} from './surroundings.ts';
import { StepResults } from './step-results.svelte.ts';
import { WorkSession } from './work-session.svelte.ts';

export interface LessonSessionOptions {
	challenge: Challenge;
	language: Language;
	resumedWork?: { files: Files; lesson: LessonSnapshot | undefined; hasCrashed: boolean };
	studentDecisions: StudentDecisions;
	chooserNames: Record<DecidingPerson, string> | null;
	theme: () => 'light' | 'dark';
}

export class LessonSession extends WorkSession {
	challenge: Challenge;
	readonly text: ChallengeText;
	/** Language of the challenge's text, which may differ from the page's. */
	readonly textLanguage: Language;
	readonly lesson: Lesson;
	readonly decision: SessionDecision;
	readonly stageDials = new StageDials(this);
	readonly answers = new StepAnswers(this);
	readonly checks = new ChecksView(this);
	/** Whether a teacher has opened the decision while the student is still typing code. */
	isFinishingTyping = $state(false);
	broughtToDecisionCount = $state(0);
	readonly fixedPaths = ['main.ts'];
	readonly hasDocument = false;
	readonly drawsByItself = false;
	readonly fileEndings: FileEnding[] = ['.ts'];
	readonly #results = new StepResults();
	#compiledFiles = $state.raw<Files | null>(null);
	#hasStarted = false;
	#resolveSurroundings: () => void = () => undefined;
	/** Resolves when the author's files around the program have loaded: the program cannot compile without them. */
	readonly #surroundingsLoaded = new Promise<void>((resolve) => (this.#resolveSurroundings = resolve));

	constructor({
		challenge,
		language,
		resumedWork: resumed,
		studentDecisions,
		chooserNames: names,
		theme
	}: LessonSessionOptions) {
		super({ language, theme, hasCrashed: resumed?.hasCrashed ?? false });
		this.challenge = $state.raw(challenge);
		this.text = challenge.text[language];
		this.textLanguage = chooseChallengeTextLanguage(challenge, language);
		// Green challenges run when the student presses the button, others at each edit.
		this.isLive = challenge.piste !== 'green';
		this.files = resumed?.files ?? challenge.start[language];
		this.lesson = createLesson(challenge, {
			...(resumed?.lesson ? { saved: resumed.lesson } : {}),
			studentDecisions,
			callProgram: (input) => this.#callProgramFunction(input.name, input.args),
			onReturned: () => void this.save(),
			onInstruction: (instruction) => this.#followInstruction(instruction)
		});
		this.decision = new SessionDecision(this, names);
		if (hasLoadedCompilerFiles(challenge)) this.#resolveSurroundings();
	}

	override attachProgram(program: Program): void {
		void this.#surroundingsLoaded.then(() => {
			const { startBundle, start } = this.challenge;
			const sources = { ...collectChallengeSources(this.challenge, start[this.language]), checks: [] };
			program.reuseCompiledFiles(sources, startBundle[this.language]);
		});
		super.attachProgram(program);
	}

	completeChallenge(challenge: Challenge): void {
		this.challenge = challenge;
		if (hasLoadedCompilerFiles(challenge)) this.#resolveSurroundings();
	}

	get readOnlyPaths() {
		return this.challenge.readOnly;
	}
	get importableFiles(): Files {
		return dataFilesOfChallenge(this.challenge);
	}
	override get requiredNames(): string[] {
		return namesImportedByChecks(this.challenge, this.lesson.view.checksFile);
	}
	override get earlierFiles(): Files[] {
		const start = this.challenge.start[this.language];
		const openingFiles = this.challenge.opens[this.language][this.lesson.view.step.id];
		return [...(this.#compiledFiles ? [this.#compiledFiles] : []), ...(openingFiles ? [openingFiles] : []), start];
	}
	get editMode() {
		if (this.isFinishingTyping) return 'code';
		const { editMode } = this.lesson.view;
		return editMode === 'arrange' && !this.answers.canArrange ? 'none' : editMode;
	}
	get isRunNeeded() {
		const { next, checksFile: checks } = this.lesson.view;
		return next.kind === 'needs' && checks !== null;
	}
	get canBeLive() {
		return this.challenge.piste !== 'green';
	}
	get prediction() {
		return describePrediction(this.challenge, this.lesson.snapshot());
	}
	get checkTitles() {
		return checkTitlesOf(this.challenge, this.lesson.view.checksFile, this.text);
	}
	get browserReport(): BrowserCheckReport {
		return this.#results.browserReportFor(this.files);
	}
	get progress(): ProgressReport {
		return this.#results.progressReportFor(this.lesson.view, this.checkTitles.length);
	}

	protected async runAndCheck(): Promise<void> {
		const { checksFile: checks } = this.lesson.view;
		await this.#attemptProgram(checks);
	}

	updateStage(): Promise<void> {
		return this.#attemptProgram(null);
	}

	async #attemptProgram(checks: string | null): Promise<void> {
		const program = this.program;
		if (!program) {
			this.runsOnArrival ||= checks !== null;
			return;
		}
		this.runsOnArrival = false;
		this.waitsForRun = false;
		const start = this.challenge.start[this.language];
		const isUntouched = this.files === start;
		// If the program crashes the page, the saved mark `running` keeps it from starting by itself next time.
		const whenSaved = isUntouched ? Promise.resolve() : this.save({ marksRunning: true });
		const startBundle = this.challenge.startBundle[this.language];
		// The precompiled start bundle has no checks, so it serves only steps without checks.
		const isStart = isUntouched && checks === null && startBundle.code !== '';
		if (!isStart && !hasLoadedCompilerFiles(this.challenge)) await this.#surroundingsLoaded;
		if (isStart)
			void this.#surroundingsLoaded.then(() =>
				program.compileInAdvance(collectChallengeSources(this.challenge, start))
			);
		const { files } = this;
		const report = await program.runAttempt({
			...(isStart ? { bundle: startBundle } : {}),
			sources: collectChallengeSources(this.challenge, files),
			studentFiles: files,
			sceneInput: this.createSceneInput(),
			kind: 'scene',
			checksFile: checks,
			whenSaved
		});
		// A newer attempt may have replaced this one before it compiled.
		if (program.bundledFiles === files) this.#compiledFiles = files;
		// A disposed session has passed its program on to the next session, so this report belongs to the next session.
		if (report && checks !== null && this.program === program) this.#recordCheckReport(report, checks, files);
		if (this.lesson.view.step.kind === 'decide' || this.lesson.view.step.kind === 'show')
			await this.decision.computeFigures();
	}

	currentContent(): WorkContent {
		const { decision, otherDecisions: others } = this.lesson;
		const decisions = { decision, ...(Object.keys(others).length > 0 && { others }) };
		return { files: this.files, steps: this.lesson.snapshot(), ...decisions, project: null };
	}

	stepTitleOf({ steps }: Version): string | null {
		return this.text.steps[parseLessonSnapshot(steps)?.current ?? '']?.title ?? null;
	}

	/** Restores the files only: steps done and decisions made since then stay. */
	protected restoreContent({ files }: Version): void {
		this.files = files;
	}

	#recordCheckReport(report: Report, checks: string, files: Files): void {
		const step = this.challenge.steps.find((each) => 'checks' in each && each.checks === checks);
		if (!step) return;
		this.#results.recordResults(step.id, files, report.results);
		this.lesson.send({ type: 'checks.reported', step: step.id, report });
		void this.save();
	}

	/**
	 * Opens the decision when the teacher says so. The focus stays in the code until `finished` resolves, so that no key is lost. Returns the
	 * id of the step that was left, or null when the page did not change its step.
	 */
	openDecision(finished: Promise<unknown>): string | null {
		this.lesson.send({ type: 'decide.open' });
		const here = this.lesson.view.step;
		const decide = this.challenge.steps.find(({ kind }) => kind === 'decide');
		if (decide === undefined || decide === here) return null;
		this.isFinishingTyping = this.lesson.view.editMode === 'code';
		this.goToStep(decide.id);
		void finished.then(() => {
			this.isFinishingTyping = false;
			this.broughtToDecisionCount += 1;
		});
		return here.id;
	}

	goToStep(step: string): void {
		this.lesson.send({ type: 'step.go', step });
	}

	createSceneInput(): SceneInput {
		return { ...this.createPageInput(), ...this.lessonInput };
	}

	/** The part of the scene's input that the server knows too, which renders the page but has no screen. */
	get lessonInput(): Omit<SceneInput, 'theme' | 'reducedMotion'> {
		const { step } = this.lesson.view;
		return {
			language: this.textLanguage,
			labels: this.text.labels,
			situation: situationToPlay(this.challenge, this.lesson.view),
			...this.stageDials.stageInput,
			...(step.kind === 'decide' || step.kind === 'show' ? this.decision.stageInput : {})
		};
	}

	async #callProgramFunction(name: string, args: unknown[]): Promise<ProgramCallResult> {
		await this.updateStage();
		const outcome = await this.program?.callFunction(name, args);
		if (!outcome) return { kind: 'problem', problem: { kind: 'crash', message: 'no sandbox' } };
		return outcome.kind === 'value' ? { kind: 'value', shown: outcome.shown } : outcome;
	}

	#followInstruction(instruction: LessonInstruction): void {
		if (instruction.type === 'files.open') {
			void this.save({ sealsVersion: true });
			const before = JSON.stringify(this.files);
			this.files = overwriteWithStepFiles(this.challenge, this.language, instruction.step, this.files);
			if (!this.waitsForRun && before !== JSON.stringify(this.files)) this.program?.coverStage();
			return;
		}
		this.program?.checks.forgetResults();
		// The lesson's view is updated right after this callback, so save in the next microtask.
		queueMicrotask(() => {
			if (this.#hasStarted) void this.save({ sealsVersion: true });
			this.#hasStarted = true;
			if (!this.waitsForRun) void this.updateStage();
		});
	}

	override dispose(): void {
		this.lesson.stop();
		super.dispose();
	}
}
