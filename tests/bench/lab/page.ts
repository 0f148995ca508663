/** The lab page: Monaco and the sandbox as in the workbench, with the contender beside them. */
import { mount } from 'svelte';
import { editor as monaco } from 'monaco-editor/editor';
import '@fontsource-variable/atkinson-hyperlegible-mono';
import '#lib/ui/tokens.css';
import Editor from '#lib/editor/Editor.svelte';
import { Program } from '#lib/workbench/code/program.svelte.ts';
import type { RunOptions, Sources, Stage } from '#sandbox/contract.ts';
import { createCompiler, createStage } from '#sandbox/index.ts';
import { GapWatch } from './gap.ts';
import { loopInCheck, loopInScene } from './loops.ts';
import type { Contender, EditTimes, Lab } from './protocol.ts';
import { Sucrase } from './sucrase.ts';

const CHECKS = 'checks/bench.ts';
const PLAN = { files: [CHECKS], seed: 20, timeLimit: 500, totalLimit: 5000 };
const INPUT = {
	labels: {},
	language: 'fr',
	theme: 'light' as const,
	situation: 'discover',
	reducedMotion: false
};
const RUN: RunOptions = { kind: 'scene', seed: 20, input: INPUT };
const COUNT = 20;

function part(id: string): HTMLElement {
	const element = document.getElementById(id);
	if (!element) throw new Error(`The lab has no ${id}.`);
	return element;
}

let sources: Sources = { files: {}, program: 'main.ts', checks: [] };
let edited: (files: Sources['files']) => void = () => undefined;
let edition = 1000;
const compiler = createCompiler();
const shell = new URLSearchParams(location.search).get('shell') ?? '';
const stage = createStage({ element: part('stage'), shells: [shell], title: 'Stage' });

/** Callbacks that each measurement sets for events of the stage. */
let onResult: () => void = () => undefined;
let onDrawn: () => void = () => undefined;
let onCompiled: () => void = () => undefined;
const watched: Stage = Object.assign(Object.create(stage) as Stage, {
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
});
const program = new Program(compiler, watched);

let rival: Promise<Sucrase> | undefined;
const sucrase = () =>
	(rival ??= fetch('/worker.js')
		.then((response) => response.text())
		.then((source) => new Sucrase(source, part('stage'))));

function changeEdition(): void {
	const [view] = monaco.getEditors();
	const model = view?.getModel();
	const found = model?.findMatches(String(edition), false, false, true, null, false)[0];
	if (!view || !found) throw new Error('The edition is not in the editor.');
	edition += 1;
	view.executeEdits('bench', [{ range: found.range, text: String(edition) }]);
}

async function edit(contender: Contender): Promise<EditTimes> {
	const against = await sucrase();
	if (contender === 'sucrase') program.stop();
	else against.rest();
	await new Promise((resolve) => setTimeout(resolve, 150));
	return new Promise((resolve, reject) => {
		const times = { compiled: NaN, lastResult: NaN, drawn: NaN };
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
			if (results === COUNT) note('lastResult');
		};
		onResult = () => hear(1);
		onDrawn = () => note('drawn');
		onCompiled = () => note('compiled');
		edited = (files) => {
			sources = { ...sources, files: { ...sources.files, ...files } };
			if (contender === 'braise') {
				void program.runAttempt({
					sources,
					ownFiles: files,
					input: INPUT,
					kind: 'scene',
					checksFile: CHECKS,
					whenSaved: Promise.resolve()
				});
			} else {
				against.attempt(sources, PLAN, RUN, {
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

const lab: Lab = {
	async open(opened) {
		sources = opened;
		if (monaco.getEditors().length > 0) return;
		const files = { 'main.ts': opened.files['main.ts'] ?? '' };
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
	},
	edit,
	async rebuild() {
		edition += 1;
		const text = sources.files['main.ts']?.replace(/\d+/, String(edition)) ?? '';
		const began = performance.now();
		const compiled = await compiler.compile({ ...sources, files: { ...sources.files, 'main.ts': text } });
		if (compiled.kind !== 'bundle') throw new Error(`Not compiled: ${JSON.stringify(compiled)}`);
		return { asked: performance.now() - began, worked: compiled.duration };
	},
	loopInScene: () => loopInScene(stage, compiler, sources, RUN),
	loopInCheck: () => loopInCheck(stage, compiler, sources, PLAN),
	async quiet(milliseconds) {
		const watch = new GapWatch();
		await new Promise((resolve) => setTimeout(resolve, milliseconds));
		return watch.end();
	}
};
window.lab = lab;
