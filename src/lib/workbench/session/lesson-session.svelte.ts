/** Holds an open challenge: its lesson, its files and its decision. */
import type { BrowserReport } from '#lib/domain/browser-report.ts';
import type { ProgressReport } from '#lib/domain/standing.ts';
import type { Challenge, ChallengeText } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Version } from '#lib/domain/work.ts';
import type { Ending } from '#lib/editor/fileNames.ts';
import { createLesson, type Lesson } from '#lib/steps/lesson.svelte.ts';
import type { LessonInstruction } from '#lib/steps/machine.ts';
import type { Chooser, Deciding, Returned } from '#lib/steps/progress.ts';
import { parseLessonSnapshot, type LessonSnapshot } from '#lib/steps/snapshot.ts';
import { openFiles } from '#lib/steps/view.ts';
import type { Content } from '#lib/storage/storage.ts';
import { setValue } from '#lib/steps/tune.ts';
import { putBody } from '#lib/steps/arrange.ts';
import type { CheckResult, Report } from '#sandbox/report.ts';
import type { Files, SceneInput } from '#sandbox/contract.ts';
import { arrangementOf, dialsOf, linesOf, predictionOf, situationOf, titlesOf } from '../task/step-view.ts';
import { SessionDecision } from '../task/decision.svelte.ts';
import { dataFilesOf, isWhole, namesChecked, sourcesOf } from './surroundings.ts';
import { WorkSession } from './work-session.svelte.ts';

export interface LessonSessionOptions {
	challenge: Challenge;
	language: Language;
	/** The saved work; absent for a new one. */
	resumed?: { files: Files; lesson: LessonSnapshot | undefined; crashed: boolean };
	/** The decisions so far, and the students at this machine. */
	deciding: Deciding;
	names: Record<Chooser, string> | null;
	theme: () => 'light' | 'dark';
}

export class LessonSession extends WorkSession {
	challenge: Challenge;
	readonly text: ChallengeText;
	readonly lesson: Lesson;
	readonly decision: SessionDecision;
	/** The decision is open while someone still types in the code. */
	finishing = $state(false);
	/** How often a teacher has brought this page to the decision. */
	led = $state(0);
	readonly fixed = ['main.ts'];
	readonly hasDocument = false;
	readonly endings: Ending[] = ['.ts'];
	/** The last check results by step, with the files that were checked. */
	#checked = $state.raw<Record<string, { files: Files; results: CheckResult[] }>>({});
	/** The last files that compiled. */
	#compiled = $state.raw<Files | null>(null);
	#started = false;
	#arrived: () => void = () => undefined;
	/** Resolves when the surroundings have loaded: the program cannot compile without them. */
	readonly #whole = new Promise<void>((resolve) => (this.#arrived = resolve));

	constructor({ challenge, language, resumed, deciding, names, theme }: LessonSessionOptions) {
		super({ language, theme, crashed: resumed?.crashed ?? false });
		this.challenge = $state.raw(challenge);
		this.text = challenge.text[language];
		// Green challenges run on demand.
		this.live = challenge.piste !== 'green';
		this.files = resumed?.files ?? challenge.start[language];
		this.lesson = createLesson(challenge, {
			...(resumed?.lesson ? { saved: resumed.lesson } : {}),
			deciding,
			call: (input) => this.#call(input.name, input.args),
			onReturned: () => void this.save(),
			onInstruction: (instruction) => this.#follow(instruction)
		});
		this.decision = new SessionDecision(this, names);
	}

	/** Takes over parts of the challenge that loaded after the page. */
	complete(challenge: Challenge): void {
		this.challenge = challenge;
		if (isWhole(challenge)) this.#arrived();
	}

