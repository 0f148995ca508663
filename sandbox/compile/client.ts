import type { Compilation, Compiler, Sources } from '../contract.ts';
import { parseCompilerReply, type CompilerReply, type CompilerRequest } from './protocol.ts';
import { NewestTaskQueue } from './queue.ts';
import { KIT_FILE_PATH, KIT_MODULE } from './modules.ts';

/** Only a program without a scene: a challenge brings the kit that it was packed with. */
export function lacksKit({ files, scene, page }: Sources): boolean {
	if (scene !== undefined || page !== undefined || Object.hasOwn(files, KIT_FILE_PATH)) return false;
	return Object.values(files).some((text) => text.includes(KIT_MODULE));
}

export async function addKit(sources: Sources): Promise<Sources> {
	const { default: kit } = await import('virtual:sandbox-kit');
	return { ...sources, files: { ...sources.files, [KIT_FILE_PATH]: kit } };
}

const TICK_MILLISECONDS = 100;
/** Longest time that one tick counts. A tick that took longer means that the machine slept or was busy. */
const MAX_COUNTED_TICK_MILLISECONDS = 2 * TICK_MILLISECONDS;

/** Does not count the time in which the machine slept. Returns a canceller. */
function startAwakeTimer(milliseconds: number, callback: () => void): () => void {
	let remainingMilliseconds = milliseconds;
	let last = performance.now();
	const timer = setInterval(
		() => {
			const now = performance.now();
			remainingMilliseconds -= Math.min(now - last, MAX_COUNTED_TICK_MILLISECONDS);
			last = now;
			if (remainingMilliseconds > 0) return;
			clearInterval(timer);
			callback();
		},
		Math.min(TICK_MILLISECONDS, milliseconds)
	);
	return () => clearInterval(timer);
}

/** Thrown when the worker failed twice for a reason unrelated to the sources, or could not be loaded. */
class CompilerFailedError extends Error {
	override name = 'CompilerFailed';
}

/** Thrown when the engine broke while compiling the sources, or did not answer in time. Its worker is then ended. */
class EngineStoppedError extends Error {
	override name = 'TooLarge';
}

class BuildAbandonedError extends Error {
	override name = 'Abandoned';
}

/** A build takes about 10 ms, but the first far longer on a busy machine, which must refuse no ordinary program. */
const DEFAULT_COMPILER_LIMITS: CompilerLimits = { buildMilliseconds: 30_000, hurriedMilliseconds: 10_000 };
const ENGINE_LOAD_LIMIT_MILLISECONDS = 180_000;

export interface CompilerLimits {
	buildMilliseconds: number;
	/** Milliseconds that a build may still take once a newer request waits. */
	hurriedMilliseconds: number;
}

/** Loads nothing before the first `warm` or `compile`. */
export function createCompiler(limits = DEFAULT_COMPILER_LIMITS): Compiler {
	let engine: WorkerEngine | undefined;
	let disposed = false;
	let reusable: Extract<CompilerRequest, { type: 'reuse' }> | undefined;

	function startNextEngine(): WorkerEngine {
		const nextEngine = startEngine(limits);
		if (reusable !== undefined) sendReusableFiles(nextEngine, reusable);
		return nextEngine;
	}

	async function sendRequest(request: CompilerRequest): Promise<CompilerReply> {
		const activeEngine = (engine ??= startNextEngine());
		try {
			return await activeEngine.sendRequest(request);
		} catch (error) {
			activeEngine.end();
			if (engine === activeEngine) engine = undefined;
			throw error;
		}
	}

	async function compile(given: Sources): Promise<Compilation> {
		try {
			const sources = lacksKit(given) ? await addKit(given) : given;
			const request: CompilerRequest = { type: 'compile', sources };
			const reply = await sendRequest(request).catch((error: unknown) => {
				if (disposed || !(error instanceof CompilerFailedError)) throw error;
				return sendRequest(request);
			});
			if (reply.type === 'compiled') return reply.compiled;
			throw new CompilerFailedError(`unexpected reply: ${reply.type}`);
		} catch (error) {
			const isEnded = error instanceof EngineStoppedError || error instanceof BuildAbandonedError;
			if (!isEnded || disposed) throw error;
			void sendRequest({ type: 'warm' }).catch(() => undefined);
			return { kind: error instanceof EngineStoppedError ? 'too-large' : 'superseded' };
		}
	}

	const queue = new NewestTaskQueue(compile);
	return {
		async compile(sources): Promise<Compilation> {
			if (disposed) return { kind: 'superseded' };
			engine?.hurryBuild();
			try {
				const turn = await queue.push(sources);
				return turn.kind === 'done' ? turn.result : turn;
			} catch (error) {
				if (disposed) return { kind: 'superseded' };
				throw error;
			}
		},
		reuseFiles(sources, bundle) {
			reusable = { type: 'reuse', sources, bundle };
			if (engine !== undefined) sendReusableFiles(engine, reusable);
		},
		async warm() {
			if (!disposed) await sendRequest({ type: 'warm' });
		},
		dispose() {
			disposed = true;
			queue.supersedeWaiting();
			engine?.end();
			engine = undefined;
		}
	};
}

