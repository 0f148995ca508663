import { editor, languages, MarkerSeverity, Range, type IRange, type Position } from 'monaco-editor/editor';
import { createExplainer, describeFileContext, type Explainer, type FileProblem } from '#lib/explanations/index.ts';
import type { CodeProblem, Language, RuntimeProblem } from '../contract.ts';
import { findFileProblems } from '../file-problems.ts';
import { filePathOf, modelUriOf } from './models.ts';
import {
	getDeclarationCount,
	getDeclaredModules,
	getDeclaredProgramKind,
	isUncertainError,
	waitForTypeScriptWorker
} from './typescript.ts';

const TYPESCRIPT_MARKER_OWNER = 'braise';
const RUNTIME_MARKER_OWNER = 'braise-run';
/** Shorter than the workbench waits to show messages, so that the answer has mostly arrived by then. */
const TYPING_PAUSE_MS = 800;
const PROBLEM_RECHECK_MS = 300;
/** Explanation and original message of each problem, by its marker's message, because a marker holds only one text. */
const problemByMarkerMessage = new Map<string, Pick<CodeProblem, 'explanation' | 'originalMessage'>>();

function markerOf(
	model: editor.ITextModel,
	{ explanation: plain, start, length, code, originalMessage: own }: FileProblem
): editor.IMarkerData {
	const from = model.getPositionAt(start);
	const to = model.getPositionAt(start + length);
	const message = [plain.meaning, plain.advice].filter(Boolean).join('\n');
	problemByMarkerMessage.set(message, { explanation: plain, originalMessage: own });
	return {
		severity: MarkerSeverity.Error,
		startLineNumber: from.lineNumber,
		startColumn: from.column,
		endLineNumber: to.lineNumber,
		endColumn: to.column,
		message,
		...(code === null ? {} : { code: String(code) }),
		source: 'TypeScript'
	};
}

function showOriginalMessageOnHover(model: editor.ITextModel, position: Position): languages.Hover | null {
	const hoverContents = editor
		.getModelMarkers({ owner: TYPESCRIPT_MARKER_OWNER, resource: model.uri })
		.filter((marker) => Range.containsPosition(Range.lift(rangeOf(marker)), position))
		.flatMap(({ message }) => {
			const problem = problemByMarkerMessage.get(message);
			if (!problem?.originalMessage) return [];
			const text = problem.originalMessage.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
			return [{ value: `<details><summary>TypeScript</summary>${text}</details>`, supportHtml: true }];
		});
	return hoverContents.length > 0 ? { contents: hoverContents } : null;
}

const rangeOf = ({ startLineNumber, startColumn, endLineNumber, endColumn }: editor.IMarker): IRange => ({
	startLineNumber,
	startColumn,
	endLineNumber,
	endColumn
});

type MarkersByModel = Map<editor.ITextModel, editor.IMarkerData[]>;

/** Resolves to `null` when a file has changed, because the result is then outdated. */
async function findProblemMarkers(
	models: editor.ITextModel[],
	explainerPromise: Promise<Explainer>
): Promise<MarkersByModel | null> {
	for (;;) {
		const declarationCount = getDeclarationCount();
		const markersByModel = await askForProblemMarkers(models, explainerPromise);
		if (markersByModel === null || getDeclarationCount() === declarationCount) return markersByModel;
	}
}

async function askForProblemMarkers(
	models: editor.ITextModel[],
	explainerPromise: Promise<Explainer>
): Promise<MarkersByModel | null> {
	const typescriptModels = models.filter((model) => model.getLanguageId() === 'typescript');
	const versionIds = typescriptModels.map((model) => model.getVersionId());
	const explainer = await explainerPromise;
	const worker = await waitForTypeScriptWorker(typescriptModels.map((model) => model.uri));
	const markersByModel: MarkersByModel = new Map();
	// Checking a file reads the others too, and any model may have been disposed of in the meantime.
	const isAnyModelDisposed = () => typescriptModels.some((model) => model.isDisposed());
	for (const model of typescriptModels) {
		if (isAnyModelDisposed()) return null;
		const file = model.uri.toString();
		const [syntactic, semanticErrors] = await Promise.all([
			worker.getSyntacticDiagnostics(file),
			worker.getSemanticDiagnostics(file)
		]);
		if (isAnyModelDisposed()) return null;
		const semantic = semanticErrors.filter(({ code }) => !isUncertainError(code));
		const otherEntries = typescriptModels
			.filter((other) => other !== model)
			.map((other) => [`./${filePathOf(other.uri)}`, other.getValue()]);
		const otherFiles = Object.fromEntries(otherEntries) as Record<string, string>;
		const fileContext = describeFileContext(getDeclaredProgramKind(), otherFiles, getDeclaredModules());
		const problems = findFileProblems(model.getValue(), { syntactic, semantic }, explainer, fileContext);
		markersByModel.set(
			model,
			problems.map((problem) => markerOf(model, problem))
		);
	}
	const isCurrent =
		!isAnyModelDisposed() && typescriptModels.every((model, index) => model.getVersionId() === versionIds[index]);
	return isCurrent ? markersByModel : null;
}

