import { editor, Uri } from 'monaco-editor/editor';
import type { Files } from '../contract.ts';
import { CODE_FONT_METRICS } from '../palette.ts';

export function modelUriOf(path: string): Uri {
	return Uri.from({ scheme: 'file', path: `/${path}` });
}

export function filePathOf(uri: Uri): string {
	return uri.path.slice(1);
}

const LANGUAGE_BY_ENDING: Record<string, string> = { ts: 'typescript', html: 'html', css: 'css' };

function createModel(path: string, text: string): editor.ITextModel {
	editor.getModel(modelUriOf(path))?.dispose();
	const model = editor.createModel(
		text,
		LANGUAGE_BY_ENDING[path.split('.').at(-1) ?? ''] ?? 'plaintext',
		modelUriOf(path)
	);
	model.setEOL(editor.EndOfLineSequence.LF);
	model.detectIndentation(true, CODE_FONT_METRICS.tab);
	model.updateOptions({
		tabSize: CODE_FONT_METRICS.tab,
		bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false }
	});
	return model;
}

/** Replaces only the part that differs, so that carets, markers and undo steps elsewhere stay. */
function replaceModelText(model: editor.ITextModel, text: string): void {
	const oldText = model.getValue();
	if (oldText === text) return;
	const sharedLength = Math.min(oldText.length, text.length);
	let start = 0;
	while (start < sharedLength && oldText[start] === text[start]) start += 1;
	let suffixLength = 0;
	while (suffixLength < sharedLength - start && oldText.at(-1 - suffixLength) === text.at(-1 - suffixLength))
		suffixLength += 1;
	const [from, to] = [model.getPositionAt(start), model.getPositionAt(oldText.length - suffixLength)];
	const range = {
		startLineNumber: from.lineNumber,
		startColumn: from.column,
		endLineNumber: to.lineNumber,
		endColumn: to.column
	};
	model.pushStackElement();
	model.pushEditOperations(null, [{ range, text: text.slice(start, text.length - suffixLength) }], () => null);
	model.pushStackElement();
}

export class TextModels {
	readonly #models = new Map<string, editor.ITextModel>();
	readonly #viewStates = new Map<string, editor.ICodeEditorViewState>();
	readonly #onchange: (path: string, text: string) => void;
	#isQuiet = false;

	constructor(onchange: (path: string, text: string) => void) {
		this.#onchange = onchange;
	}

	changeWithoutReporting(change: () => void): void {
		this.#isQuiet = true;
		try {
			change();
		} finally {
			this.#isQuiet = false;
		}
	}

	/** Brings the models up to date with `files`; a changed text becomes one edit that can be undone. */
	updateFiles(files: Files): void {
		this.changeWithoutReporting(() => {
			for (const [path, model] of this.#models) {
				if (path in files) continue;
				this.#models.delete(path);
				this.#viewStates.delete(path);
				model.dispose();
			}
			for (const [path, text] of Object.entries(files)) {
				const model = this.#models.get(path);
				if (model) replaceModelText(model, text.replaceAll('\r\n', '\n'));
				else this.#addModel(path, text);
			}
		});
	}

	#addModel(path: string, text: string): void {
		const model = createModel(path, text);
		this.#models.set(path, model);
		model.onDidChangeContent(() => {
			if (!this.#isQuiet) this.#onchange(path, model.getValue());
		});
	}

	modelOf(path: string): editor.ITextModel | null {
		return this.#models.get(path) ?? null;
	}

	allModels(): editor.ITextModel[] {
		return [...this.#models.values()];
	}

	showModel(path: string, view: editor.IStandaloneCodeEditor): void {
		const model = this.#models.get(path) ?? null;
		const shownModel = view.getModel();
		if (shownModel === model) return;
		const viewState = view.saveViewState();
		if (shownModel && viewState) this.#viewStates.set(filePathOf(shownModel.uri), viewState);
		view.setModel(model);
		view.restoreViewState(this.#viewStates.get(path) ?? null);
	}

	dispose(): void {
		for (const model of this.#models.values()) model.dispose();
		this.#models.clear();
	}
}
