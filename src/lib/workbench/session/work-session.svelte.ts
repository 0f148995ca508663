/** Holds one open work; every change by the student passes through here, to be saved before it runs. */
import type { BrowserCheckReport } from '#lib/wire/hand-in.ts';
import type { ProgressReport } from '#lib/domain/progress.ts';
import type { Language } from '#lib/domain/language.ts';
import { textFilesOf, replaceTextFiles } from '#lib/domain/own-file/own-file.ts';
import type { Version } from '#lib/domain/work.ts';
import type { FileEnding } from '#lib/editor/file-names.ts';
import type { ForeignProgramSource } from '#lib/storage/program-marks.ts';
import type { SavedWork } from '#lib/storage/saved-work.svelte.ts';
import type { WorkContent, SaveOptions } from '#lib/storage/storage.ts';
import type { Files, SceneInput } from '#sandbox/contract.ts';
import type { Program } from '../code/program.svelte.ts';

export interface WorkSessionOptions {
	language: Language;
	theme: () => 'light' | 'dark';
	/** Whether the page ended while the program ran, the last time this work was open. */
	hasCrashed: boolean;
	/** Where a foreign program came from while it waits to be run; absent for the student's own program. */
	foreignSource?: ForeignProgramSource | null;
}

export abstract class WorkSession {
	readonly language: Language;
	files: Files = $state.raw({});
	readonly textFiles: Files = $derived(textFilesOf(this.files));
	/** Whether the program runs at each edit, without the run button. */
	isLive = $state(false);
	removedFile = $state.raw<{ path: string; text: string } | null>(null);
	/** The saved work; null until this browser's storage is open and the student has chosen the work. */
	savedWork: SavedWork | null = $state.raw(null);
	readonly #currentTheme: () => 'light' | 'dark';
	/** Whether the student changed something: nothing is saved before, so that a visitor who only looks leaves no data. */
	#hasChanges = false;
	/** The program on the stage; null until the sandbox has loaded. */
	program: Program | null = $state.raw(null);
	/** Opens the dialog to hand in the work; null where there is nothing to hand in, and after the hand-in. */
	askToHandIn: (() => void) | null = $state.raw(null);
	/** Whether nothing runs until the student presses run: the program crashed the page before, or came from elsewhere. */
	waitsForRun = $state(false);
	/** Whether the student pressed run before the sandbox had loaded: the program then runs once the sandbox has loaded. */
	protected runsOnArrival = false;

	constructor({ language, theme, hasCrashed, foreignSource = null }: WorkSessionOptions) {
		this.language = language;
		this.#currentTheme = theme;
		this.waitsForRun = hasCrashed || foreignSource !== null;
	}

	/** Earlier files, latest first, from which a function that the student removed can be put back. */
	get earlierFiles(): Files[] {
		return [];
	}
	get requiredNames(): string[] {
		return [];
	}
	abstract get readOnlyPaths(): string[];
	abstract get fixedPaths(): string[];
	abstract get fileEndings(): FileEnding[];
	abstract get importableFiles(): Files;
	abstract get editMode(): 'none' | 'tune' | 'arrange' | 'code';
	abstract get isRunNeeded(): boolean;
	abstract get canBeLive(): boolean;
	abstract get hasDocument(): boolean;
	/** Whether the program draws alone, with neither a document nor an author's scene around it. */
	abstract get drawsByItself(): boolean;
	get programKind(): 'challenge' | 'sketch' | 'page' {
		if (this.hasDocument) return 'page';
		return this.drawsByItself ? 'sketch' : 'challenge';
	}
	abstract currentContent(): WorkContent;
	/** Returns the title of the step in which a version was made; null for a project. */
	abstract stepTitleOf(version: Version): string | null;
	protected abstract restoreContent(version: Version): void;
	protected abstract runAndCheck(): Promise<void>;
	/** Saves the work, and where the session has a stage, plays its program there without checking it. */
	abstract updateStage(): Promise<void>;
	abstract createSceneInput(): SceneInput;
	/** The browser's check results for the present code. Advice only: a browser can send anything. */
	abstract get browserReport(): BrowserCheckReport;
	abstract get progress(): ProgressReport;

	/** Runs the program because a person asked: messages about the code, which wait while somebody types, show at once. */
	run(): Promise<void> {
		this.program?.stopWaitingForTyping();
		return this.runAndCheck();
	}

	async shareWithPair(): Promise<void> {
		await this.save({ sealsVersion: true, sharesWithPair: true });
	}

	setSavedWork(savedWork: SavedWork): void {
		this.savedWork = savedWork;
		if (this.#hasChanges) void this.save();
	}

	attachProgram(program: Program): void {
		this.program = program;
		program.onEnd = () => void this.savedWork?.clearRunningMark();
		if (this.runsOnArrival) void this.run();
		else if (!this.waitsForRun) void this.updateStage();
		else {
			// The start program played until this work was opened.
			program.stopAndForget();
			void program.loadCompiler();
		}
	}

	editFiles(files: Files): void {
		const [gone] = Object.keys(this.files).filter((path) => !(path in files));
		// A rename removes one path and adds another, so the number of files stays the same.
		const hasFewerFiles = Object.keys(files).length < Object.keys(this.files).length;
		if (gone !== undefined && hasFewerFiles) this.removedFile = { path: gone, text: this.files[gone] ?? '' };
		// A new file has the removed file's name: restoring would overwrite the new file, so restoring is no longer offered.
		if (this.removedFile && this.removedFile.path in files) this.removedFile = null;
		this.files = files;
		this.program?.markEdited();
		if (this.isLive) void this.runAndCheck();
		else void this.save();
	}

	editTexts(texts: Files): void {
		this.editFiles(replaceTextFiles(this.files, texts));
	}

	restoreRemovedFile(): void {
		if (!this.removedFile) return;
		const { path, text } = this.removedFile;
		this.removedFile = null;
		this.editFiles({ ...this.files, [path]: text });
	}

	async save(options: SaveOptions = {}): Promise<void> {
		this.#hasChanges = true;
		await this.savedWork?.save(this.currentContent(), options);
	}

	/** Restores an older version as a new one; the present content stays in the history. */
	async restoreVersion(version: Version): Promise<void> {
		await this.save({ sealsVersion: true });
		this.restoreContent(version);
		this.program?.markEdited();
		await this.save({ sealsVersion: true });
		await this.updateStage();
	}

	protected createPageInput(): Pick<SceneInput, 'language' | 'theme' | 'reducedMotion'> {
		return {
			language: this.language,
			theme: this.#currentTheme(),
			reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches
		};
	}

	/** Stops saving, and leaves the program to the next session, so that a late answer is not saved over that session's content. */
	dispose(): void {
		this.program = null;
		this.savedWork?.dispose();
		this.savedWork = null;
	}
}
