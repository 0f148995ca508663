/** A worker of the frame, loaded before the program arrives, used for one job, then ended. */
import { createDraw } from '../draw/index.ts';
import { readToWorker, type QuestionOutcome, type ToWorker } from '../../protocol.ts';
import { answerCall, answerMeasure } from './answers.ts';
import { GUARD } from '../../compile/modules.ts';
import { createCheckModule, offerAsGlobals, problemOf } from '../../check/index.ts';
import { placeOf } from '../bundle-place.ts';
import { performChecks } from './checks.ts';
import { createGuard } from '../page/guard.ts';
import { FakeClock } from './clock.ts';
import { ProgramConsole } from './console.ts';
import { realNow, realTimeout, removeWaysOut, scope, send, whenIdle } from './outgoing.ts';
import { loadBundle } from './program.ts';
import { seededRandom } from './random.ts';
import { WorkerStage } from './stage.ts';

const clock = new FakeClock();
let random = seededRandom(0);
const seed = (from: number): void => {
	random = seededRandom(from);
};
Math.random = () => random();
const draw = createDraw({ random: () => random(), onDescribe: (text) => stage.describe(text) });
const output = new ProgramConsole((entries, dropped) => send({ type: 'console', entries, dropped }), {
	now: realNow,
	later: realTimeout
});
const checkModule = createCheckModule({ realm: globalThis, time: clock.time, idle: whenIdle });
/** Milliseconds; less than the frame's limit for an answer. */
const GUARDED_LIMIT = 400;
/** Guards a program that hung and is run again to find the loop. */
const guard = createGuard({
	now: realNow,
	onTurnEnd: whenIdle,
	onEndless: (place) => {
		output.flush();
		send({ type: 'error', problem: { kind: 'time', limit: GUARDED_LIMIT, ...(place && { place }) } });
	},
	limit: GUARDED_LIMIT
});
const provided = { 'braise/draw': draw.module, vitest: checkModule.exports, [GUARD]: guard };

const stage: WorkerStage = new WorkerStage(draw, clock, (thrown) => {
	sendError(thrown);
	send({ type: 'finished', results: [] });
});

/** Sends an error after the lines written before it. */
function sendError(thrown: unknown): void {
	output.flush();
	send({ type: 'error', problem: problemOf(thrown, placeOf) });
}

/** Advances the clock whenever nothing else can run, as a question has no frames. */
function timePassesWhenIdle(): void {
	clock.onWaiting = () => whenIdle(() => clock.advanceToNext());
}

function answer(outcome: Promise<QuestionOutcome>): void {
	void outcome.then((known) => send({ type: 'outcome', outcome: known }));
}

function obey(message: ToWorker): void {
	switch (message.type) {
		case 'canvas':
			return stage.attach(message.canvas, message.size);
		case 'size':
			return stage.resize(message.size);
		case 'run':
			seed(message.options.seed);
			return stage.start(() => loadBundle(message.code, provided), message.options);
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
			return stage.pointer(message);
		case 'key':
			return stage.key(message);
		case 'ping':
			return send({ type: 'pong' });
		case 'check':
			seed(message.plan.seed);
			timePassesWhenIdle();
			offerAsGlobals(checkModule, globalThis);
			void performChecks({
				module: checkModule,
				load: () => loadBundle(message.code, provided),
				plan: message.plan,
				skip: message.skip,
				seed
			});
			return;
		case 'call':
			seed(message.seed);
			timePassesWhenIdle();
			return answer(answerCall(() => loadBundle(message.code, provided), message.name, message.args));
		case 'measure':
			seed(message.seed);
			timePassesWhenIdle();
			return answer(answerMeasure(() => loadBundle(message.code, provided), message.option, message.values));
	}
}

clock.install(globalThis);
globalThis.console = output.console as unknown as Console;
removeWaysOut();
scope.addEventListener('message', (event) => obey(readToWorker(event.data)));
scope.addEventListener('unhandledrejection', (event) => {
	event.preventDefault();
	sendError('reason' in event ? event.reason : undefined);
});
scope.addEventListener('error', (event) => {
	event.preventDefault();
	sendError('error' in event ? event.error : undefined);
});
send({ type: 'ready' });
