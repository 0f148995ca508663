/** Holds an open project: its title, its card and its files. */
import type { BrowserReport } from '#lib/domain/browser-report.ts';
import { PROJECT_STEP, type ProgressReport } from '#lib/domain/standing.ts';
import type { PinnedChallenge, Version } from '#lib/domain/work.ts';
import {
	EMPTY_CARD,
	fixedFiles,
	kindOf,
	PAGE_FILE,
	PROGRAM_FILE,
	type ProblemCard,
	type ProjectFace
} from '#lib/domain/project.ts';
import type { Ending } from '#lib/editor/fileNames.ts';
import type { Content } from '#lib/storage/storage.ts';
import type { Files, SceneInput, Sources } from '#sandbox/contract.ts';
import { WorkSession, type WorkSessionOptions } from '../session/work-session.svelte.ts';

export interface ProjectSessionOptions extends WorkSessionOptions {
	files: Files;
	face: ProjectFace;
	/** The challenge it was made from. */
	from: PinnedChallenge | null;
	/** Nothing is saved yet. */
	fresh: boolean;
}

export class ProjectSession extends WorkSession {
	face: ProjectFace = $state.raw({ title: '', card: null });
	readonly from: PinnedChallenge | null;
	readonly readOnly: string[] = [];
	readonly around: Files = {};
	readonly editable = 'code';
	readonly awaited = true;
	readonly canBeLive = true;
	/** The content that a new project opened with; until something differs, nothing is saved. Null for a saved project. */
	readonly #opened: { files: Files; face: ProjectFace } | null;

	constructor({ files, face, from, fresh, ...options }: ProjectSessionOptions) {
		super(options);
		this.files = files;
		this.face = face;
		this.from = from;
		this.#opened = fresh ? { files, face } : null;
		// Sketches run at each edit, except after a crash.
		this.live = this.kind === 'sketch' && !this.waits;
	}

	get fixed() {
		return fixedFiles(this.files);
	}
	get endings(): Ending[] {
		return this.kind === 'page' ? ['.ts', '.html', '.css'] : ['.ts'];
	}
	get hasDocument() {
		return this.kind === 'page';
	}
	get kind() {
		return kindOf(this.files);
	}

	stepOf(): null {
		return null;
	}

	get reported(): BrowserReport {
		return [];
	}
	get standing(): ProgressReport {
		return { step: PROJECT_STEP, done: [], passed: 0, checks: 0 };
	}

	protected async perform(): Promise<void> {
		this.waits = false;
		this.asked = this.program === null;
		await this.show();
	}

	async show(): Promise<void> {
		if (!this.program) return;
		const untouched = this.#opened?.files === this.files && this.#opened.face === this.face;
		// If the program crashes the page, `running` keeps it from starting by itself next time.
		const saved = untouched ? Promise.resolve() : this.save({ running: true });
		await this.program.attempt({
			sources: this.#sources(),
			own: this.files,
			input: this.input(),
			kind: this.kind,
			checks: null,
			saved
		});
	}

	input(): SceneInput {
		return { ...this.given(), labels: {}, situation: '' };
	}

	rename(title: string): void {
		this.face = { ...this.face, title };
		void this.save();
	}

	answer(field: keyof ProblemCard, text: string): void {
		this.face = { ...this.face, card: { ...(this.face.card ?? EMPTY_CARD), [field]: text } };
		void this.save();
	}

	#sources(): Sources {
		return {
			files: this.files,
			program: PROGRAM_FILE,
			checks: [],
			...(this.kind === 'page' ? { page: PAGE_FILE } : {})
		};
	}

	content(): Content {
		return { files: this.files, steps: null, decision: null, project: this.face };
	}

	protected takeBack({ files, project }: Version): void {
		this.files = files;
		if (project) this.face = project;
	}
}
