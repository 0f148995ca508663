import './zero-delay.ts';
import { gzipped, plain } from 'virtual:compile-engine';
import { createCompileEngine, type CompileEngine } from './engine.ts';
import { fetchEngine } from './fetch-engine.ts';
import type { Sources } from '../contract.ts';
import { parseCompilerRequest, type CompilerReply } from './protocol.ts';
import { isEngineCrash, startEsbuild } from './start-esbuild.ts';

let endCurrentRequest: (() => void) | undefined;

const enginePromise = startEngine();
// Avoids an unhandled rejection; each request awaits `enginePromise` itself and reports the failure.
enginePromise.catch(() => undefined);

async function startEngine(): Promise<CompileEngine> {
	const { esbuild } = await startEsbuild(await fetchEngine({ plain, gzipped }), () => endCurrentRequest?.());
	return createCompileEngine(esbuild);
}

const EMPTY_PROGRAM_SOURCES: Sources = { files: { 'main.ts': '' }, program: 'main.ts', checks: [] };

/** Resolves when the last build has ended, because the engine builds one program at a time. */
let latestBuild: Promise<unknown> = Promise.resolve();

async function answerCompilerRequest(value: unknown): Promise<CompilerReply> {
	try {
		const request = parseCompilerRequest(value);
		const engine = await enginePromise;
		if (request.type === 'compile') return await compileSources(engine, request.sources);
		if (request.type === 'reuse') {
			engine.reuseFiles(request.sources, request.bundle);
			return { type: 'reused' };
		}
		await engine.compile(EMPTY_PROGRAM_SOURCES);
		return { type: 'warm' };
	} catch (error) {
		return { type: 'failed', message: errorMessageOf(error) };
	}
}

function compileSources(engine: CompileEngine, sources: Sources): Promise<CompilerReply> {
	return new Promise((resolve, reject) => {
		endCurrentRequest = () => resolve({ type: 'broken' });
		engine.compile(sources).then(
			(compiled) => resolve({ type: 'compiled', compiled }),
			(error: unknown) => {
				if (isEngineCrash(error)) resolve({ type: 'broken' });
				else reject(error);
			}
		);
	});
}

/** Must not throw, because a request without an answer would block the queue. */
function errorMessageOf(error: unknown): string {
	try {
		return String(error instanceof Error ? error.message : error);
	} catch {
		return 'unknown';
	}
}

self.addEventListener('error', (event) => {
	if (isEngineCrash(event.error)) endCurrentRequest?.();
});

self.onmessage = (event: MessageEvent<unknown>) => {
	const [port] = event.ports;
	if (port === undefined) return;
	latestBuild = latestBuild
		.then(() => answerCompilerRequest(event.data))
		.then((reply) => {
			port.postMessage(reply);
			port.close();
		});
};
