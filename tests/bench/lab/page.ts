/** The page of the lab: Monaco and the sandbox as in the workbench, with sucrase beside them. */
import { mount } from 'svelte';
import { editor as monaco } from 'monaco-editor/editor';
import '@fontsource-variable/atkinson-hyperlegible-mono';
import '#lib/ui/tokens.css';
import '#lib/ui/layout.css';
import Editor from '#lib/editor/Editor.svelte';
import { Program } from '#lib/workbench/code/program.svelte.ts';
import type { RunOptions, SceneInput, Sources, Stage, Compiler } from '#sandbox/contract.ts';
import type { Report } from '#sandbox/report.ts';
import { createCompiler, createStage } from '#sandbox/index.ts';
import { EventLoopGapWatch } from './gap.ts';
import { measureLoopInCheck, measureLoopInScene } from './loops.ts';
import type { CompilerContender, EditTimes, EditLabFunctions, LabProgram } from './protocol.ts';
import { SucraseStage } from './sucrase.ts';

/** Resolves at the first picture. Throws the message of the compiler or program if there is none. */
async function playScene(
	stage: Stage,
	compiler: Compiler,
	{ sources, labels, situation, option }: LabProgram
): Promise<void> {
	const compilation = await compiler.compile({ ...sources, checks: [] });
	if (compilation.kind !== 'bundle') throw new Error(`Not compiled: ${JSON.stringify(compilation)}`);
	const input = { labels, situation, language: 'fr', theme: 'light', reducedMotion: false } as const;
	await new Promise<void>((resolve, reject) => {
		stage.run(
			compilation.bundle,
			{ kind: 'scene', seed: 20, input: option === undefined ? input : { ...input, option } },
			(event) => {
				if (event.type === 'drawn') resolve();
				if (event.type === 'error') reject(new Error(JSON.stringify(event.problem)));
			}
		);
	});
}

const RUN_LIMITS = { seed: 20, timeLimit: 1500, totalLimit: 5000 };

function findPageElement(id: string): HTMLElement {
	const element = document.getElementById(id);
	if (!element) throw new Error(`The lab has no ${id}.`);
	return element;
}

let programSources: Sources = { files: {}, program: 'main.ts', checks: [] };
let sceneInput: SceneInput = { labels: {}, language: 'fr', theme: 'light', situation: '', reducedMotion: false };
let checkCount = 0;
const createRunOptions = (): RunOptions => ({ kind: 'scene', seed: RUN_LIMITS.seed, input: sceneInput });
const createCheckPlan = () => ({ files: programSources.checks, ...RUN_LIMITS });
let onEdited: (files: Sources['files']) => void = () => undefined;
let editionNumber = 1000;
const compiler = createCompiler();
const shellAddress = new URLSearchParams(location.search).get('shell') ?? '';
const stage = createStage({ element: findPageElement('stage'), shellAddresses: [shellAddress], title: 'Stage' });

