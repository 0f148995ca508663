/** The least that starts a challenge: CodeMirror, sucrase and a worker, in a page of their own. */
import { javascript } from '@codemirror/lang-javascript';
import { basicSetup, EditorView } from 'codemirror';
import type { RunOptions, SceneInput } from '#sandbox/contract.ts';
import type { LabProgram } from '../lab/protocol.ts';
import { SucraseStage } from '../lab/sucrase.ts';

export type BarePageMark = 'editable' | 'scene' | 'result';
type FloorMarks = Partial<Record<BarePageMark, number>>;

const LIMITS = { seed: 20, timeLimit: 1500, totalLimit: 5000 };

declare global {
	interface Window {
		/** Milliseconds since the navigation began; absent until the page's script runs. */
		floorMarks?: FloorMarks;
	}
}

const marks: FloorMarks = (window.floorMarks = {});
function mark(name: BarePageMark): void {
	marks[name] ??= performance.now();
}

function part(selector: string): HTMLElement {
	const element = document.querySelector<HTMLElement>(selector);
	if (!element) throw new Error(`The floor has no ${selector}.`);
	return element;
}

async function load(path: string): Promise<Response> {
	const response = await fetch(path);
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	return response;
}

const [{ sources, labels, situation }, workerSource] = await Promise.all([
	load('/program.json').then((response) => response.json() as Promise<LabProgram>),
	load('/worker.js').then((response) => response.text())
]);
const input: SceneInput = { labels, language: 'fr', theme: 'light', situation, reducedMotion: false };
const options: RunOptions = { kind: 'scene', seed: LIMITS.seed, input };
const runner = new SucraseStage(workerSource, part('.picture'));

function attempt(program: string, isEdit: boolean): void {
	const files = { ...sources.files, [sources.program]: program };
	const plan = { files: sources.checks, ...LIMITS };
	runner.attempt({ ...sources, files }, plan, options, {
		compiled: () => undefined,
		results: (count) => {
			if (isEdit && count > 0) mark('result');
		},
		drawn: () => mark('scene')
	});
}

const doc = sources.files[sources.program] ?? '';
const view = new EditorView({
	doc,
	parent: part('.editor'),
	extensions: [
		basicSetup,
		javascript({ typescript: true }),
		EditorView.updateListener.of(({ docChanged, state }) => {
			if (docChanged) attempt(state.doc.toString(), true);
		})
	]
});
view.focus();
requestAnimationFrame(() => mark('editable'));
attempt(doc, false);
