/** A worker of the frame: loaded and warm before the program comes, used for one job, then ended. */
import { createDraw } from '../draw/index.ts';
import { readToWorker, type Outcome, type ToWorker } from '../../protocol.ts';
import { answerCall, answerMeasure } from './answers.ts';
import { runChecks, standIn } from './checks.ts';
import { FakeClock } from './clock.ts';
import { ProgramConsole } from './console.ts';
import { removeWaysOut, scope, send } from './outgoing.ts';
import { problemOf } from './problem.ts';
import { loadBundle } from './program.ts';
import { seededRandom } from './random.ts';
import { WorkerStage } from './stage.ts';

const clock = new FakeClock();
let random = seededRandom(0);
Math.random = () => random();
const draw = createDraw({ random: () => random(), onDescribe: (text) => stage.describe(text) });
const output = new ProgramConsole((entries, dropped) => send({ type: 'console', entries, dropped }));
const provided = { 'braise/draw': draw.module, vitest: standIn };

const stage: WorkerStage = new WorkerStage(draw, clock, (thrown) => {
	output.flush();
	send({ type: 'error', problem: problemOf(thrown) });
	send({ type: 'finished', results: [] });
});

function answer(outcome: Promise<Outcome>): void {
	void outcome.then((known) => send({ type: 'outcome', outcome: known }));
}

function obey(message: ToWorker): void {
	switch (message.type) {
		case 'canvas':
			return stage.attach(message.canvas, message.size);
		case 'size':
			return stage.resize(message.size);
		case 'run':
			random = seededRandom(message.options.seed);
			return stage.start(() => loadBundle(message.code, provided), message.options);
		case 'pause':
			return stage.pause();
		case 'resume':
			return stage.resume();
		case 'step':
			return stage.step();
		case 'update':
			return stage.update(message.input);
		case 'pointer':
			return stage.pointer(message);
		case 'key':
			return stage.key(message);
		case 'ping':
			return send({ type: 'pong' });
		case 'check':
			random = seededRandom(message.plan.seed);
			void runChecks(() => loadBundle(message.code, provided), message.plan, new Set(message.skip));
			return;
		case 'call':
			random = seededRandom(message.seed);
			return answer(answerCall(() => loadBundle(message.code, provided), message.name, message.args));
		case 'measure':
			random = seededRandom(message.seed);
			return answer(answerMeasure(() => loadBundle(message.code, provided), message.option, message.values));
	}
}

clock.install(globalThis);
output.install(globalThis);
removeWaysOut();
scope.addEventListener('message', (event) => obey(readToWorker(event.data)));
scope.addEventListener('unhandledrejection', (event) => {
	event.preventDefault();
	output.flush();
	send({ type: 'error', problem: problemOf('reason' in event ? event.reason : undefined) });
});
scope.addEventListener('error', (event) => {
	event.preventDefault();
	output.flush();
	send({ type: 'error', problem: problemOf('error' in event ? event.error : undefined) });
});
send({ type: 'ready' });
