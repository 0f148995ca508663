/** The page of the lab: Monaco and the sandbox as in the workbench, with sucrase beside them. */
import { mount } from 'svelte';
import { editor as monaco } from 'monaco-editor/editor';
import '@fontsource-variable/atkinson-hyperlegible-mono';
import '#lib/ui/tokens.css';
import Editor from '#lib/editor/Editor.svelte';
import { Program } from '#lib/workbench/code/program.svelte.ts';
import type { RunOptions, SceneInput, Sources, Stage } from '#sandbox/contract.ts';
import type { Report } from '#sandbox/report.ts';
import { createCompiler, createStage } from '#sandbox/index.ts';
import { LongestGapWatch } from './gap.ts';
import { loopInCheck, loopInScene } from './loops.ts';
import { playScene } from './play-scene.ts';
import type { CompilerContender, EditTimes, EditLab } from './protocol.ts';
import { SucraseStage } from './sucrase.ts';

const LIMITS = { seed: 20, timeLimit: 1500, totalLimit: 5000 };

function part(id: string): HTMLElement {
	const element = document.getElementById(id);
	if (!element) throw new Error(`The lab has no ${id}.`);
	return element;
}

let sources: Sources = { files: {}, program: 'main.ts', checks: [] };
let input: SceneInput = { labels: {}, language: 'fr', theme: 'light', situation: '', reducedMotion: false };
let checkCount = 0;
const runOptions = (): RunOptions => ({ kind: 'scene', seed: LIMITS.seed, input });
const checkPlan = () => ({ files: sources.checks, ...LIMITS });
let edited: (files: Sources['files']) => void = () => undefined;
let edition = 1000;
const compiler = createCompiler();
const shell = new URLSearchParams(location.search).get('shell') ?? '';
const stage = createStage({ element: part('stage'), shells: [shell], title: 'Stage' });

/** Callbacks for events of the stage. Each measurement sets its own. */
let onResult: () => void = () => undefined;
let onDrawn: () => void = () => undefined;
let onCompiled: () => void = () => undefined;
const watchedStage: Stage = {
	ready: stage.ready,
	prepare: stage.prepare.bind(stage),
	reset: stage.reset.bind(stage),
	dispose: stage.dispose.bind(stage),
	run: (...[bundle, options, onEvent]: Parameters<Stage['run']>) => {
		onCompiled();
		return stage.run(bundle, options, (event) => {
			onEvent(event);
			if (event.type === 'drawn' && event.frame === 1) onDrawn();
		});
	},
	check: (...[bundle, options]: Parameters<Stage['check']>) =>
		stage.check(bundle, {
			...options,
			onResult: (result) => {
				options.onResult?.(result);
				onResult();
			}
		}),
	call: stage.call.bind(stage),
	measure: stage.measure.bind(stage)
};
const program = new Program(compiler, watchedStage);

let rival: Promise<SucraseStage> | undefined;
const sucrase = () =>
	(rival ??= fetch('/worker.js')
		.then((response) => response.text())
		.then((source) => new SucraseStage(source, part('stage'))));

function changeEdition(): void {
	const [view] = monaco.getEditors();
	const model = view?.getModel();
	const match = model?.findMatches(String(edition), false, false, true, null, false)[0];
	if (!view || !match) throw new Error('The edition is not in the editor.');
	edition += 1;
	view.executeEdits('bench', [{ range: match.range, text: String(edition) }]);
}

function attempt(ownFiles: Sources['files']): Promise<Report | null> {
	const [checksFile = ''] = sources.checks;
	return program.runAttempt({ sources, ownFiles, input, kind: 'scene', checksFile, whenSaved: Promise.resolve() });
}

async function edit(contender: CompilerContender): Promise<EditTimes> {
	const against = await sucrase();
	if (contender === 'sucrase') program.stop();
	else against.endShownProgram();
	await new Promise((resolve) => setTimeout(resolve, 150));
	return new Promise((resolve, reject) => {
		const times = { compiled: NaN, firstResult: NaN, lastResult: NaN, drawn: NaN };
		const late = setTimeout(() => reject(new Error(`No answer: ${JSON.stringify(times)}`)), 20_000);
		let began = NaN;
		let results = 0;
		const note = (what: keyof EditTimes) => {
			if (Number.isNaN(times[what])) times[what] = performance.now() - began;
			if (Object.values(times).some(Number.isNaN)) return;
			clearTimeout(late);
			resolve(times);
		};
		const hear = (count: number) => {
			results += count;
			if (results > 0) note('firstResult');
			if (results === checkCount) note('lastResult');
		};
		onResult = () => hear(1);
		onDrawn = () => note('drawn');
		onCompiled = () => note('compiled');
		edited = (files) => {
			sources = { ...sources, files: { ...sources.files, ...files } };
			if (contender === 'braise') {
				void attempt(files);
			} else {
				against.attempt(sources, checkPlan(), runOptions(), {
					compiled: onCompiled,
					results: hear,
					drawn: onDrawn
				});
			}
		};
		began = performance.now();
		changeEdition();
	});
}

const lab: EditLab = {
	async open(opened) {
		sources = opened.sources;
		input = { ...input, labels: opened.labels, situation: opened.situation };
		const files = { 'main.ts': sources.files['main.ts'] ?? '' };
		await Promise.all([
			new Promise<void>((resolve) => {
				const props = { files, activePath: 'main.ts', language: 'fr' as const, theme: 'light' as const };
				mount(Editor, {
					target: part('editor'),
					props: { ...props, onready: resolve, onchange: (next: Sources['files']) => edited(next) }
				});
			}),
			stage.ready,
			compiler.warm()
		]);
		const report = await attempt(files);
		if (report === null || report.load !== undefined || report.results.length === 0)
			throw new Error(`The program was not checked: ${JSON.stringify(report)}`);
		checkCount = report.results.length;
	},
	edit,
	async rebuild() {
		edition += 1;
		const text = sources.files['main.ts']?.replace(/\d+/, String(edition)) ?? '';
		const began = performance.now();
		const compilation = await compiler.compile({ ...sources, files: { ...sources.files, 'main.ts': text } });
		if (compilation.kind !== 'bundle') throw new Error(`Not compiled: ${JSON.stringify(compilation)}`);
		return { asked: performance.now() - began, worked: compilation.duration };
	},
	play: (played) => playScene(stage, compiler, played),
	loopInScene: () => loopInScene(stage, compiler, sources, runOptions()),
	loopInCheck: () => loopInCheck(stage, compiler, sources, { ...checkPlan(), timeLimit: 500 }),
	async measureIdleGap(milliseconds) {
		const watch = new LongestGapWatch();
		await new Promise((resolve) => setTimeout(resolve, milliseconds));
		return watch.end();
	}
};
window.lab = lab;
