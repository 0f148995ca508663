/** The program to compare with: sucrase on the page and fresh workers, without a frame. */
import { KIT_FILE_PATH, KIT_MODULE } from '#sandbox/compile/modules.ts';
import { transform } from 'sucrase';
import type { Sources } from '#sandbox/contract.ts';
import type { CheckPlan, MessageFromWorker, StageSize, MessageToWorker } from '#sandbox/protocol.ts';
import type { RunOptions } from '#sandbox/contract.ts';

export interface SucraseListener {
	onCompiled(): void;
	onResults(count: number): void;
	onDrawn(): void;
}

/** Uses the same worker script and modules as Braise's frame, so that only compiler, reserve worker and frame differ. */
export class SucraseStage {
	readonly #workerScriptAddress: string;
	readonly #element: HTMLElement;
	readonly #compilationByPath = new Map<string, { text: string; code: string }>();
	#shownProgram: { worker: Worker; canvas: HTMLCanvasElement } | undefined;

	constructor(workerSource: string, element: HTMLElement) {
		this.#workerScriptAddress = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
		this.#element = element;
	}

	compileAndRun(sources: Sources, plan: CheckPlan, options: RunOptions, listener: SucraseListener): void {
		const code = this.#compile(sources);
		listener.onCompiled();
		this.#draw(code, options, listener);
		const checkWorker = new Worker(this.#workerScriptAddress);
		checkWorker.onmessage = ({ data }: MessageEvent<MessageFromWorker>) => {
			if (data.type === 'begun' || data.type === 'finished') listener.onResults(data.results.length);
			if (data.type === 'finished') checkWorker.terminate();
		};
		checkWorker.postMessage({ type: 'check', code, prelude: '', plan, skip: [] } satisfies MessageToWorker);
	}

	#draw(code: string, options: RunOptions, listener: SucraseListener): void {
		const programBefore = this.#shownProgram;
		programBefore?.worker.postMessage({ type: 'pause' } satisfies MessageToWorker);
		const canvas = document.createElement('canvas');
		canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%';
		this.#element.append(canvas);
		const drawWorker = new Worker(this.#workerScriptAddress);
		this.#shownProgram = { worker: drawWorker, canvas };
		const stageSize: StageSize = {
			width: this.#element.clientWidth,
			height: this.#element.clientHeight,
			ratio: devicePixelRatio
		};
		const offscreen = canvas.transferControlToOffscreen();
		drawWorker.onmessage = ({ data }: MessageEvent<MessageFromWorker>) => {
			if (data.type !== 'drawn') return;
			listener.onDrawn();
			programBefore?.worker.terminate();
			programBefore?.canvas.remove();
		};
		drawWorker.postMessage({ type: 'canvas', canvas: offscreen, size: stageSize } satisfies MessageToWorker, [
			offscreen
		]);
		drawWorker.postMessage({ type: 'run', code, prelude: '', options } satisfies MessageToWorker);
	}

	/** Ends the running program, so that it does not slow down the other measurement. */
	endShownProgram(): void {
		this.#shownProgram?.worker.terminate();
		this.#shownProgram?.canvas.remove();
		this.#shownProgram = undefined;
	}

	#compile({ files, program, scene, checks }: Sources): string {
		const modules = Object.entries(files).map(([path, text]) => {
			let compilation = this.#compilationByPath.get(path);
			if (compilation?.text !== text) {
				compilation = { text, code: transform(text, { transforms: ['typescript', 'imports'], production: true }).code };
				this.#compilationByPath.set(path, compilation);
			}
			return `${JSON.stringify(path)}: function (require, module, exports) {${compilation.code}\n}`;
		});
		return [
			`const modules = {\n${modules.join(',\n')}\n};`,
			'const made = {};',
			'const outside = require;',
			'const load = (path) => { if (!made[path]) { const module = (made[path] = { exports: {} }); modules[path]((name) => find(name, path), module, module.exports); } return made[path].exports; };',
			`const find = (name, from) => { if (name === ${JSON.stringify(KIT_MODULE)}) return load(${JSON.stringify(KIT_FILE_PATH)});`,
			'  if (!name.startsWith(".")) return outside(name);',
			'  const folder = from.startsWith("checks/") ? [] : from.split("/").slice(0, -1);',
			'  for (const part of name.split("/")) { if (part === "..") folder.pop(); else if (part !== ".") folder.push(part); }',
			'  return load(folder.join("/").replace(/\\.ts$/, "") + ".ts"); };',
			`exports.program = () => load(${JSON.stringify(program)});`,
			scene === undefined ? '' : `exports.scene = () => load(${JSON.stringify(scene)});`,
			`exports.checks = {${checks.map((path) => `${JSON.stringify(path)}: () => load(${JSON.stringify(path)})`).join(', ')}};`
		].join('\n');
	}
}
