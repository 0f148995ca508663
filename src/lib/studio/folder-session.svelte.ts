import type { BrowserCheckReport } from '#lib/wire/hand-in.ts';
import { LONGEST_PROJECT_TITLE } from '#lib/domain/project.ts';
import { PROJECT_STEP_ID, type ProgressReport } from '#lib/domain/progress.ts';
import type { PinnedChallenge, Version } from '#lib/domain/work.ts';
import type { FileEnding } from '#lib/editor/file-names.ts';
import type { WorkContent } from '#lib/storage/storage.ts';
import { WorkSession, type WorkSessionOptions } from '#lib/workbench/session/work-session.svelte.ts';
import type { Files, SceneInput } from '#sandbox/contract.ts';
import { LiveFolderCheck } from './check/folder-check.svelte.ts';
import { CHALLENGE_MANIFEST_FILE, readChallengeId } from '#lib/domain/challenge-folder.ts';
import { readFolderTitle } from './folder/folder-manifest.ts';

interface FolderSessionOptions extends Omit<WorkSessionOptions, 'hasCrashed'> {
	files: Files;
	account: string;
	lineage: PinnedChallenge | null;
}

export class FolderSession extends WorkSession {
	readonly check: LiveFolderCheck;
	readonly account: string;
	readonly lineage: PinnedChallenge | null;
	/** The newest files that were not written by the exercise form: only such files can have contents that it cannot show. */
	filesFromOutsideForm: Files = $state.raw({});
	readonly readOnlyPaths: string[] = [];
	readonly fixedPaths = [CHALLENGE_MANIFEST_FILE];
	readonly fileEndings: FileEnding[] = ['.ts'];
	readonly importableFiles: Files = {};
	readonly editMode = 'code';
	readonly isRunNeeded = false;
	readonly canBeLive = false;
	readonly hasDocument = false;
	readonly drawsByItself = false;

	constructor({ files, account, lineage, ...options }: FolderSessionOptions) {
		super({ ...options, hasCrashed: false });
		this.files = files;
		this.filesFromOutsideForm = files;
		this.account = account;
		this.lineage = lineage;
		this.check = new LiveFolderCheck(account, readChallengeId);
		this.check.updateFiles(files);
	}

	get title(): string {
		return readFolderTitle(this.files);
	}
	get browserReport(): BrowserCheckReport {
		return [];
	}
	get progress(): ProgressReport {
		return { step: PROJECT_STEP_ID, done: [], passed: 0, checks: 0 };
	}

	override editFiles(files: Files): void {
		this.filesFromOutsideForm = files;
		this.editFilesByForm(files);
	}

	editFilesByForm(files: Files): void {
		super.editFiles(files);
		this.check.updateFiles(files);
	}

	stepTitleOf(): null {
		return null;
	}

	currentContent(): WorkContent {
		const project = { title: this.title.slice(0, LONGEST_PROJECT_TITLE), card: null };
		return { files: this.files, steps: null, decision: null, project };
	}

	createSceneInput(): SceneInput {
		return { ...this.createPageInput(), labels: {}, situation: '' };
	}

	/** Saves the folder and runs nothing, because the preview's own lesson session has the stage. */
	async updateStage(): Promise<void> {
		await this.save();
	}

	protected runAndCheck(): Promise<void> {
		return this.updateStage();
	}

	protected restoreContent({ files }: Version): void {
		this.files = files;
		this.filesFromOutsideForm = files;
		this.check.updateFiles(files);
	}

	override dispose(): void {
		this.check.dispose();
		super.dispose();
	}
}