/** A failure is ignored, because the engine then compiles the files itself. */
function sendReusableFiles(engine: WorkerEngine, request: CompilerRequest): void {
	engine.sendRequest(request).catch(() => undefined);
}

interface WorkerEngine {
	/** Waits until the engine is loaded, so that loading does not count towards the time limit of a build. */
	sendRequest(request: CompilerRequest): Promise<CompilerReply>;
	hurryBuild(): void;
	end(): void;
}

function startEngine(limits: CompilerLimits): WorkerEngine {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	const open = new Set<(error: Error) => void>();
	let broken: Error | undefined;
	let loading: Promise<CompilerReply> | undefined;
	let task: 'none' | 'waits' | 'builds' = 'none';
	let isHurried = false;
	let hurrying: (() => void) | undefined;

	function failOpenRequests(error: Error): void {
		broken ??= error;
		for (const reject of open) reject(broken);
	}
	worker.onerror = (event) => failOpenRequests(new CompilerFailedError(event.message || 'the worker did not load'));

	async function sendWithLimit(request: CompilerRequest, limit: number, late: Error): Promise<CompilerReply> {
		if (broken !== undefined) throw broken;
		const { port1: here, port2: there } = new MessageChannel();
		const callOff = startAwakeTimer(limit, () => failOpenRequests(late));
		let settle: ((error: Error) => void) | undefined;
		try {
			const reply = await new Promise<CompilerReply>((resolve, reject) => {
				settle = reject;
				open.add(reject);
				here.onmessage = (event: MessageEvent<unknown>) => {
					try {
						resolve(parseCompilerReply(event.data));
					} catch (error) {
						reject(error);
					}
				};
				worker.postMessage(request, [there]);
			});
			if (reply.type === 'failed') throw new CompilerFailedError(reply.message);
			if (reply.type === 'broken') throw new EngineStoppedError();
			return reply;
		} finally {
			callOff();
			if (settle !== undefined) open.delete(settle);
			here.close();
		}
	}

	const load = () =>
		(loading ??= sendWithLimit({ type: 'warm' }, ENGINE_LOAD_LIMIT_MILLISECONDS, new CompilerFailedError('no answer')));

	function hurryBuild(): void {
		if (task === 'none') return;
		isHurried = true;
		// While the engine still loads, there is no build to abandon.
		if (task === 'builds')
			hurrying ??= startAwakeTimer(limits.hurriedMilliseconds, () => failOpenRequests(new BuildAbandonedError()));
	}

	return {
		async sendRequest(request) {
			if (request.type === 'warm') return load();
			if (request.type === 'reuse') {
				await load();
				// No program is to blame for a failure here, so no program may be called too large for it.
				return sendWithLimit(request, ENGINE_LOAD_LIMIT_MILLISECONDS, new CompilerFailedError('no answer'));
			}
			task = 'waits';
			try {
				await load();
				task = 'builds';
				if (isHurried) hurryBuild();
				return await sendWithLimit(request, limits.buildMilliseconds, new EngineStoppedError());
			} finally {
				task = 'none';
				isHurried = false;
				hurrying?.();
				hurrying = undefined;
			}
		},
		hurryBuild,
		end() {
			worker.terminate();
			failOpenRequests(new CompilerFailedError('ended'));
		}
	};
}
