/** Monaco, in the place of the early editor. This module and all it imports are loaded after the page is shown. */
import './features.ts';
import './look.css';
import { editor, KeyCode, KeyMod } from 'monaco-editor/editor';
import type {
	CodeProblem,
	Files,
	Language,
	LineRemark,
	SourcePlace,
	RuntimeProblem,
	TabMode,
	Theme
} from '../contract.ts';
import type { Recordings } from '../recordings.ts';
import { Models, pathOf } from './models.ts';
import { Problems } from './problems.ts';
import { Remarks } from './remarks.ts';
import { replay } from './replay.ts';
import { createView } from './view.ts';
import { provideWorkers } from '../workers.ts';
import { configureTypeScript, declare, startAnew } from './typescript.ts';
import { defineThemes, themeName } from './theme.ts';

export interface Early {
	recordings: Recordings;
	focused: boolean;
	scroll: { top: number; left: number };
}

export interface SessionOptions {
	element: HTMLElement;
	language: Language;
	label: string;
	labels: { run: string; tab: string };
	onedit(path: string, text: string): void;
	onrun(): void;
	onopen(path: string): void;
	ontab(): void;
	onproblems(problems: CodeProblem[]): void;
}

configureTypeScript();
defineThemes();

export class EditorSession {
	readonly #editor: editor.IStandaloneCodeEditor;
	readonly #models: Models;
	readonly #problems: Problems;
	readonly #remarks: Remarks;
	readonly #listeners: { dispose(): void }[] = [];

	constructor(options: SessionOptions) {
		provideWorkers(options.language);
		// A worker of an earlier editor may speak another language.
		startAnew();
		this.#editor = createView(options.element, options.label);
		this.#remarks = new Remarks(this.#editor);
		this.#models = new Models(options.onedit);
		this.#problems = new Problems(
			() => this.#models.all(),
			options.language,
			(problems) => options.onproblems(problems)
		);
		// A font that arrives late has other measures than what stood in for it.
		const remeasure = (): void => editor.remeasureFonts();
		document.fonts.addEventListener('loadingdone', remeasure);
		this.#listeners.push(
			{ dispose: () => document.fonts.removeEventListener('loadingdone', remeasure) },
			this.#editor.onDidChangeModelContent(({ changes }) => {
				const model = this.#editor.getModel();
				if (model) this.#problems.edited(model, changes);
			}),
			this.#editor.addAction({
				id: 'braise.run',
				label: options.labels.run,
				keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
				run: () => options.onrun()
			}),
			this.#editor.addAction({
				id: 'braise.tab',
				label: options.labels.tab,
				keybindings: [KeyMod.CtrlCmd | KeyCode.KeyM, KeyMod.WinCtrl | KeyMod.Shift | KeyCode.KeyM],
				run: () => options.ontab()
			}),
			editor.registerEditorOpener({
				openCodeEditor: (_source, resource, target) => {
					const path = pathOf(resource);
					if (resource.scheme !== 'file' || !this.#models.get(path)) return false;
					options.onopen(path);
					this.show(path);
					if (target && 'lineNumber' in target)
						this.goTo({ file: path, line: target.lineNumber, column: target.column });
					else if (target) this.goTo({ file: path, line: target.startLineNumber, column: target.startColumn });
					return true;
				}
			})
		);
	}

	/** In one task, so that no key falls between the two: the same edits, undo steps, caret and scroll. */
	takeOver(files: Files, active: string, early: Early): void {
		const bases = Object.entries(files).map(([path, text]) => [path, early.recordings.get(path)?.base ?? text]);
		this.#models.update(Object.fromEntries(bases) as Files);
		this.#models.quietly(() => {
			for (const [path, recording] of early.recordings) {
				if (path === active || recording.edits.length === 0 || !this.#models.get(path)) continue;
				this.show(path);
				replay(recording, this.#editor);
			}
			this.show(active);
			const recording = early.recordings.get(active);
			if (recording) replay(recording, this.#editor);
		});
		this.#editor.layout();
		this.#editor.setScrollPosition({ scrollTop: early.scroll.top, scrollLeft: early.scroll.left });
		if (early.focused) this.#editor.focus();
		this.#models.update(files);
		// Drawn now, not at the next frame: what stood there is taken away at once, and the code is on the page at every moment.
		this.#editor.render();
		void this.#problems.warm().then(() => this.#editor.getContainerDomNode().setAttribute('data-typescript', 'ready'));
	}

	update(files: Files): void {
		this.#models.update(files);
	}

	show(path: string): void {
		this.#models.show(path, this.#editor);
	}

	configure(options: {
		theme: Theme;
		tabMode: TabMode;
		wrap: boolean;
		label: string;
		/** Why the file cannot be changed, when it cannot. */
		locked: string | null;
	}): void {
		editor.setTheme(themeName(options.theme));
		this.#editor.updateOptions({
			ariaLabel: options.label,
			// Where nothing can be written, Tab has nothing to indent.
			tabFocusMode: options.tabMode === 'moves' || options.locked !== null,
			// Enter is a new line: on a slow machine a suggestion may appear just as it is pressed. Tab takes one, where it can.
			acceptSuggestionOnEnter: options.tabMode === 'moves' ? 'smart' : 'off',
			wordWrap: options.wrap ? 'on' : 'off',
			readOnly: options.locked !== null,
			...(options.locked === null ? {} : { readOnlyMessage: { value: options.locked } })
		});
	}

	declare(declarations: Record<string, string>): void {
		declare(declarations);
	}

	enableProblems(enabled: boolean): void {
		this.#problems.enable(enabled);
	}

	setRuntimeProblems(problems: RuntimeProblem[]): void {
		this.#problems.setRuntime(problems);
	}

	setRemarks(remarks: LineRemark[]): void {
		this.#remarks.set(remarks);
	}

	reveal(): void {
		void this.#problems.reveal();
	}

	focus(): void {
		this.#editor.focus();
	}

	async format(): Promise<void> {
		await this.#editor.getAction('editor.action.formatDocument')?.run();
	}

	goTo(place: SourcePlace): void {
		const position = { lineNumber: place.line, column: place.column };
		this.#editor.setPosition(position);
		this.#editor.revealPositionInCenterIfOutsideViewport(position);
		this.#editor.focus();
	}

	/** As if it had been typed. */
	insert(text: string): void {
		this.#editor.focus();
		this.#editor.trigger('keyboard', 'type', { text });
	}

	/** One edit that can be undone, also where typing is not allowed. */
	replaceFile(path: string, text: string): void {
		this.#models.update({
			...Object.fromEntries(this.#models.all().map((model) => [pathOf(model.uri), model.getValue()])),
			[path]: text
		});
	}

	dispose(): void {
		for (const listener of this.#listeners) listener.dispose();
		this.#problems.dispose();
		this.#remarks.dispose();
		this.#editor.dispose();
		this.#models.dispose();
	}
}
