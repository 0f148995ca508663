/** Holds one open work; every change by the student passes through here, to be saved before it runs. */
import type { BrowserReport } from '#lib/domain/browser-report.ts';
import type { ProgressReport } from '#lib/domain/standing.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Version } from '#lib/domain/work.ts';
import type { Ending } from '#lib/editor/fileNames.ts';
import type { Sides } from '#lib/storage/saved-work.svelte.ts';
import type { Content, Loaded, SaveOptions } from '#lib/storage/storage.ts';
import type { Files, SceneInput } from '#sandbox/contract.ts';
import type { Keeper, SaveStatus } from './keeper.svelte.ts';
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
	#keeper: Keeper | null = $state.raw(null);
	readonly #theme: () => 'light' | 'dark';
	/** Nothing is saved before the first change: a visitor who only looks leaves no data. */
	#touched = false;
	/** Null until the sandbox has loaded. */
	program: Program | null = null;
	/** After a crash nothing runs until the student asks. */
	protected waits: boolean;
	/** The student asked to run before the sandbox was loaded: it runs on arrival. */
	protected asked = false;

	constructor({ language, theme, crashed }: WorkSessionOptions) {
		this.language = language;
		this.#theme = theme;
		this.waits = crashed;
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
	protected abstract content(): Content;
	/** Takes over the content of a restored version. */
	protected abstract takeBack(version: Version): void;
	/** Saves, compiles, plays, and runs the checks. */
	abstract run(): Promise<void>;
	/** Plays the program without checking it. */
	abstract show(): Promise<void>;
	abstract input(): SceneInput;
	/** The browser's check results for the current code. Advice only: a browser can send anything. */
	abstract get reported(): BrowserReport;
	/** The authors' progress, for the board and for themselves. */
	abstract get standing(): ProgressReport;

	get kept(): SaveStatus {
		return this.#keeper?.kept ?? { kind: 'untouched' };
	}

	/** The work's id, once it is saved. */
	get work(): string | null {
		return this.#keeper?.work ?? null;
	}

	/** Account ids; two for the work of a pair. */
	get authors(): string[] {
		return this.#keeper?.authors ?? [];
	}

	/** Makes the work belong to the pair at this machine. */
	async share(): Promise<void> {
		await this.keep({ seal: true, together: true });
	}

	keepWith(keeper: Keeper): void {
		this.#keeper = keeper;
		if (this.#touched) void this.keep();
	}

	/** Takes the loaded sandbox, and runs or shows the program. */
	attach(program: Program): void {
		this.program = program;
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
		if (this.live) void this.run();
		else void this.keep();
	}

	putBack(): void {
		if (!this.removed) return;
		const { path, text } = this.removed;
		this.removed = null;
		this.edit({ ...this.files, [path]: text });
	}

	async keep(options: SaveOptions = {}): Promise<void> {
		this.#touched = true;
		await this.#keeper?.keep(this.content(), options);
	}

	/** Saves the current content and resolves to its version id, for a hand-in; null when not saved or in conflict. */
	async seal(): Promise<string | null> {
		this.#touched = true;
		return (await this.#keeper?.seal(this.content())) ?? null;
	}

	/** Records that the program ended without crashing the page. */
	rest(): void {
		void this.#keeper?.resting();
	}

	async sides(): Promise<Sides | null> {
		return (await this.#keeper?.sides()) ?? null;
	}

	/** Resolves a conflict with the joined content, which a new session opens. */
	async join(joined: Content): Promise<Loaded | null> {
		return (await this.#keeper?.join(joined)) ?? null;
	}

	/** Resolves a conflict with the content of this tab; the other side stays in the history. */
	async keepMine(): Promise<void> {
		await this.#keeper?.keepMine(this.content());
	}

	/** Resolves a conflict with the other side, which a new session opens; this side stays in the history. */
	async takeTheirs(): Promise<Loaded | null> {
		return (await this.#keeper?.takeTheirs()) ?? null;
	}

	get state(): Content {
		return this.content();
	}

	async history(): Promise<Version[]> {
		return (await this.#keeper?.history()) ?? [];
	}

	/** Restores an older version as a new one: the current content stays in the history. */
	async restore(version: Version): Promise<void> {
		await this.keep({ seal: true });
		this.takeBack(version);
		this.program?.edited();
		await this.keep({ seal: true });
		await this.show();
	}

	protected given(): Pick<SceneInput, 'language' | 'theme' | 'reducedMotion'> {
		return {
			language: this.language,
			theme: this.#theme(),
			reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches
		};
	}

	dispose(): void {
		this.#keeper?.dispose();
	}
}
