/** A worker of the frame. It loads before a program arrives, does one job, and is then ended. */
import { createDraw } from '../draw/index.ts';
import { readToWorker, type QuestionOutcome, type ToWorker, type WorkerBundle } from '../../protocol.ts';
import { answerCall, answerMeasure } from './answers.ts';
import { GUARD_MODULE } from '../../compile/modules.ts';
import { createCheckModule, defineGlobals, problemOf } from '../../check/index.ts';
import { placeInBundle } from '../bundle-place.ts';
import { performChecks } from './checks.ts';
import { createPageGuard } from '../page/guard.ts';
import { FakeClock } from './clock.ts';
import { ProgramConsole } from './console.ts';
import { realNow, realTimeout, removeWaysOut, workerScope, sendToFrame, whenIdle } from './outgoing.ts';
import { PreparedPrelude } from './prepared-prelude.ts';
import { loadBundle, type LoadedBundle } from './program.ts';
import { seededRandom } from './random.ts';
import { WorkerStage } from './stage.ts';

const clock = new FakeClock();
let programRandom = seededRandom(0);
const seedRandom = (from: number): void => {
	programRandom = seededRandom(from);
};
Math.random = () => programRandom();
const draw = createDraw({ random: () => programRandom(), onDescribe: (text) => stage.describe(text) });
const output = new ProgramConsole((entries, dropped) => sendToFrame({ type: 'console', entries, dropped }), {
	now: realNow,
	later: realTimeout
});
const checkModule = createCheckModule({ realm: globalThis, time: clock.time, idle: whenIdle });
/**
 * Milliseconds of one guarded turn. They are fewer than the frame's limit for an answer, so that the guard can name the loop before
 * the frame ends the worker.
 */
const GUARDED_TURN_MILLISECONDS = 400;
/** The guard of a program that hung and runs again, to find its endless loop. */
const guard = createPageGuard({
	now: realNow,
	onTurnEnd: whenIdle,
	onEndless: (place) => {
		output.flush();
		sendToFrame({
			type: 'error',
			problem: { kind: 'time', limit: GUARDED_TURN_MILLISECONDS, ...(place && { place }) }
		});
	},
	limitMilliseconds: GUARDED_TURN_MILLISECONDS
});
const providedModules = { 'braise/draw': draw.module, vitest: checkModule.exports, [GUARD_MODULE]: guard };
const preparedPrelude = new PreparedPrelude(providedModules);
const load = ({ code, prelude }: WorkerBundle): LoadedBundle =>
	loadBundle(code, providedModules, preparedPrelude.filesOf(prelude));

const stage: WorkerStage = new WorkerStage(draw, clock, (thrown) => {
	sendError(thrown);
	sendToFrame({ type: 'finished', results: [] });
});

/** Sends an error after the lines written before it. */
function sendError(thrown: unknown): void {
	output.flush();
	sendToFrame({ type: 'error', problem: problemOf(thrown, placeInBundle) });
}

/** Advances the clock whenever nothing else can run, because no frames advance it while a question is answered. */
function advanceWhenIdle(): void {
	clock.onWaiting = () => whenIdle(() => clock.advanceToNext());
}

function sendAnswer(outcome: Promise<QuestionOutcome>): void {
	void outcome.then((known) => sendToFrame({ type: 'outcome', outcome: known }));
}

function obeyMessage(message: ToWorker): void {
	switch (message.type) {
		case 'canvas':
			return stage.attach(message.canvas, message.size);
		case 'size':
			return stage.resize(message.size);
		case 'prepare':
			if (message.runsFiles) preparedPrelude.runFiles(message.prelude);
			else preparedPrelude.filesOf(message.prelude);
			return;
		case 'run':
			seedRandom(message.options.seed);
			clock.startTime = message.options.startTime ?? clock.startTime;
			draw.setPictures(message.pictures ?? new Map());
			return stage.start(() => load(message), message.options);
		case 'pause':
			return stage.pause();
		case 'picture':
			return stage.sendPicture();
		case 'resume':
			return stage.resume();
		case 'step':
			return stage.step();
		case 'update':
			return stage.update(message.input);
		case 'pointer':
			return stage.sendPointer(message);
		case 'key':
			return stage.sendKey(message);
		case 'ping':
			return sendToFrame({ type: 'pong' });
		case 'check':
			seedRandom(message.plan.seed);
			advanceWhenIdle();
			defineGlobals(checkModule, globalThis);
			void performChecks({
				module: checkModule,
				loadBundle: () => load(message),
				plan: message.plan,
				skippedPaths: message.skip,
				seedRandom
			});
			return;
		case 'call':
			seedRandom(message.seed);
			advanceWhenIdle();
			return sendAnswer(answerCall(() => load(message), message.name, message.args));
		case 'measure':
			seedRandom(message.seed);
			advanceWhenIdle();
			return sendAnswer(answerMeasure(() => load(message), message.option, message.values));
	}
}

clock.install(globalThis);
globalThis.console = output.console as unknown as Console;
removeWaysOut();
workerScope.addEventListener('message', (event) => obeyMessage(readToWorker(event.data)));
workerScope.addEventListener('unhandledrejection', (event) => {
	event.preventDefault();
	sendError('reason' in event ? event.reason : undefined);
});
workerScope.addEventListener('error', (event) => {
	event.preventDefault();
	sendError('error' in event ? event.error : undefined);
});
sendToFrame({ type: 'ready' });
