/** Monaco, in the place of the early editor. This module and all it imports are loaded after the page is shown. */
import './features.ts';
import { editor, KeyCode, KeyMod, Selection } from 'monaco-editor/editor';
import type { Files, Language, Place, RuntimeProblem, TabMode, Theme } from '../contract.ts';
import { METRICS } from '../palette.ts';
import { groups, type Recording, type Span } from '../recording.ts';
import type { Recordings } from '../recordings.ts';
import { Models, pathOf } from './models.ts';
import { Problems } from './problems.ts';
import { configureTypeScript, declare } from './typescript.ts';
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
}

configureTypeScript();
defineThemes();

function create({ element, label }: SessionOptions): editor.IStandaloneCodeEditor {
	return editor.create(element, {
		model: null,
		ariaLabel: label,
		accessibilitySupport: 'on',
		automaticLayout: true,
		fontFamily: METRICS.font,
		fontSize: METRICS.size,
		lineHeight: METRICS.lineHeight,
		fontLigatures: false,
		padding: { top: METRICS.padding, bottom: METRICS.padding },
		lineNumbersMinChars: METRICS.numbers,
		lineDecorationsWidth: METRICS.gap,
		glyphMargin: false,
		folding: false,
		minimap: { enabled: false },
		overviewRulerLanes: 0,
		overviewRulerBorder: false,
		hideCursorInOverviewRuler: true,
		renderLineHighlight: 'none',
		scrollBeyondLastLine: false,
		scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
		stickyScroll: { enabled: false },
		guides: { indentation: false },
		renderFinalNewline: 'on',
		lightbulb: { enabled: editor.ShowLightbulbIconMode.Off },
		wrappingIndent: 'none',
		suggest: { showWords: false, showSnippets: false },
		wordBasedSuggestions: 'off',
		occurrencesHighlight: 'singleFile',
		unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
		fixedOverflowWidgets: true,
		tabSize: METRICS.tab
	});
}

export class Session {
	readonly #editor: editor.IStandaloneCodeEditor;
	readonly #models: Models;
	readonly #problems: Problems;
	readonly #listeners: { dispose(): void }[] = [];

	constructor(options: SessionOptions) {
		this.#editor = create(options);
		this.#models = new Models(options.onedit);
		this.#problems = new Problems(() => this.#models.all(), options.language);
		this.#listeners.push(
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
				this.#replay(recording);
			}
			this.show(active);
			const recording = early.recordings.get(active);
			if (recording) this.#replay(recording);
		});
		this.#editor.layout();
		this.#editor.setScrollPosition({ scrollTop: early.scroll.top, scrollLeft: early.scroll.left });
		if (early.focused) this.#editor.focus();
		this.#models.update(files);
		this.#problems.warm();
	}

	#replay(recording: Recording): void {
		const model = this.#editor.getModel();
		if (!model) return;
		const selection = ({ start, end }: Span): Selection => {
			const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
			return new Selection(from.lineNumber, from.column, to.lineNumber, to.column);
		};
		const { groups: steps, undone } = groups(recording);
		for (const step of steps) {
			this.#editor.pushUndoStop();
			const [first] = step;
			if (first) this.#editor.setSelection(selection(first.before));
			for (const edit of step) {
				const range = selection({ start: edit.start, end: edit.start + edit.removed.length });
				this.#editor.executeEdits('early', [{ range, text: edit.inserted }], () => [selection(edit.after)]);
			}
		}
		this.#editor.pushUndoStop();
		for (let times = 0; times < undone; times += 1) void model.undo();
		this.#editor.setSelection(selection(recording.selection));
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

	reveal(): void {
		void this.#problems.reveal();
	}

	focus(): void {
		this.#editor.focus();
	}

	async format(): Promise<void> {
		await this.#editor.getAction('editor.action.formatDocument')?.run();
	}

	goTo(place: Place): void {
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
		this.#editor.dispose();
		this.#models.dispose();
	}
}
