import { NewestValueThrottle } from '../../newest-value.ts';
import type { StoredItems } from '../../stored-items.ts';
import { ProgramStore } from '../store/program-store.ts';
import {
	originalNow,
	originalSetTimeout,
	sendToFrame,
	removeUnneededGlobals,
	workerScope,
	callWhenPromisesSettle
} from './worker-globals.ts';
import { createDrawModule } from '../draw/index.ts';
import {
	readMessageToWorker,
	type ProgramQuestionOutcome,
	type MessageToWorker,
	type WorkerBundle
} from '../../protocol.ts';
import { answerCall, answerMeasure, performChecks } from './answers.ts';
import { GUARD_MODULE } from '../../compile/modules.ts';
import { createCheckModule, defineTestGlobals, problemOfError } from '../../check/index.ts';
import { placeOfErrorInBundle } from '../bundle-place.ts';
import { createTurnGuard } from '../page/guard.ts';
import { ProgramClock } from './clock.ts';
import { ProgramConsole } from './console.ts';
import { PreparedPrelude, loadBundle, type LoadedBundle } from './program.ts';
import { createSeededRandom } from '../seeded-random.ts';
import { createSoundMessageThrottle } from './sound-outlet.ts';
import { WorkerStage } from './stage.ts';

const STORED_ITEMS_PAUSE_MILLISECONDS = 50;

function createWorkerStore(items: StoredItems): ProgramStore {
	const newestStore = new NewestValueThrottle<ProgramStore>(
		(store) => sendToFrame({ type: 'stored', items: store.items }),
		{
			pauseMilliseconds: STORED_ITEMS_PAUSE_MILLISECONDS,
			now: originalNow,
			setTimer: originalSetTimeout
		}
	);
	return new ProgramStore(items, (store) => newestStore.replaceWaiting(store));
}

const programClock = new ProgramClock();
let programRandom = createSeededRandom(0);
const seedRandom = (seed: number): void => {
	programRandom = createSeededRandom(seed);
};
Math.random = () => programRandom();
const sendSound = createSoundMessageThrottle(sendToFrame, originalNow);
/** Whether the pointer's shape, notes and sounds of the program are passed on: not those of scenes and checks. */
let isOwnSketch = false;
const drawModule = createDrawModule({
	random: () => programRandom(),
	onDescribe: (text) => workerStage.setDescription(text),
	onCursor: (shape) => {
		if (isOwnSketch) sendToFrame({ type: 'cursor', shape });
	},
	onNote: (note) => {
		if (isOwnSketch) sendSound({ type: 'note', note });
	},
	onSoundCommand: (command) => {
		if (isOwnSketch) sendSound({ type: 'sound-command', command });
	}
});
const programConsole = new ProgramConsole((entries, dropped) => sendToFrame({ type: 'console', entries, dropped }), {
	now: originalNow,
	setTimer: originalSetTimeout
});
const checkModule = createCheckModule({
	realm: globalThis,
	time: programClock.programTime,
	callWhenIdle: callWhenPromisesSettle
});
/**
 * Milliseconds that one guarded turn may take. They are fewer than the frame's limit for an answer, so that the guard can name
 * the endless loop before the frame ends the worker.
 */
const GUARDED_TURN_LIMIT_MILLISECONDS = 400;
/** The guard of a program that hung before and runs again, which finds its endless loop. */
const turnGuard = createTurnGuard({
	now: originalNow,
	callAfterTurn: callWhenPromisesSettle,
	onEndlessCode: (place) => {
		programConsole.flush();
		sendToFrame({
			type: 'error',
			problem: { kind: 'time', limit: GUARDED_TURN_LIMIT_MILLISECONDS, ...(place && { place }) }
		});
	},
	limitMilliseconds: GUARDED_TURN_LIMIT_MILLISECONDS
});
const providedModules = { 'braise/draw': drawModule.module, vitest: checkModule.exports, [GUARD_MODULE]: turnGuard };
const preparedPrelude = new PreparedPrelude(providedModules);
const loadBundleWithPrelude = ({ code, prelude }: WorkerBundle): LoadedBundle =>
	loadBundle(code, providedModules, preparedPrelude.preludeFilesOf(prelude));

