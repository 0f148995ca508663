/** A minimal page that runs a challenge, with CodeMirror, sucrase and a worker. */
import { javascript } from '@codemirror/lang-javascript';
import { basicSetup, EditorView } from 'codemirror';
import type { RunOptions, SceneInput } from '#sandbox/contract.ts';
import type { LabProgram } from '../lab/protocol.ts';
import { SucraseStage } from '../lab/sucrase.ts';

export type BarePageMark = 'editable' | 'scene' | 'result';
type BarePageMarks = Partial<Record<BarePageMark, number>>;

const RUN_LIMITS = { seed: 20, timeLimit: 1500, totalLimit: 5000 };

declare global {
	interface Window {
		/** Milliseconds since the navigation began; absent until the page's script runs. */
		barePageMarks?: BarePageMarks;
	}
}

const barePageMarks: BarePageMarks = (window.barePageMarks = {});
function recordBarePageMark(name: BarePageMark): void {
	barePageMarks[name] ??= performance.now();
}

function findPageElement(selector: string): HTMLElement {
	const element = document.querySelector<HTMLElement>(selector);
	if (!element) throw new Error(`The bare page has no ${selector}.`);
	return element;
}

async function fetchOrThrow(path: string): Promise<Response> {
	const response = await fetch(path);
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	return response;
}

const [{ sources, labels, situation }, workerSource] = await Promise.all([
	fetchOrThrow('/program.json').then((response) => response.json() as Promise<LabProgram>),
	fetchOrThrow('/worker.js').then((response) => response.text())
]);
const sceneInput: SceneInput = { labels, language: 'fr', theme: 'light', situation, reducedMotion: false };
const sceneRunOptions: RunOptions = { kind: 'scene', seed: RUN_LIMITS.seed, input: sceneInput };
const sucraseStage = new SucraseStage(workerSource, findPageElement('.picture'));

function runProgramAndChecks(program: string, isEdit: boolean): void {
	const files = { ...sources.files, [sources.program]: program };
	const plan = { files: sources.checks, ...RUN_LIMITS };
	sucraseStage.compileAndRun({ ...sources, files }, plan, sceneRunOptions, {
		onCompiled: () => undefined,
		onResults: (count) => {
			if (isEdit && count > 0) recordBarePageMark('result');
		},
		onDrawn: () => recordBarePageMark('scene')
	});
}

const programText = sources.files[sources.program] ?? '';
const editorView = new EditorView({
	doc: programText,
	parent: findPageElement('.editor'),
	extensions: [
		basicSetup,
		javascript({ typescript: true }),
		EditorView.updateListener.of(({ docChanged, state }) => {
			if (docChanged) runProgramAndChecks(state.doc.toString(), true);
		})
	]
});
editorView.focus();
requestAnimationFrame(() => recordBarePageMark('editable'));
runProgramAndChecks(programText, false);
