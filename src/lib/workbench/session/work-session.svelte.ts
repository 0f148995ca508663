/**
 * One session at a work: its files, its program and what is kept of them. Every way in which the student changes something passes
 * through here, so that it is saved before it runs. What a challenge asks is in session.svelte.ts, what a project has in project/.
 */
import type { BrowserReport } from '#lib/domain/browser-report.ts';
import type { ProgressReport } from '#lib/domain/standing.ts';
import type { Language } from '#lib/domain/challenge.ts';
import type { Version } from '#lib/domain/work.ts';
import type { Ending } from '#lib/editor/fileNames.ts';
import type { Sides } from '#lib/storage/save-state.svelte.ts';
import type { Content, Loaded, SaveOptions } from '#lib/storage/storage.ts';
import type { Files, SceneInput } from '#sandbox/index.ts';
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
	/** Runs as soon as the code compiles, without asking. */
	live = $state(false);
	/** The file deleted last, to be brought back. */
	removed = $state.raw<{ path: string; text: string } | null>(null);
	/** Absent until the machine's storage is open, and until the student has said whose work this is. */
	#keeper: Keeper | null = $state.raw(null);
	readonly #theme: () => 'light' | 'dark';
	/** A visitor who only looks leaves nothing behind. */
	#touched = false;
	/** Absent until the sandbox is there. */
	program: Program | null = null;
	/** After a crash nothing runs until the student says so. */
	protected waits: boolean;
	/** Asked to run before the sandbox was there: it runs when it is. */
	protected asked = false;

	constructor({ language, theme, crashed }: WorkSessionOptions) {
		this.language = language;
		this.#theme = theme;
		this.waits = crashed;
	}

	/** Files that are given to read. */
	abstract get readOnly(): string[];
	/** Files that keep their names. */
	abstract get fixed(): string[];
	/** What the names of files end with. */
	abstract get endings(): Ending[];
	/** What stands around the program and may be imported, by path. */
	abstract get around(): Files;
	/** What may be changed now. */
	abstract get editable(): 'none' | 'tune' | 'arrange' | 'code';
	/** To run is the one thing to do next. */
	abstract get awaited(): boolean;
	abstract get canBeLive(): boolean;
	/** The program has a document of its own, instead of a sheet to draw on. */
	abstract get hasDocument(): boolean;
	protected abstract content(): Content;
	/** Takes over what a restored version holds. */
	protected abstract takeBack(version: Version): void;
	/** Saves, compiles, runs, and checks what there is to check. */
	abstract run(): Promise<void>;
	/** Puts the program on stage as it is, without checking it. */
	abstract show(): Promise<void>;
	/** What the program on stage is told of its surroundings. */
	abstract input(): SceneInput;
	/** What this browser's checks said of the code as it is now. Advice: whoever wants to can say anything. */
	abstract get reported(): BrowserReport;
	/** Where its author stands, for the board and for themselves. */
	abstract get standing(): ProgressReport;

	get kept(): SaveStatus {
		return this.#keeper?.kept ?? { kind: 'untouched' };
	}

	/** The id of what is kept, once something is. */
	get work(): string | null {
		return this.#keeper?.work ?? null;
	}

	/** Accounts: two, where two make it. */
	get authors(): string[] {
		return this.#keeper?.authors ?? [];
	}

	/** From now on it is of the two who sit here. */
	async share(): Promise<void> {
		await this.keep({ seal: true, together: true });
	}

	keepWith(keeper: Keeper): void {
		this.#keeper = keeper;
		if (this.#touched) void this.keep();
	}

	/** The sandbox has arrived. */
	attach(program: Program): void {
		this.program = program;
		if (this.asked) void this.run();
		else if (!this.waits) void this.show();
		else void program.warm();
	}

	/** The student typed, or added, renamed or deleted a file. */
	edit(files: Files): void {
		const [gone] = Object.keys(this.files).filter((path) => !(path in files));
		// A renamed file is gone from one name and there under another.
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

	/** The version that a hand-in names: what is here now. Null when it is not kept, or stands against another. */
	async seal(): Promise<string | null> {
		this.#touched = true;
		return (await this.#keeper?.seal(this.content())) ?? null;
	}

	/** The program was stopped, or stopped: it did not bring the page down. */
	rest(): void {
		void this.#keeper?.resting();
	}

	/** What stands against what after a conflict. */
	async sides(): Promise<Sides | null> {
		return (await this.#keeper?.sides()) ?? null;
	}

	/** Both sides joined, for a new session to go on with. */
	async join(joined: Content): Promise<Loaded | null> {
		return (await this.#keeper?.join(joined)) ?? null;
	}

	/** Another tab or machine changed this work too. What is made here opens from now on; the other stays in the history. */
	async keepMine(): Promise<void> {
		await this.#keeper?.keepMine(this.content());
	}

	/** What was made there, for a new session to go on with. What was made here stays in the history. */
	async takeTheirs(): Promise<Loaded | null> {
		return (await this.#keeper?.takeTheirs()) ?? null;
	}

	/** What there is now, as a version would hold it. */
	get state(): Content {
		return this.content();
	}

	/** Newest first. */
	async history(): Promise<Version[]> {
		return (await this.#keeper?.history()) ?? [];
	}

	/** Goes back to an older version by making a new one: what is here now stays in the history. */
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
