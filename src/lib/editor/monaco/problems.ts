/** Shows TypeScript's problems after a typing pause or at a run; fixed ones disappear at once. */
import { editor, languages, MarkerSeverity, Range, type IRange, type Position } from 'monaco-editor/editor';
import type { Diagnostic } from 'monaco-editor/languages/features/typescript/register';
import { createExplainer, type Explainer } from '#lib/explanations/index.ts';
import { isAboutMissingTypes } from '../compiler-options.ts';
import type { CodeProblem, Language, RuntimeProblem } from '../contract.ts';
import { pathOf, uriOf } from './models.ts';
import { worker as typeScript } from './typescript.ts';

const OWNER = 'braise';
const RUN = 'braise-run';
const PAUSE = 1500;
/** Milliseconds after an edit until shown problems are checked again. */
const RECHECK = 300;
/** TypeScript's category for errors; the others are advice. */
const ERROR = 1;

function flatten(message: Diagnostic['messageText'], depth = 0): string {
	if (typeof message === 'string') return message;
	const rest = message.next?.map((next) => flatten(next, depth + 1)) ?? [];
	return ['  '.repeat(depth) + message.messageText, ...rest].join('\n');
}

/** Problem data by marker, since markers hold only one text. */
const said = new Map<string, Pick<CodeProblem, 'plain' | 'message'>>();

function markerOf(model: editor.ITextModel, diagnostic: Diagnostic, explainer: Explainer): editor.IMarkerData {
	const start = model.getPositionAt(diagnostic.start ?? 0);
	const end = model.getPositionAt((diagnostic.start ?? 0) + (diagnostic.length ?? 1));
	const line = model.getLineContent(start.lineNumber);
	const around = { before: line.slice(0, start.column - 1), after: line.slice(start.column - 1) };
	const own = flatten(diagnostic.messageText);
	const plain = explainer.diagnostic(diagnostic.code, own, around) ?? null;
	const message = plain ? `${plain.means}\n${plain.look}` : own;
	said.set(message, { plain, message: own });
	return {
		severity: MarkerSeverity.Error,
		startLineNumber: start.lineNumber,
		startColumn: start.column,
		endLineNumber: end.lineNumber,
		endColumn: end.column,
		message,
		code: String(diagnostic.code),
		source: 'TypeScript'
	};
}

/** TypeScript's own message, folded under the plain explanation. */
function ownWords(model: editor.ITextModel, position: Position): languages.Hover | null {
	const contents = editor
		.getModelMarkers({ owner: OWNER, resource: model.uri })
		.filter((marker) => Range.containsPosition(Range.lift(rangeOf(marker)), position))
		.flatMap(({ message }) => {
			const found = said.get(message);
			if (!found?.plain) return [];
			const text = found.message.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
			return [{ value: `<details><summary>TypeScript</summary>${text}</details>`, supportHtml: true }];
		});
	return contents.length > 0 ? { contents } : null;
}

const rangeOf = ({ startLineNumber, startColumn, endLineNumber, endColumn }: editor.IMarker): IRange => ({
	startLineNumber,
	startColumn,
	endLineNumber,
	endColumn
});

type Found = Map<editor.ITextModel, editor.IMarkerData[]>;

/** Resolves to `null` when a file changed meanwhile, since the result is outdated. */
async function find(models: editor.ITextModel[], explaining: Promise<Explainer>): Promise<Found | null> {
	const typed = models.filter((model) => model.getLanguageId() === 'typescript');
	const versions = typed.map((model) => model.getVersionId());
	const explainer = await explaining;
	const worker = await typeScript(typed.map((model) => model.uri));
	const found: Found = new Map();
	for (const model of typed) {
		if (model.isDisposed()) return null;
		const file = model.uri.toString();
		const [syntactic, semantic] = await Promise.all([
			worker.getSyntacticDiagnostics(file),
			worker.getSemanticDiagnostics(file)
		]);
		if (model.isDisposed()) return null;
		// After a syntax error the rest is misread, and its errors would mislead a beginner.
		const unreadable = syntactic.filter(
			(diagnostic) => diagnostic.category === ERROR && !isAboutMissingTypes(diagnostic.code)
		);
		const errors =
			unreadable.length > 0
				? unreadable
				: semantic.filter((diagnostic) => diagnostic.category === ERROR && !isAboutMissingTypes(diagnostic.code));
		found.set(
			model,
			errors.map((diagnostic) => markerOf(model, diagnostic, explainer))
		);
	}
	return typed.every((model, index) => !model.isDisposed() && model.getVersionId() === versions[index]) ? found : null;
}