/** Callbacks for events of the stage. Each measurement sets its own. */
let onResult: () => void = () => undefined;
let onDrawn: () => void = () => undefined;
let onCompiled: () => void = () => undefined;
const stageWithCallbacks: Stage = {
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
const program = new Program(compiler, stageWithCallbacks);

let sucrasePromise: Promise<SucraseStage> | undefined;
const loadSucrase = () =>
	(sucrasePromise ??= fetch('/worker.js')
		.then((response) => response.text())
		.then((source) => new SucraseStage(source, findPageElement('stage'))));

function changeEditionNumber(): void {
	const [view] = monaco.getEditors();
	const model = view?.getModel();
	const editionMatch = model?.findMatches(String(editionNumber), false, false, true, null, false)[0];
	if (!view || !editionMatch) throw new Error('The edition is not in the editor.');
	editionNumber += 1;
	view.executeEdits('bench', [{ range: editionMatch.range, text: String(editionNumber) }]);
}

function runProgramAndChecks(ownFiles: Sources['files']): Promise<Report | null> {
	const [checksFile = ''] = programSources.checks;
	return program.runAttempt({
		sources: programSources,
		studentFiles: ownFiles,
		sceneInput,
		kind: 'scene',
		checksFile,
		whenSaved: Promise.resolve()
	});
}

async function measureEdit(contender: CompilerContender): Promise<EditTimes> {
	const sucraseStage = await loadSucrase();
	if (contender === 'sucrase') program.stop();
	else sucraseStage.endShownProgram();
	await new Promise((resolve) => setTimeout(resolve, 150));
	return new Promise((resolve, reject) => {
		const times = { untilCompiled: NaN, untilFirstResult: NaN, untilLastResult: NaN, untilDrawn: NaN };
		const patienceTimer = setTimeout(() => reject(new Error(`No answer: ${JSON.stringify(times)}`)), 20_000);
		let startMoment = NaN;
		let resultCount = 0;
		const noteTime = (what: keyof EditTimes) => {
			if (Number.isNaN(times[what])) times[what] = performance.now() - startMoment;
			if (Object.values(times).some(Number.isNaN)) return;
			clearTimeout(patienceTimer);
			resolve(times);
		};
		const countResults = (count: number) => {
			resultCount += count;
			if (resultCount > 0) noteTime('untilFirstResult');
			if (resultCount === checkCount) noteTime('untilLastResult');
		};
		onResult = () => countResults(1);
		onDrawn = () => noteTime('untilDrawn');
		onCompiled = () => noteTime('untilCompiled');
		onEdited = (files) => {
			programSources = { ...programSources, files: { ...programSources.files, ...files } };
			if (contender === 'braise') {
				void runProgramAndChecks(files);
			} else {
				sucraseStage.compileAndRun(programSources, createCheckPlan(), createRunOptions(), {
					onCompiled,
					onResults: countResults,
					onDrawn
				});
			}
		};
		startMoment = performance.now();
		changeEditionNumber();
	});
}

const editLab: EditLabFunctions = {
	async open(opened) {
		programSources = opened.sources;
		sceneInput = { ...sceneInput, labels: opened.labels, situation: opened.situation };
		const files = { 'main.ts': programSources.files['main.ts'] ?? '' };
		await Promise.all([
			new Promise<void>((resolve) => {
				const props = { files, activePath: 'main.ts', language: 'fr' as const, theme: 'light' as const };
				mount(Editor, {
					target: findPageElement('editor'),
					props: { ...props, onready: resolve, onchange: (next: Sources['files']) => onEdited(next) }
				});
			}),
			stage.ready,
			compiler.warm()
		]);
		const report = await runProgramAndChecks(files);
		if (report === null || report.load !== undefined || report.results.length === 0)
			throw new Error(`The program was not checked: ${JSON.stringify(report)}`);
		checkCount = report.results.length;
	},
	edit: measureEdit,
	async rebuild() {
		editionNumber += 1;
		const text = programSources.files['main.ts']?.replace(/\d+/, String(editionNumber)) ?? '';
		const startMoment = performance.now();
		const compilation = await compiler.compile({
			...programSources,
			files: { ...programSources.files, 'main.ts': text }
		});
		if (compilation.kind !== 'bundle') throw new Error(`Not compiled: ${JSON.stringify(compilation)}`);
		return { pageTime: performance.now() - startMoment, workerTime: compilation.duration };
	},
	play: (played) => playScene(stage, compiler, played),
	measureLoopInScene: () => measureLoopInScene(stage, compiler, programSources, createRunOptions()),
	measureLoopInCheck: () =>
		measureLoopInCheck(stage, compiler, programSources, {
			...RUN_LIMITS,
			checkFilePaths: programSources.checks,
			timeLimit: 500
		}),
	async measureIdleGap(milliseconds) {
		const gapWatch = new EventLoopGapWatch();
		await new Promise((resolve) => setTimeout(resolve, milliseconds));
		return gapWatch.endAndReadLongestGap();
	}
};
window.lab = editLab;
