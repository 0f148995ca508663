/** A worker thread, which runs one attempt at a time and keeps a fresh pair ready. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Attempt, FromAttempt } from '../plan.ts';
import { AttemptRunner } from './attempt.ts';
import type { Images } from './engine/make.ts';
import { createPair, type Pair } from './pair.ts';

interface Given {
	wasm: WebAssembly.Module;
	images: Images;
}

interface Ready {
	running: AttemptRunner;
	pair: Pair;
	megabytes: number;
}

const { wasm, images } = workerData as Given;
const port = parentPort;
if (port === null) throw new Error('This is a worker thread.');

let spare: Promise<Ready> | undefined;

async function prepare(megabytes: number): Promise<Ready> {
	const running = new AttemptRunner();
	const { isOver, failed } = running;
	const pair = await createPair(images, { wasm, megabytes, isOver, failed }, (owner) => running.host(owner));
	return { running, pair, megabytes };
}

async function perform(attempt: Attempt): Promise<void> {
	const { memory } = attempt.task.limits;
	run(attempt, await takePrepared(memory));
	spare = prepare(memory);
}

async function takePrepared(megabytes: number): Promise<Ready> {
	const waiting = await spare;
	spare = undefined;
	return waiting?.megabytes === megabytes ? waiting : prepare(megabytes);
}

function run(attempt: Attempt, { running, pair }: Ready): void {
	try {
		running.run(pair, attempt, say);
	} catch (error) {
		say({ type: 'ended', fatal: { kind: 'crash', message: String(error).slice(0, 500) }, worked: running.worked });
	}
}

const say = (message: FromAttempt): void => port.postMessage(message);

port.on('message', (attempt: Attempt) => void perform(attempt));
