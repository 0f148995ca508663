/** A worker thread that compiles. It is thrown away when it does not answer in time, has broken, or has grown large. */
import './self.ts';
import '../zero-delay.ts';
import { parentPort, workerData } from 'node:worker_threads';
import type { Sources } from '../../index.ts';
import { createPartCompiler, type PartCompiler } from '../parts.ts';
import { isEngineBroken, startEsbuild } from '../start.ts';
import type { FromWorker, ToWorker, WorkerGiven } from './protocol.ts';

const { module } = workerData as WorkerGiven;
const port = parentPort;
if (port === null) throw new Error('This is a worker thread.');

const say = (message: FromWorker): void => port.postMessage(message);

// What the engine writes before it ends is for nobody: its words can be as long as the program.
console.log = () => undefined;
console.warn = () => undefined;

/** The first build pays for more than the later ones: it is paid for before anything waits. */
async function warm(compile: PartCompiler): Promise<void> {
	const sources: Sources = { files: { 'main.ts': 'export const warm: number = 1;' }, program: 'main.ts', checks: [] };
	for (const part of ['whole', 'program'] as const) await compile({ part, sources, imported: [] });
}

void startEsbuild(module, () => say({ type: 'broken' })).then(async ({ esbuild, memory }) => {
	const compile = createPartCompiler(esbuild);
	port.on('message', (asked: ToWorker) => {
		compile(asked).then(
			(part) => say({ type: 'compiled', part, memory: memory() }),
			(error: unknown) => {
				// Anything else ends the thread, which says the same.
				if (!isEngineBroken(error)) throw error;
				say({ type: 'broken' });
			}
		);
	});
	await warm(compile);
	say({ type: 'ready' });
});
