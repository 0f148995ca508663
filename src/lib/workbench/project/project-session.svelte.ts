import type { BrowserCheckReport } from '#lib/wire/hand-in.ts';
import { PROJECT_STEP_ID, type ProgressReport } from '#lib/domain/progress.ts';
import type { PinnedChallenge, Version } from '#lib/domain/work.ts';
import {
	EMPTY_PROJECT_CARD,
	listUnrenamableFiles,
	projectKindOf,
	PAGE_FILE,
	PROGRAM_FILE,
	type ProjectProblemCard,
	type ProjectDescription
} from '#lib/domain/project.ts';
import { ownFilesOf, formatOwnFile, type OwnFile } from '#lib/domain/own-file/own-file.ts';
import { readStoredProjectItems, replaceStoredItems, removeStoreFile } from '#lib/domain/project-store.ts';
import { removeFile, type FileEnding } from '#lib/editor/file-names.ts';
import type { ForeignProgramSource } from '#lib/storage/program-marks.ts';
import { accountOfPage } from '#lib/storage/person.ts';
import type { WorkContent } from '#lib/storage/storage.ts';
import type { Files, OwnFiles, SceneInput, Sources } from '#sandbox/contract.ts';
import { NewestValueThrottle } from '#sandbox/index.ts';
import { fetchPageLibraryScripts } from '#sandbox/libraries/fetch.ts';
import { libraryNamesOf } from '#sandbox/libraries/recognise.ts';
import type { StoredItems } from '#sandbox/stored-items.ts';
import type { ProgramItemStore } from '../code/stage-runner.svelte.ts';
import type { Program } from '../code/program.svelte.ts';
import { OwnFileContents } from '../files/own-file-contents.ts';
import { findParameters, type Parameter, type ParameterValue } from '../parameters/find-parameters.ts';
import { WorkSession, type WorkSessionOptions } from '../session/work-session.svelte.ts';

export interface NewOwnFile {
	path: string;
	file: OwnFile;
	bytes: Uint8Array<ArrayBuffer>;
}

export interface ProjectSessionOptions extends WorkSessionOptions {
	files: Files;
	description: ProjectDescription;
	/** The challenge from which the project was made; null for another beginning. */
	sourceChallenge: PinnedChallenge | null;
	isUnsaved: boolean;
}

const ITEM_SAVE_INTERVAL_MS = 2000;

