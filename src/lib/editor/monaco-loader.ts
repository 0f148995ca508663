import type { Language } from './contract.ts';

export type MonacoModule = typeof import('./monaco/session.ts');

let monacoModulePromise: Promise<MonacoModule> | null = null;

async function importMonacoModule(language: Language): Promise<MonacoModule> {
	// Load the messages before Monaco's core, which reads them while it is evaluated.
	if (language === 'fr') await import('monaco-editor/nls/lang/fr');
	const [module] = await Promise.all([import('./monaco/session.ts'), waitForCodeFont()]);
	return module;
}

/** Waits for the code font, which Monaco measures when it is created, for three seconds at most. */
async function waitForCodeFont(): Promise<void> {
	const timeoutPromise = new Promise((resolve) => setTimeout(resolve, 3000));
	await Promise.race([document.fonts.load("15px 'Atkinson Hyperlegible Mono Variable'"), timeoutPromise]).catch(
		() => undefined
	);
}

/** After a failure the early editor stays, and the next call tries again. */
function loadMonacoModule(language: Language): Promise<MonacoModule> {
	// Keeps Monaco out of the code built for the server.
	if (import.meta.env.SSR) return Promise.reject(new Error('no editor on the server'));
	monacoModulePromise ??= importMonacoModule(language).catch((error: unknown) => {
		monacoModulePromise = null;
		throw error;
	});
	return monacoModulePromise;
}

/** Milliseconds after which Monaco loads even if urgent files have not. */
const LONGEST_MONACO_WAIT_MS = 90_000;

export interface MonacoLoaderOptions {
	language: Language;
	mayLoad(): boolean;
	onload(module: MonacoModule): void;
}

export class MonacoLoader {
	readonly #options: MonacoLoaderOptions;
	readonly #timer: ReturnType<typeof setTimeout>;
	#hasAsked = false;
	#isImpatient = false;
	#isOver = false;

	constructor(options: MonacoLoaderOptions) {
		this.#options = options;
		this.#timer = setTimeout(() => {
			this.#isImpatient = true;
			this.tryLoading();
		}, LONGEST_MONACO_WAIT_MS);
	}

	tryLoading(): void {
		const { language, mayLoad, onload } = this.#options;
		if (this.#hasAsked || this.#isOver || !(mayLoad() || this.#isImpatient)) return;
		this.#hasAsked = true;
		loadMonacoModule(language).then(
			(module) => {
				if (!this.#isOver) onload(module);
			},
			// Offline or behind a filter the load fails: the early editor stays, and the next key tries again.
			() => (this.#hasAsked = false)
		);
	}

	stop(): void {
		this.#isOver = true;
		clearTimeout(this.#timer);
	}
}
