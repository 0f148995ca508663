/** The browser's compile worker. */
import './zero-delay.ts';
import { packed, plain } from 'virtual:compile-engine';
import { createEngine, type Engine } from './engine.ts';
import { fetchEngine } from './fetch-engine.ts';
import type { Sources } from '../contract.ts';
import { parseRequest, type Reply } from './protocol.ts';
import { isEngineBroken, startEsbuild } from './start.ts';

/** Answers the current request after the engine has broken. */
let breakOff: (() => void) | undefined;

const started = start();
// Each request awaits `started` and reports the failure.
started.catch(() => undefined);

async function start(): Promise<Engine> {
	const { esbuild } = await startEsbuild(await fetchEngine({ plain, packed }), () => breakOff?.());
	return createEngine(esbuild);
}

const SMALLEST: Sources = { files: { 'main.ts': '' }, program: 'main.ts', checks: [] };

/** End of the last build: the engine builds one thing at a time. */
let turn: Promise<unknown> = Promise.resolve();

async function answer(value: unknown): Promise<Reply> {
	try {
		const request = parseRequest(value);
		const engine = await started;
		if (request.type === 'compile') return await compile(engine, request.sources);
		await engine.compile(SMALLEST);
		return { type: 'warm' };
	} catch (error) {
		return { type: 'failed', message: messageOf(error) };
	}
}

function compile(engine: Engine, sources: Sources): Promise<Reply> {
	return new Promise((resolve, reject) => {
		breakOff = () => resolve({ type: 'broken' });
		engine.compile(sources).then(
			(compiled) => resolve({ type: 'compiled', compiled }),
			(error: unknown) => {
				if (isEngineBroken(error)) resolve({ type: 'broken' });
				else reject(error);
			}
		);
	});
}

/** Returns the message of any thrown value. Must not throw: a request without an answer would block the queue. */
function messageOf(error: unknown): string {
	try {
		return String(error instanceof Error ? error.message : error);
	} catch {
		return 'unknown';
	}
}

self.addEventListener('error', (event) => {
	if (isEngineBroken(event.error)) breakOff?.();
});

self.onmessage = (event: MessageEvent<unknown>) => {
	const [port] = event.ports;
	if (port === undefined) return;
	turn = turn
		.then(() => answer(event.data))
		.then((reply) => {
			port.postMessage(reply);
			port.close();
		});
};