const workerStage: WorkerStage = new WorkerStage(drawModule, programClock, (thrown) => {
	sendProgramError(thrown);
	sendToFrame({ type: 'finished', results: [] });
});

function sendProgramError(thrown: unknown): void {
	programConsole.flush();
	sendToFrame({ type: 'error', problem: problemOfError(thrown, placeOfErrorInBundle) });
}

/** Advances the clock whenever nothing else can run, because no frames advance it during checks and questions. */
function advanceClockWhenIdle(): void {
	programClock.onWaiting = () => callWhenPromisesSettle(() => programClock.advanceToNextTimer());
}

function sendQuestionOutcome(outcome: Promise<ProgramQuestionOutcome>): void {
	void outcome.then((known) => sendToFrame({ type: 'outcome', outcome: known }));
}

function executeFrameMessage(message: MessageToWorker): void {
	switch (message.type) {
		case 'canvas':
			return workerStage.attachCanvas(message.canvas, message.size);
		case 'size':
			return workerStage.resize(message.size);
		case 'prepare':
			if (message.runsFiles) preparedPrelude.runPreludeFiles(message.prelude);
			else preparedPrelude.preludeFilesOf(message.prelude);
			return;
		case 'run':
			seedRandom(message.options.seed);
			programClock.startTime = message.options.startTime ?? programClock.startTime;
			drawModule.setPictures(message.pictures ?? new Map());
			drawModule.setSounds(message.sounds ?? new Map());
			isOwnSketch = message.options.kind === 'sketch';
			// A scene and a challenge's program keep nothing, so that they play the same each time.
			if (message.options.kind !== 'scene') drawModule.setStore(createWorkerStore(message.options.storedItems ?? []));
			return workerStage.start(() => loadBundleWithPrelude(message), message.options);
		case 'pause':
			return workerStage.pause();
		case 'picture':
			return workerStage.sendPicture();
		case 'resume':
			return workerStage.resume();
		case 'step':
			return workerStage.step();
		case 'update':
			return workerStage.updateSceneInput(message.input);
		case 'pointer':
			return workerStage.passPointerToProgram(message);
		case 'key':
			return workerStage.passKeyToProgram(message);
		case 'ping':
			return sendToFrame({ type: 'pong' });
		case 'check':
			seedRandom(message.plan.seed);
			advanceClockWhenIdle();
			defineTestGlobals(checkModule, globalThis);
			void performChecks({
				module: checkModule,
				loadBundle: () => loadBundleWithPrelude(message),
				plan: message.plan,
				skippedPaths: message.skip,
				seedRandom
			});
			return;
		case 'call':
			seedRandom(message.seed);
			advanceClockWhenIdle();
			return sendQuestionOutcome(answerCall(() => loadBundleWithPrelude(message), message.name, message.args));
		case 'measure':
			seedRandom(message.seed);
			advanceClockWhenIdle();
			return sendQuestionOutcome(answerMeasure(() => loadBundleWithPrelude(message), message.option, message.values));
	}
}

programClock.replaceTimeFunctions(globalThis);
globalThis.console = programConsole.console as unknown as Console;
removeUnneededGlobals();
workerScope.addEventListener('message', (event) => executeFrameMessage(readMessageToWorker(event.data)));
workerScope.addEventListener('unhandledrejection', (event) => {
	event.preventDefault();
	sendProgramError('reason' in event ? event.reason : undefined);
});
workerScope.addEventListener('error', (event) => {
	event.preventDefault();
	sendProgramError('error' in event ? event.error : undefined);
});
sendToFrame({ type: 'ready' });