export class Problems {
	readonly #models: () => editor.ITextModel[];
	readonly #explainer: Promise<Explainer>;
	readonly #listeners: { dispose(): void }[];
	#timers: { pause?: number; recheck?: number } = {};
	#enabled = true;

	constructor(models: () => editor.ITextModel[], language: Language, onproblems: (problems: CodeProblem[]) => void) {
		this.#models = models;
		this.#explainer = createExplainer(language);
		this.#listeners = [
			editor.onDidChangeMarkers(() => onproblems(this.#shown())),
			languages.registerHoverProvider('typescript', { provideHover: ownWords })
		];
	}

	#shown(): CodeProblem[] {
		return this.#models().flatMap((model) =>
			editor
				.getModelMarkers({ owner: OWNER, resource: model.uri })
				.map(({ startLineNumber, startColumn, message }) => ({
					place: { file: pathOf(model.uri), line: startLineNumber, column: startColumn },
					...(said.get(message) ?? { plain: null, message })
				}))
				.sort((one, other) => one.place.line - other.place.line || one.place.column - other.place.column)
		);
	}

	/** Starts TypeScript, which is slow the first time. */
	async warm(): Promise<void> {
		await find(this.#models(), this.#explainer);
	}

	enable(enabled: boolean): void {
		this.#enabled = enabled;
		if (!enabled) for (const model of this.#models()) editor.setModelMarkers(model, OWNER, []);
	}

	/** Shows all problems now, because the program is run. */
	async reveal(): Promise<void> {
		window.clearTimeout(this.#timers.pause);
		if (!this.#enabled) return;
		const found = await find(this.#models(), this.#explainer);
		for (const [model, markers] of found ?? []) editor.setModelMarkers(model, OWNER, markers);
	}

	edited(model: editor.ITextModel, changes: readonly editor.IModelContentChange[]): void {
		for (const owner of [OWNER, RUN]) {
			const shown = editor.getModelMarkers({ owner, resource: model.uri });
			const left = shown.filter(
				({ startLineNumber, endLineNumber }) =>
					!changes.some(({ range }) => startLineNumber <= range.endLineNumber && endLineNumber >= range.startLineNumber)
			);
			if (left.length < shown.length) editor.setModelMarkers(model, owner, left);
		}
		window.clearTimeout(this.#timers.pause);
		window.clearTimeout(this.#timers.recheck);
		this.#timers.pause = window.setTimeout(() => void this.reveal(), PAUSE);
		this.#timers.recheck = window.setTimeout(() => void this.#forget(), RECHECK);
	}

	/** Removes fixed problems and adds none. */
	async #forget(): Promise<void> {
		const shown = editor.getModelMarkers({ owner: OWNER });
		if (shown.length === 0) return;
		const found = await find(this.#models(), this.#explainer);
		for (const [model, markers] of found ?? []) {
			const left = editor
				.getModelMarkers({ owner: OWNER, resource: model.uri })
				.filter(({ code, message }) => markers.some((marker) => marker.code === code && marker.message === message));
			editor.setModelMarkers(model, OWNER, left);
		}
	}

	setRuntime(problems: RuntimeProblem[]): void {
		for (const model of this.#models()) {
			const here = problems.filter(({ place }) => uriOf(place.file).toString() === model.uri.toString());
			editor.setModelMarkers(
				model,
				RUN,
				here.map(({ place, message }) => {
					const line = Math.min(Math.max(1, place.line), model.getLineCount());
					const word = model.getWordAtPosition({ lineNumber: line, column: place.column });
					return {
						severity: MarkerSeverity.Error,
						startLineNumber: line,
						startColumn: word?.startColumn ?? place.column,
						endLineNumber: line,
						endColumn: word?.endColumn ?? model.getLineMaxColumn(line),
						message
					};
				})
			);
		}
	}

	dispose(): void {
		window.clearTimeout(this.#timers.pause);
		window.clearTimeout(this.#timers.recheck);
		for (const listener of this.#listeners) listener.dispose();
	}
}
