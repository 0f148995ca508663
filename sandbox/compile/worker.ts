import './zero-delay.ts';
import * as esbuild from 'esbuild-wasm/esm/browser.js';
import plain from 'esbuild-wasm/esbuild.wasm?url';
import packed from 'virtual:packed-engine';
import { createEngine } from './engine.ts';
import { fetchEngine } from './fetch-engine.ts';
import type { Sources } from '../index.ts';
import { parseRequest, type Reply } from './protocol.ts';

const engine = createEngine(esbuild);
// The engine lives in this worker already; a second one inside would only add messages.
const started = fetchEngine({ plain, packed }).then((wasmModule) => esbuild.initialize({ wasmModule, worker: false }));
// Each request hears of it.
started.catch(() => undefined);

const SMALLEST: Sources = { files: { 'main.ts': '' }, program: 'main.ts', checks: [] };

/** The engine builds one thing at a time. */
let turn: Promise<unknown> = Promise.resolve();

async function answer(value: unknown): Promise<Reply> {
	try {
		const request = parseRequest(value);
		await started;
		if (request.type === 'compile') return { type: 'compiled', compiled: await engine.compile(request.sources) };
		// The first build pays for more than the later ones: pay it before an edit waits for it.
		await engine.compile(SMALLEST);
		return { type: 'warm' };
	} catch (error) {
		return { type: 'failed', message: messageOf(error) };
	}
}

/** Must not throw, whatever was thrown: a request without an answer would keep the queue waiting. */
function messageOf(error: unknown): string {
	try {
		return String(error instanceof Error ? error.message : error);
	} catch {
		return 'unknown';
	}
}

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
