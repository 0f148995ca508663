import { parentPort, workerData } from 'node:worker_threads';
import type { TaskAttempt, AttemptMessage } from '../task-messages.ts';
import { AttemptRunner } from './attempt.ts';
import type { RealmMemoryImages } from './engine/memory-images.ts';
import { EngineMemoryPool } from './engine/memory-images.ts';
import { createRealmEngines, type RealmEngines } from './engine-instance.ts';

interface AttemptWorkerData {
	wasm: WebAssembly.Module;
	memoryImages: RealmMemoryImages;
}

interface PreparedAttempt {
	runner: AttemptRunner;
	engines: RealmEngines;
	megabytes: number;
}

const { wasm, memoryImages } = workerData as AttemptWorkerData;
const judgeProcessPort = parentPort;
if (judgeProcessPort === null) throw new Error('This is a worker thread.');

const memoryPool = new EngineMemoryPool();
let preparedAttemptPromise: Promise<PreparedAttempt> | undefined;

async function prepareAttempt(megabytes: number): Promise<PreparedAttempt> {
	const runner = new AttemptRunner();
	const { isAttemptOver, onHostError } = runner;
	const engines = await createRealmEngines(
		memoryImages,
		{ wasm, memoryPool, megabytes, isAttemptOver, onHostError },
		(owner) => runner.createRealmHost(owner)
	);
	return { runner, engines, megabytes };
}

async function performAttempt(attempt: TaskAttempt): Promise<void> {
	const { memory } = attempt.task.limits;
	const preparedAttempt = await takePreparedAttempt(memory);
	runPreparedAttempt(attempt, preparedAttempt);
	for (const engine of Object.values(preparedAttempt.engines)) engine.close();
	preparedAttemptPromise = prepareAttempt(memory);
}

async function takePreparedAttempt(megabytes: number): Promise<PreparedAttempt> {
	const reservedAttempt = await preparedAttemptPromise;
	preparedAttemptPromise = undefined;
	return reservedAttempt?.megabytes === megabytes ? reservedAttempt : prepareAttempt(megabytes);
}

function runPreparedAttempt(attempt: TaskAttempt, { runner, engines }: PreparedAttempt): void {
	try {
		runner.runAttempt(engines, attempt, sendToJudgeProcess);
	} catch (error) {
		sendToJudgeProcess({
			type: 'ended',
			fatal: { kind: 'crash', message: String(error).slice(0, 500) },
			processorTimeUsed: runner.processorTimeUsed
		});
	}
}

const sendToJudgeProcess = (message: AttemptMessage): void => judgeProcessPort.postMessage(message);

judgeProcessPort.on('message', (attempt: TaskAttempt) => void performAttempt(attempt));