	get readOnly() {
		return this.challenge.readOnly;
	}
	get around(): Files {
		return dataFilesOf(this.challenge);
	}
	override get required(): string[] {
		return namesChecked(this.challenge, this.lesson.view.checks);
	}
	override get earlier(): Files[] {
		const start = this.challenge.start[this.language];
		const opened = this.challenge.opens[this.language][this.lesson.view.step.id];
		return [...(this.#compiled ? [this.#compiled] : []), ...(opened ? [opened] : []), start];
	}
	get editable() {
		return this.finishing ? 'code' : this.lesson.view.editable;
	}
	get awaited() {
		const { next, checks } = this.lesson.view;
		return next.kind === 'needs' && checks !== null;
	}
	get canBeLive() {
		return this.challenge.piste !== 'green';
	}
	get dials() {
		return dialsOf(this.lesson.view.step, this.files, this.text);
	}
	get arrangement() {
		return arrangementOf(this.lesson.view, this.files);
	}
	get prediction() {
		return predictionOf(this.challenge, this.lesson.snapshot());
	}
	get titles() {
		return titlesOf(this.challenge, this.lesson.view.checks, this.text);
	}
	get reported(): BrowserReport {
		return Object.entries(this.#checked).flatMap(([step, { files, results }]) =>
			files === this.files ? results.map(({ path, status }) => ({ step, check: path.at(-1) ?? '', status })) : []
		);
	}
	get standing(): ProgressReport {
		const { step, steps, checks } = this.lesson.view;
		const results = this.#checked[step.id]?.results ?? [];
		const of = checks === null ? 0 : Math.max(this.titles.length, results.length);
		return {
			step: step.id,
			done: steps.filter(({ done }) => done).map(({ id }) => id),
			passed: checks === null ? 0 : results.filter(({ status }) => status === 'pass').length,
			checks: of
		};
	}

	protected async perform(): Promise<void> {
		const { checks } = this.lesson.view;
		this.waits = false;
		await this.#attempt(checks);
	}

	show(): Promise<void> {
		return this.#attempt(null);
	}

	async #attempt(checks: string | null): Promise<void> {
		const program = this.program;
		if (!program) {
			this.asked ||= checks !== null;
			return;
		}
		this.asked = false;
		const start = this.challenge.start[this.language];
		const untouched = this.files === start;
		// If the program crashes the page, `running` keeps it from starting by itself next time.
		const saved = untouched ? Promise.resolve() : this.save({ running: true });
		const started = this.challenge.startBundle[this.language];
		// The precompiled start bundle has no checks.
		const isStart = untouched && checks === null && started.code !== '';
		if (!isStart && !isWhole(this.challenge)) await this.#whole;
		const { files } = this;
		const report = await program.attempt({
			...(isStart ? { bundle: started } : {}),
			sources: sourcesOf(this.challenge, files),
			own: files,
			input: this.input(),
			kind: 'scene',
			checks,
			saved
		});
		// A newer attempt may have taken the place of this one before it compiled.
		if (program.bundled === files) this.#compiled = files;
		// A disposed session has given its program away.
		if (report && checks !== null && this.program === program) this.#report(report, checks, files);
		if (this.lesson.view.step.kind === 'decide' || this.lesson.view.step.kind === 'show') await this.decision.compare();
	}

	content(): Content {
		const { decision, others } = this.lesson;
		const decided = { decision, ...(Object.keys(others).length > 0 && { others }) };
		return { files: this.files, steps: this.lesson.snapshot(), ...decided, project: null };
	}

	stepOf({ steps }: Version): string | null {
		return this.text.steps[parseLessonSnapshot(steps)?.current ?? '']?.title ?? null;
	}

	/** Restores the files alone: steps done and decisions made since stay. */
	protected takeBack({ files }: Version): void {
		this.files = files;
	}

	/** Takes the browser's check results for the step and the files they ran for. */
	#report(report: Report, checks: string, files: Files): void {
		const step = this.challenge.steps.find((each) => 'checks' in each && each.checks === checks);
		if (!step) return;
		this.#checked = { ...this.#checked, [step.id]: { files, results: report.results } };
		this.lesson.send({ type: 'checks.reported', step: step.id, report });
		void this.save();
	}

	/**
	 * Opens the decision on a teacher's command. The keyboard stays with the code until `finished`, so that no key is lost. Returns the
	 * step that was left, or null when the page did not move.
	 */
	openDecision(finished: Promise<unknown>): string | null {
		this.lesson.send({ type: 'decide.open' });
		const here = this.lesson.view.step;
		const decide = this.challenge.steps.find(({ kind }) => kind === 'decide');
		if (decide === undefined || decide === here) return null;
		this.finishing = this.lesson.view.editable === 'code';
		this.go(decide.id);
		void finished.then(() => {
			this.finishing = false;
			this.led += 1;
		});
		return here.id;
	}

	go(step: string): void {
		this.lesson.send({ type: 'step.go', step });
	}

	hint(): void {
		this.lesson.send({ type: 'hint.show' });
		void this.save();
	}

	/** Commits an answer; asks the program again when a crash lost its call. */
	commit(answer: string): void {
		this.waits = false;
		this.lesson.send({ type: 'answer.commit', answer });
		void this.save();
	}

	tune(id: string, value: number): void {
		const step = this.lesson.view.step;
		const adjustable = step.kind === 'tune' ? step.values.find((each) => each.id === id) : undefined;
		if (!adjustable) return;
		const tuned = setValue(this.files[adjustable.file] ?? '', adjustable.name, value);
		if (tuned.kind === 'missing') return;
		this.files = { ...this.files, [adjustable.file]: tuned.text };
		this.lesson.send({ type: 'value.set', id, value });
		void this.run();
	}

	arrange(placed: number[]): void {
		const { step } = this.lesson.view;
		if (step.kind !== 'arrange') return;
		const lines = linesOf(step, placed);
		this.lesson.send({ type: 'lines.arrange', placed: lines });
		// Start from the step's original file: a half-arranged body may hold unclosed braces.
		const given = this.challenge.opens[this.language][step.id] ?? this.challenge.start[this.language];
		const put = putBody(given[step.file] ?? '', step.name, lines);
		if (put.kind === 'missing') return;
		this.files = { ...this.files, [step.file]: put.text };
		this.program?.edited();
		void this.save();
	}

	input(): SceneInput {
		const { step } = this.lesson.view;
		return {
			...this.given(),
			labels: this.text.labels,
			situation: situationOf(this.challenge, this.lesson.view),
			...(step.kind === 'decide' || step.kind === 'show' ? this.decision.onStage : {})
		};
	}

	async #call(name: string, args: unknown[]): Promise<Returned> {
		await this.show();
		const outcome = await this.program?.call(name, args);
		if (!outcome) return { kind: 'problem', problem: { kind: 'crash', message: 'no sandbox' } };
		return outcome.kind === 'value' ? { kind: 'value', shown: outcome.shown } : outcome;
	}

	#follow(instruction: LessonInstruction): void {
		if (instruction.type === 'files.open') {
			void this.save({ seal: true });
			const before = JSON.stringify(this.files);
			this.files = openFiles(this.challenge, this.language, instruction.step, this.files);
			if (!this.waits && before !== JSON.stringify(this.files)) this.program?.hold();
			return;
		}
		this.program?.forgetResults();
		// The lesson's view is updated right after this instruction.
		queueMicrotask(() => {
			if (this.#started) void this.save({ seal: true });
			this.#started = true;
			if (!this.waits) void this.show();
		});
	}

	override dispose(): void {
		this.lesson.stop();
		super.dispose();
	}
}
