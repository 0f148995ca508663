import { scaleCodeSizes } from '../palette.ts';
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
	TabKeyMode,
	Theme
} from '../contract.ts';
import type { EditRecordings } from '../recording.ts';
import { keepCaretInView, replayRecording, createMonacoEditor } from './view.ts';
import { TextModels, filePathOf } from './models.ts';
import { ProblemMarkers } from './problems.ts';
import { RemarkDecorations } from './remarks.ts';
import { provideWorkers } from '../workers.ts';
import {
	configureTypeScript,
	declareModules,
	restartTypeScriptWorker,
	callOnCodeFocusOrIdle,
	registerImportSuggestions
} from './typescript.ts';
import { defineMonacoThemes, monacoThemeName } from './theme.ts';

export interface EarlyEditorState {
	recordings: EditRecordings;
	isFocused: boolean;
	scroll: { top: number; left: number };
}

export interface EditorSessionOptions {
	element: HTMLElement;
	language: Language;
	label: string;
	labels: { run: string; toggleTab: string };
	onedit(path: string, text: string): void;
	onrun(): void;
	onopen(path: string): void;
	ontoggletab(): void;
	onproblems(problems: CodeProblem[] | null): void;
}

configureTypeScript();
defineMonacoThemes();

export class EditorSession {
	readonly #editor: editor.IStandaloneCodeEditor;
	readonly #models: TextModels;
	readonly #problems: ProblemMarkers;
	readonly #remarks: RemarkDecorations;
	readonly #listeners: { dispose(): void }[] = [registerImportSuggestions()];

	constructor(options: EditorSessionOptions) {
		provideWorkers(options.language);
		// The worker of an earlier editor may use another language: end it.
		restartTypeScriptWorker();
		this.#editor = createMonacoEditor(options.element, options.label);
		this.#remarks = new RemarkDecorations(this.#editor);
		this.#models = new TextModels(options.onedit);
		this.#problems = new ProblemMarkers(
			() => this.#models.allModels(),
			options.language,
			(problems) => options.onproblems(problems)
		);
		// A font that loads late has other widths than the font shown before, so Monaco must measure again.
		const remeasureFonts = (): void => editor.remeasureFonts();
		document.fonts.addEventListener('loadingdone', remeasureFonts);
		this.#listeners.push(
			keepCaretInView(this.#editor),
			{ dispose: () => document.fonts.removeEventListener('loadingdone', remeasureFonts) },
			this.#editor.onDidChangeModelContent(({ changes }) => {
				const model = this.#editor.getModel();
				if (model) this.#problems.noteEdit(model, changes);
			}),
			this.#editor.addAction({
				id: 'braise.run',
				label: options.labels.run,
				keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
				run: () => options.onrun()
			}),
			this.#editor.addAction({
				id: 'braise.tab',
				label: options.labels.toggleTab,
				keybindings: [KeyMod.CtrlCmd | KeyCode.KeyM, KeyMod.WinCtrl | KeyMod.Shift | KeyCode.KeyM],
				run: () => options.ontoggletab()
			}),
			editor.registerEditorOpener({
				openCodeEditor: (_source, resource, target) => {
					const path = filePathOf(resource);
					if (resource.scheme !== 'file' || !this.#models.modelOf(path)) return false;
					options.onopen(path);
					this.showFile(path);
					if (target && 'lineNumber' in target)
						this.goToPlace({ file: path, line: target.lineNumber, column: target.column });
					else if (target) this.goToPlace({ file: path, line: target.startLineNumber, column: target.startColumn });
					return true;
				}
			})
		);
	}

	/** Takes over edits, undo steps, caret and scroll from the early editor, in one task, so that no key is lost. */
	replaceEarlyEditor(files: Files, activePath: string, earlyState: EarlyEditorState): void {
		const baseEntries = Object.entries(files).map(([path, text]) => [
			path,
			earlyState.recordings.recordingOf(path)?.baseText ?? text
		]);
		this.#models.updateFiles(Object.fromEntries(baseEntries) as Files);
		this.#models.changeWithoutReporting(() => {
			for (const [path, recording] of earlyState.recordings) {
				if (path === activePath || recording.edits.length === 0 || !this.#models.modelOf(path)) continue;
				this.showFile(path);
				replayRecording(recording, this.#editor);
			}
			this.showFile(activePath);
			const recording = earlyState.recordings.recordingOf(activePath);
			if (recording) replayRecording(recording, this.#editor);
		});
		this.#editor.layout();
		this.#editor.setScrollPosition({ scrollTop: earlyState.scroll.top, scrollLeft: earlyState.scroll.left });
		if (earlyState.isFocused) this.#editor.focus();
		this.#models.updateFiles(files);
		// Render now, not at the next frame, because the early editor disappears now.
		this.#editor.render();
		this.#listeners.push(callOnCodeFocusOrIdle(this.#editor, () => void this.#startTypeScript()));
	}

	async #startTypeScript(): Promise<void> {
		await this.#problems.startTypeScript();
		this.#editor.getContainerDomNode().setAttribute('data-typescript', 'ready');
	}

	updateFiles(files: Files): void {
		this.#models.updateFiles(files);
	}

	showFile(path: string): void {
		this.#models.showModel(path, this.#editor);
	}

	configureEditor(options: {
		theme: Theme;
		textScale: number;
		tabMode: TabKeyMode;
		wrapsLines: boolean;
		label: string;
		lockReason: string | null;
	}): void {
		editor.setTheme(monacoThemeName(options.theme));
		const { size, lineHeight } = scaleCodeSizes(options.textScale);
		this.#editor.updateOptions({
			fontSize: size,
			lineHeight,
			ariaLabel: options.label,
			// In a read-only file Tab has nothing to indent, so it moves to the next control.
			tabFocusMode: options.tabMode === 'moves' || options.lockReason !== null,
			// Where Tab indents, Tab accepts a suggestion and Enter only inserts a line: on a slow machine a suggestion may appear just as Enter
			// is pressed.
			acceptSuggestionOnEnter: options.tabMode === 'moves' ? 'smart' : 'off',
			wordWrap: options.wrapsLines ? 'on' : 'off',
			readOnly: options.lockReason !== null,
			...(options.lockReason === null ? {} : { readOnlyMessage: { value: options.lockReason } })
		});
	}

	declareModules(declarations: Record<string, string>): void {
		declareModules(declarations);
		void this.#problems.removeFixedMarkers();
	}

	setRuntimeProblems(problems: RuntimeProblem[]): void {
		this.#problems.setRuntimeProblems(problems);
	}

	setRemarks(remarks: LineRemark[]): void {
		this.#remarks.setRemarks(remarks);
	}

	showProblems(): void {
		void this.#problems.showAllProblems();
	}

	focusEditor(): void {
		this.#editor.focus();
	}

	async formatFile(): Promise<void> {
		await this.#editor.getAction('editor.action.formatDocument')?.run();
	}

	goToPlace(place: SourcePlace): void {
		const position = { lineNumber: place.line, column: place.column };
		this.#editor.setPosition(position);
		this.#editor.revealPositionInCenterIfOutsideViewport(position);
		this.#editor.focus();
	}

	get caretOffset(): number {
		const [model, position] = [this.#editor.getModel(), this.#editor.getPosition()];
		return model && position ? model.getOffsetAt(position) : 0;
	}

	insertText(text: string): void {
		this.#editor.focus();
		this.#editor.trigger('keyboard', 'type', { text });
	}

	replaceFile(path: string, text: string): void {
		this.#models.updateFiles({
			...Object.fromEntries(this.#models.allModels().map((model) => [filePathOf(model.uri), model.getValue()])),
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
