/** Shows TypeScript's problems after a typing pause or at a run; fixed ones disappear at once. */
import { editor, languages, MarkerSeverity, Range, type IRange, type Position } from 'monaco-editor/editor';
import { createExplainer, importSourcesIn, type Explainer, type FileProblem } from '#lib/explanations/index.ts';
import type { CodeProblem, Language, RuntimeProblem } from '../contract.ts';
import { problemsIn } from '../file-problems.ts';
import { pathOf, uriOf } from './models.ts';
import { declaredImports, worker as typeScript } from './typescript.ts';

const OWNER = 'braise';
const RUN = 'braise-run';
/** Shorter than the workbench waits to show a message, so that TypeScript has mostly answered by then. */
const PAUSE = 800;
/** Milliseconds after an edit until shown problems are checked again. */
const RECHECK = 300;
/** Problem data by marker, since markers hold only one text. */
const said = new Map<string, Pick<CodeProblem, 'plain' | 'message'>>();

function markerOf(model: editor.ITextModel, { plain, start, length, code, own }: FileProblem): editor.IMarkerData {
	const from = model.getPositionAt(start);
	const to = model.getPositionAt(start + length);
	const message = [plain.meaning, plain.advice].filter(Boolean).join('\n');
	said.set(message, { plain, message: own });
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

/** TypeScript's own message, folded under the plain explanation. */
function ownWords(model: editor.ITextModel, position: Position): languages.Hover | null {
	const contents = editor
		.getModelMarkers({ owner: OWNER, resource: model.uri })
		.filter((marker) => Range.containsPosition(Range.lift(rangeOf(marker)), position))
		.flatMap(({ message }) => {
			const found = said.get(message);
			if (!found?.message) return [];
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
		const others = typed
			.filter((other) => other !== model)
			.map((other) => [`./${pathOf(other.uri)}`, other.getValue()]);
		const importSources = {
			...declaredImports(),
			...importSourcesIn(Object.fromEntries(others) as Record<string, string>)
		};
		const problems = problemsIn(model.getValue(), { syntactic, semantic }, explainer, importSources);
		found.set(
			model,
			problems.map((problem) => markerOf(model, problem))
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
	#isWarm = false;
	/** TypeScript has not looked at the newest text. */
	#isWaiting = false;
	readonly #tell: () => void;

	/** `onproblems` gets null while TypeScript has not looked at the newest text. */
	constructor(
		models: () => editor.ITextModel[],
		language: Language,
		onproblems: (problems: CodeProblem[] | null) => void
	) {
		this.#models = models;
		this.#explainer = createExplainer(language);
		this.#tell = () => onproblems(this.#isWaiting ? null : this.#shown());
		this.#listeners = [
			editor.onDidChangeMarkers(() => this.#tell()),
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
		this.#isWarm = true;
	}

	enable(enabled: boolean): void {
		this.#enabled = enabled;
		if (!enabled) for (const model of this.#models()) editor.setModelMarkers(model, OWNER, []);
	}

	/** Shows all problems now, because the program is run. */
	async reveal(): Promise<void> {
		window.clearTimeout(this.#timers.pause);
		delete this.#timers.pause;
		// A worker that fails finds nothing; the compiler's messages must not wait for it.
		const found = this.#enabled ? await find(this.#models(), this.#explainer).catch(() => null) : null;
		for (const [model, markers] of found ?? []) editor.setModelMarkers(model, OWNER, markers);
		if (this.#timers.pause !== undefined) return;
		this.#isWaiting = false;
		this.#tell();
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
		// Before TypeScript has loaded, nothing waits for it.
		this.#isWaiting = this.#isWarm;
		this.#tell();
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