export class ProblemMarkers {
	readonly #models: () => editor.ITextModel[];
	readonly #explainer: Promise<Explainer>;
	readonly #listeners: { dispose(): void }[];
	#timers: { pause?: number; recheck?: number } = {};
	#isWarm = false;
	#isWaiting = false;
	readonly #reportProblems: () => void;

	/** `onproblems` is called with null while TypeScript has not checked the newest text. */
	constructor(
		models: () => editor.ITextModel[],
		language: Language,
		onproblems: (problems: CodeProblem[] | null) => void
	) {
		this.#models = models;
		this.#explainer = createExplainer(language);
		this.#reportProblems = () => onproblems(this.#isWaiting ? null : this.#shownProblems());
		this.#listeners = [
			editor.onDidChangeMarkers(() => this.#reportProblems()),
			languages.registerHoverProvider('typescript', { provideHover: showOriginalMessageOnHover })
		];
	}

	#shownProblems(): CodeProblem[] {
		return this.#models().flatMap((model) =>
			editor
				.getModelMarkers({ owner: TYPESCRIPT_MARKER_OWNER, resource: model.uri })
				.map(({ startLineNumber, startColumn, message }) => ({
					place: { file: filePathOf(model.uri), line: startLineNumber, column: startColumn },
					...(problemByMarkerMessage.get(message) ?? { explanation: null, originalMessage: message })
				}))
				.sort((one, other) => one.place.line - other.place.line || one.place.column - other.place.column)
		);
	}

	async startTypeScript(): Promise<void> {
		await findProblemMarkers(this.#models(), this.#explainer);
		this.#isWarm = true;
	}

	async showAllProblems(): Promise<void> {
		window.clearTimeout(this.#timers.pause);
		delete this.#timers.pause;
		const markersByModel = await this.#findCurrentMarkers();
		for (const [model, markers] of markersByModel ?? [])
			editor.setModelMarkers(model, TYPESCRIPT_MARKER_OWNER, markers);
		if (this.#timers.pause !== undefined) return;
		this.#isWaiting = false;
		this.#reportProblems();
	}

	noteEdit(model: editor.ITextModel, changes: readonly editor.IModelContentChange[]): void {
		for (const owner of [TYPESCRIPT_MARKER_OWNER, RUNTIME_MARKER_OWNER]) {
			const shownMarkers = editor.getModelMarkers({ owner, resource: model.uri });
			const remainingMarkers = shownMarkers.filter(
				({ startLineNumber, endLineNumber }) =>
					!changes.some(({ range }) => startLineNumber <= range.endLineNumber && endLineNumber >= range.startLineNumber)
			);
			if (remainingMarkers.length < shownMarkers.length) editor.setModelMarkers(model, owner, remainingMarkers);
		}
		// Messages wait for TypeScript only once TypeScript has loaded.
		this.#isWaiting = this.#isWarm;
		this.#reportProblems();
		window.clearTimeout(this.#timers.pause);
		window.clearTimeout(this.#timers.recheck);
		this.#timers.pause = window.setTimeout(() => void this.showAllProblems(), TYPING_PAUSE_MS);
		this.#timers.recheck = window.setTimeout(() => void this.removeFixedMarkers(), PROBLEM_RECHECK_MS);
	}

	/** Resolves to null when TypeScript's worker fails, so that the compiler's messages do not wait for the worker. */
	#findCurrentMarkers(): Promise<MarkersByModel | null> {
		return findProblemMarkers(this.#models(), this.#explainer).catch(() => null);
	}

	async removeFixedMarkers(): Promise<void> {
		const shownMarkers = editor.getModelMarkers({ owner: TYPESCRIPT_MARKER_OWNER });
		if (shownMarkers.length === 0) return;
		const markersByModel = await this.#findCurrentMarkers();
		for (const [model, markers] of markersByModel ?? []) {
			const remainingMarkers = editor
				.getModelMarkers({ owner: TYPESCRIPT_MARKER_OWNER, resource: model.uri })
				.filter(({ code, message }) => markers.some((marker) => marker.code === code && marker.message === message));
			editor.setModelMarkers(model, TYPESCRIPT_MARKER_OWNER, remainingMarkers);
		}
	}

	setRuntimeProblems(problems: RuntimeProblem[]): void {
		for (const model of this.#models()) {
			const modelProblems = problems.filter(({ place }) => modelUriOf(place.file).toString() === model.uri.toString());
			editor.setModelMarkers(
				model,
				RUNTIME_MARKER_OWNER,
				modelProblems.map(({ place, message }) => {
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
