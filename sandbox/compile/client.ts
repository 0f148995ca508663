import type { Compilation, Compiler, Sources } from '../index.ts';
import type { Compiled } from './engine.ts';
import { parseReply, type Reply, type Request } from './protocol.ts';
import { LatestQueue } from './queue.ts';

/** The engine broke twice on the same sources, or could not be loaded. It says nothing about the sources. */
export class CompilerFailed extends Error {
	override name = 'CompilerFailed';
}

/** A build takes milliseconds; after this the engine is taken for dead. Loading it may take long on a slow line. */
const BUILD_LIMIT = 15_000;
const LOAD_LIMIT = 180_000;

/** Nothing is loaded before the first `warm` or `compile`. */
export function createCompiler(): Compiler {
	let engine: WorkerEngine | undefined;
	let disposed = false;

	async function ask(request: Request): Promise<Reply> {
		const used = (engine ??= startEngine());
		try {
			return await used.ask(request);
		} catch (error) {
			used.end();
			if (engine === used) engine = undefined;
			throw error;
		}
	}

	async function compile(sources: Sources): Promise<Compiled> {
		const request: Request = { type: 'compile', sources };
		const reply = await ask(request).catch((error: unknown) => {
			if (disposed) throw error;
			return ask(request);
		});
		if (reply.type === 'compiled') return reply.compiled;
		throw new CompilerFailed(`unexpected reply: ${reply.type}`);
	}

	const queue = new LatestQueue(compile);
	return {
		async compile(sources): Promise<Compilation> {
			if (disposed) return { kind: 'superseded' };
			try {
				const turn = await queue.push(sources);
				return turn.kind === 'done' ? turn.result : turn;
			} catch (error) {
				if (disposed) return { kind: 'superseded' };
				throw error;
			}
		},
		async warm() {
			if (!disposed) await ask({ type: 'warm' });
		},
		dispose() {
			disposed = true;
			queue.clear();
			engine?.end();
			engine = undefined;
		}
	};
}

interface WorkerEngine {
	ask(request: Request): Promise<Reply>;
	end(): void;
}

function startEngine(): WorkerEngine {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	const open = new Set<(error: CompilerFailed) => void>();
	let broken: CompilerFailed | undefined;
	let loaded = false;

	function fail(message: string): void {
		broken ??= new CompilerFailed(message);
		for (const reject of open) reject(broken);
	}
	worker.onerror = (event) => fail(event.message || 'the worker did not load');

	async function ask(request: Request): Promise<Reply> {
		if (broken !== undefined) throw broken;
		const { port1: here, port2: there } = new MessageChannel();
		const timer = setTimeout(() => fail('no answer'), loaded ? BUILD_LIMIT : LOAD_LIMIT);
		let settle: ((error: CompilerFailed) => void) | undefined;
		try {
			const reply = await new Promise<Reply>((resolve, reject) => {
				settle = reject;
				open.add(reject);
				here.onmessage = (event: MessageEvent<unknown>) => {
					try {
						resolve(parseReply(event.data));
					} catch (error) {
						reject(error);
					}
				};
				worker.postMessage(request, [there]);
			});
			if (reply.type === 'failed') throw new CompilerFailed(reply.message);
			loaded = true;
			return reply;
		} finally {
			clearTimeout(timer);
			if (settle !== undefined) open.delete(settle);
			here.close();
		}
	}

	return {
		ask,
		end() {
			worker.terminate();
			fail('ended');
		}
	};
}
