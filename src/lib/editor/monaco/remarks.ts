import { Range, type editor } from 'monaco-editor/editor';
import type { LineRemark } from '../contract.ts';
import { filePathOf } from './models.ts';

export class RemarkDecorations {
	readonly #editor: editor.IStandaloneCodeEditor;
	readonly #decorations: editor.IEditorDecorationsCollection;
	readonly #listener: { dispose(): void };
	#remarks: readonly LineRemark[] = [];

	constructor(view: editor.IStandaloneCodeEditor) {
		this.#editor = view;
		this.#decorations = view.createDecorationsCollection();
		this.#listener = view.onDidChangeModel(() => this.#draw());
	}

	setRemarks(remarks: readonly LineRemark[]): void {
		this.#remarks = remarks;
		this.#draw();
	}

	#draw(): void {
		const model = this.#editor.getModel();
		if (!model) return;
		const path = filePathOf(model.uri);
		this.#decorations.set(
			this.#remarks
				.filter(({ file, line }) => file === path && line <= model.getLineCount())
				.map(({ line, text }) => ({
					range: new Range(line, 1, line, 1),
					options: {
						isWholeLine: true,
						className: 'remarked',
						linesDecorationsClassName: 'remark-mark',
						hoverMessage: { value: escapeMarkdown(text) }
					}
				}))
		);
	}

	dispose(): void {
		this.#listener.dispose();
		this.#decorations.clear();
	}
}

/** Escapes every character of Markdown, so that the text shows as written. */
const escapeMarkdown = (text: string): string =>
	text.replace(/[\\`*_{}[\]()#+\-.!<>|~&:]/g, '\\$&').replaceAll('\n', '  \n');
