/** Holds one open work; every change by the student passes through here, to be saved before it runs. */
import type { BrowserReport } from '#lib/domain/browser-report.ts';
import type { ProgressReport } from '#lib/domain/standing.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Version } from '#lib/domain/work.ts';
import type { Ending } from '#lib/editor/fileNames.ts';
import type { SavedWork } from '#lib/storage/saved-work.svelte.ts';
import type { Content, SaveOptions } from '#lib/storage/storage.ts';
import type { Files, SceneInput } from '#sandbox/contract.ts';
import type { Program } from '../code/program.svelte.ts';

export interface WorkSessionOptions {
	language: Language;
	theme: () => 'light' | 'dark';
	/** The page ended while the program ran. */
	crashed: boolean;
}

export abstract class WorkSession {
	readonly language: Language;
	files: Files = $state.raw({});
	/** Runs at each edit, without being asked. */
	live = $state(false);
	/** The file deleted last, which the student can restore. */
	removed = $state.raw<{ path: string; text: string } | null>(null);
	/** Null until the machine's storage is open and the student has chosen the work. */
	saved: SavedWork | null = $state.raw(null);
	readonly #theme: () => 'light' | 'dark';
	/** Nothing is saved before the first change: a visitor who only looks leaves no data. */
	#touched = false;
	/** Null until the sandbox has loaded. */
	program: Program | null = $state.raw(null);
	/** After a crash nothing runs until the student asks. */
	protected waits: boolean;
	/** The student asked to run before the sandbox was loaded: it runs on arrival. */
	protected asked = false;

	constructor({ language, theme, crashed }: WorkSessionOptions) {
		this.language = language;
		this.#theme = theme;
		this.waits = crashed;
	}

	/** Earlier files, the latest first, from which a function that the student removed may come back. */
	get earlier(): Files[] {
		return [];
	}
	/** Names that the checks of the open step import from the program. */
	get required(): string[] {
		return [];
	}
	abstract get readOnly(): string[];
	/** Files that cannot be renamed. */
	abstract get fixed(): string[];
	abstract get endings(): Ending[];
	/** Files that the program may import, by path. */
	abstract get around(): Files;
	abstract get editable(): 'none' | 'tune' | 'arrange' | 'code';
	abstract get awaited(): boolean;
	abstract get canBeLive(): boolean;
	/** The program has an HTML document of its own, instead of a canvas. */
	abstract get hasDocument(): boolean;
	abstract content(): Content;
	/** Returns the title of the step in which a version was made; null for a project. */
	abstract stepOf(version: Version): string | null;
	/** Takes over the content of a restored version. */
	protected abstract takeBack(version: Version): void;
	/** Saves, compiles, plays, and runs the checks. */
	protected abstract perform(): Promise<void>;
	/** Plays the program without checking it. */
	abstract show(): Promise<void>;
	abstract input(): SceneInput;
	/** The browser's check results for the current code. Advice only: a browser can send anything. */
	abstract get reported(): BrowserReport;
	/** The authors' progress, for the board and for themselves. */
	abstract get standing(): ProgressReport;

	/** Runs on a person's request: messages about the code, which wait while somebody types, show at once. */
	run(): Promise<void> {
		this.program?.endTyping();
		return this.perform();
	}

	/** Makes the work belong to the pair at this machine. */
	async share(): Promise<void> {
		await this.save({ seal: true, together: true });
	}

	saveIn(saved: SavedWork): void {
		this.saved = saved;
		if (this.#touched) void this.save();
	}

	/** Takes the loaded sandbox, and runs or shows the program. */
	attach(program: Program): void {
		this.program = program;
		program.onEnd = () => void this.saved?.rest();
		if (this.asked) void this.run();
		else if (!this.waits) void this.show();
		else void program.warm();
	}

	/** Takes the files after typing, or after adding, renaming or deleting a file. */
	edit(files: Files): void {
		const [gone] = Object.keys(this.files).filter((path) => !(path in files));
		// A rename removes one path and adds another, so the number of files stays.
		const fewer = Object.keys(files).length < Object.keys(this.files).length;
		if (gone !== undefined && fewer) this.removed = { path: gone, text: this.files[gone] ?? '' };
		this.files = files;
		this.program?.edited();
		if (this.live) void this.perform();
		else void this.save();
	}

	putBack(): void {
		if (!this.removed) return;
		const { path, text } = this.removed;
		this.removed = null;
		this.edit({ ...this.files, [path]: text });
	}

	async save(options: SaveOptions = {}): Promise<void> {
		this.#touched = true;
		await this.saved?.save(this.content(), options);
	}

	/** Restores an older version as a new one: the current content stays in the history. */
	async restore(version: Version): Promise<void> {
		await this.save({ seal: true });
		this.takeBack(version);
		this.program?.edited();
		await this.save({ seal: true });
		await this.show();
	}

	protected given(): Pick<SceneInput, 'language' | 'theme' | 'reducedMotion'> {
		return {
			language: this.language,
			theme: this.#theme(),
			reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches
		};
	}

	/** Stops saving, and leaves the program to the next session. An answer that comes later must not be saved over its content. */
	dispose(): void {
		this.program = null;
		this.saved?.dispose();
		this.saved = null;
	}
}
