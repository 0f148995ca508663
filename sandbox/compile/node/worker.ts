import './self.ts';
import '../zero-delay.ts';
import { parentPort, workerData } from 'node:worker_threads';
import type { Sources } from '../../contract.ts';
import { createCompileEngine, type CompileEngine } from '../engine.ts';
import { isEngineCrash, startEsbuild } from '../start-esbuild.ts';
import { ownThreadNumber } from '../../thread-clock.ts';
import type { MessageFromCompileWorker, MessageToCompileWorker, CompileWorkerData } from './client.ts';

const { module } = workerData as CompileWorkerData;
const ownerPort = parentPort;
if (ownerPort === null) throw new Error('This is a worker thread.');

const sendToOwner = (message: MessageFromCompileWorker): void => ownerPort.postMessage(message);

// The messages that the engine logs when it crashes are discarded, because they can be as long as the program.
console.log = () => undefined;
console.warn = () => undefined;

async function warmEngine({ compilePart }: CompileEngine): Promise<void> {
	const sources: Sources = { files: { 'main.ts': 'export const warm: number = 1;' }, program: 'main.ts', checks: [] };
	await compilePart({ part: 'whole', sources, importedPaths: [] });
}

void startEsbuild(module, () => sendToOwner({ type: 'broken' })).then(async ({ esbuild, memoryBytes }) => {
	const engine = createCompileEngine(esbuild);
	ownerPort.on('message', (task: MessageToCompileWorker) => {
		engine.compilePart(task).then(
			(part) => sendToOwner({ type: 'compiled', part, memory: memoryBytes() }),
			(error: unknown) => {
				// An error that is no crash of the engine ends the thread, and the owner treats the thread as broken.
				if (!isEngineCrash(error)) throw error;
				sendToOwner({ type: 'broken' });
			}
		);
	});
	await warmEngine(engine);
	sendToOwner({ type: 'ready', thread: ownThreadNumber() });
});