export class ProjectSession extends WorkSession implements ProgramItemStore {
	description: ProjectDescription = $state.raw({ title: '', card: null });
	/** Where a foreign program came from while it waits to be run; null once the student ran it, and for their own program. */
	foreignSource: ForeignProgramSource | null = $state(null);
	/** Items that the program stores from one run to the next; kept apart from `files`, which the student edits. */
	storedItems: StoredItems = $state.raw([]);
	readonly sourceChallenge: PinnedChallenge | null;
	readonly readOnlyPaths: string[] = [];
	readonly importableFiles: Files = {};
	readonly ownFileContents = new OwnFileContents(accountOfPage());
	readonly editMode = 'code';
	readonly isRunNeeded = true;
	readonly canBeLive = true;
	readonly parameters: Parameter[] = $derived(findParameters(this.textFiles));
	readonly #itemSaves = new NewestValueThrottle<StoredItems>(() => void this.#saveItems(), {
		pauseMilliseconds: ITEM_SAVE_INTERVAL_MS
	});
	/** The content with which a new project opened: nothing is saved until the project differs from it. Null for a saved project. */
	readonly #openedContent: { files: Files; description: ProjectDescription } | null;

	constructor({ files, description, sourceChallenge, isUnsaved, ...options }: ProjectSessionOptions) {
		super(options);
		this.files = removeStoreFile(files);
		this.storedItems = readStoredProjectItems(files);
		this.description = description;
		this.sourceChallenge = sourceChallenge;
		this.#openedContent = isUnsaved ? { files: this.files, description } : null;
		this.foreignSource = options.foreignSource ?? null;
		// Sketches run at each edit, unless the last run crashed the page or the program came from elsewhere.
		this.isLive = this.kind === 'sketch' && !this.waitsForRun;
	}

	/** Files that cannot be renamed; the editor opens the first one. A page opens its document first, a page with a library its program. */
	get fixedPaths() {
		const paths = listUnrenamableFiles(this.files);
		return libraryNamesOf(this.files[PAGE_FILE] ?? '').length === 0 ? paths : paths.reverse();
	}
	get fileEndings(): FileEnding[] {
		return this.kind === 'page' ? ['.ts', '.html', '.css', '.csv', '.json', '.txt'] : ['.ts', '.csv', '.json', '.txt'];
	}
	get hasDocument() {
		return this.kind === 'page';
	}
	get drawsByItself() {
		return !this.hasDocument;
	}
	get kind() {
		return projectKindOf(this.files);
	}

	stepTitleOf(): null {
		return null;
	}

	get browserReport(): BrowserCheckReport {
		return [];
	}
	get progress(): ProgressReport {
		return { step: PROJECT_STEP_ID, done: [], passed: 0, checks: 0 };
	}

	protected async runAndCheck(): Promise<void> {
		this.waitsForRun = false;
		this.runsOnArrival = this.program === null;
		if (this.foreignSource !== null) {
			this.foreignSource = null;
			this.isLive = this.kind === 'sketch';
		}
		await this.updateStage();
	}

	async updateStage(): Promise<void> {
		// A program from elsewhere still waits to be run after a version is restored or the store is emptied.
		if (!this.program || this.foreignSource !== null) return;
		this.waitsForRun = false;
		const isUntouched =
			this.#openedContent?.files === this.files && this.#openedContent.description === this.description;
		// If the program crashes the page, the saved mark `running` keeps it from starting by itself next time.
		const whenSaved = isUntouched ? Promise.resolve() : this.save({ marksRunning: true });
		await this.program.runAttempt({
			sources: this.#sources(),
			studentFiles: this.textFiles,
			sceneInput: this.createSceneInput(),
			kind: this.kind,
			checksFile: null,
			whenSaved,
			...(this.textFiles !== this.files && {
				ownFileContents: this.ownFileContents.findContentsToPlay(ownFilesOf(this.files), this.savedWork?.workId ?? null)
			}),
			...(this.hasDocument && { library: fetchPageLibraryScripts(this.files[PAGE_FILE] ?? '') })
		});
	}

	findOwnFileContents(): Promise<OwnFiles> {
		return this.ownFileContents.findAllContents(ownFilesOf(this.files), this.savedWork?.workId ?? null);
	}

	/**
	 * Stores the bytes of own files, then adds all of them to the project. Resolves to false, and changes nothing, when this browser cannot
	 * store one.
	 */
	async addOwnFiles(newFiles: readonly NewOwnFile[]): Promise<boolean> {
		for (const { file, bytes } of newFiles)
			if (!(await this.ownFileContents.storeContent(file, bytes)) && this.savedWork?.isInMemory !== true) return false;
		const fileEntries = newFiles.map(({ path, file }) => [path, formatOwnFile(file)] as const);
		this.editFiles({ ...this.files, ...Object.fromEntries(fileEntries) });
		return true;
	}

	removeOwnFile(path: string): void {
		this.editFiles(removeFile(this.files, path));
	}

	override editTexts(texts: Files): void {
		super.editTexts(texts);
		if (this.foreignSource !== null) void this.savedWork?.clearForeignMark();
	}

	override attachProgram(program: Program): void {
		program.itemKeeper = this;
		super.attachProgram(program);
	}

	/** Takes all items that the program stores now, and saves them if the project itself is saved already. */
	keepItems(items: StoredItems): void {
		this.storedItems = items;
		this.#itemSaves.replaceWaiting(items);
	}

	async replaceItems(items: StoredItems): Promise<void> {
		this.program?.ignoreOldItems();
		this.storedItems = items;
		await this.#saveItems();
		await this.updateStage();
	}

	async #saveItems(): Promise<void> {
		const { workId, state } = this.savedWork ?? {};
		// While the student decides between two versions, neither changes; the items are saved with the chosen version.
		if (workId === undefined || workId === null || state?.kind === 'conflict') return;
		await this.save({ changesOnlyStore: true });
	}

	/**
	 * Saves the items that wait for the next save. Called when the page is left, and not in `dispose`: when another version opens in place
	 * of this session's, the items would be saved with the version that the student did not choose.
	 */
	saveItemsNow(): void {
		this.#itemSaves.flush();
	}

	createSceneInput(): SceneInput {
		return { ...this.createPageInput(), labels: {}, situation: '' };
	}

	renameProject(title: string): void {
		this.description = { ...this.description, title };
		void this.save();
	}

	answerQuestion(field: keyof ProjectProblemCard, text: string): void {
		const { description } = this;
		this.description = { ...description, card: { ...(description.card ?? EMPTY_PROJECT_CARD), [field]: text } };
		void this.save();
	}

	/**
	 * Gives the running sketch a parameter's value before it is written into the program. Pages, and values inside of functions,
	 * change only once the value is written.
	 */
	previewParameter({ name }: Parameter, value: ParameterValue): void {
		if (this.kind === 'sketch' && this.#liveNames.includes(name))
			this.program?.updateSceneInput({ ...this.createSceneInput(), parameters: { [name]: value } });
	}

	get #liveNames(): string[] {
		const liveParameters = this.parameters.filter(({ path, isTopLevel }) => path === PROGRAM_FILE && isTopLevel);
		return liveParameters.map(({ name }) => name);
	}

	#sources(): Sources {
		return {
			files: this.textFiles,
			program: PROGRAM_FILE,
			checks: [],
			...(this.kind === 'page' ? { page: PAGE_FILE } : { parameters: this.#liveNames })
		};
	}

	currentContent(): WorkContent {
		return {
			files: replaceStoredItems(this.files, this.storedItems),
			steps: null,
			decision: null,
			project: this.description
		};
	}

	/** Restores files and description. Stored items stay, so that restoring an older program loses no score. */
	protected restoreContent({ files, project }: Version): void {
		this.files = removeStoreFile(files);
		if (project) this.description = project;
	}
}
