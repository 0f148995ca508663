/** The runner, the only script of the inner frame. It makes the workers and ends those that misbehave. */
import {
	isMessageOfType,
	readMessageToFrame,
	type MessageFromProgramQuestion,
	type MessageFromFrame,
	type ProgramQuestionOutcome,
	type TextUnlessUnchanged,
	type FrameConnectMessage,
	type MessageToFrame,
	type MessageToWorker,
	type WorkerBundle
} from '../../protocol.ts';
import { CheckRunWatcher } from './checking.ts';
import { forwardGesturesToProgram } from './gestures.ts';
import { PageRunner } from './pages.ts';
import { WorkerReserve, WatchedWorker } from './watched-worker.ts';
import { StageInFrame } from './stage.ts';

const WORKER_LOAD_LIMIT_MILLISECONDS = 5000;

/** Sends one question to the program or its scene. Ends the worker at the time limit. */
function askProgramQuestion(
	workerReserve: WorkerReserve<WatchedWorker>,
	question: MessageToWorker,
	timeLimit: number,
	port: MessagePort
): void {
	const worker = workerReserve.takeWorker();
	let limitTimer: ReturnType<typeof setTimeout>;
	const sendQuestionOutcome = (outcome: ProgramQuestionOutcome) => {
		if (!worker.isAlive) return;
		clearTimeout(limitTimer);
		worker.endWorker();
		port.postMessage({ type: 'outcome', outcome } satisfies MessageFromProgramQuestion);
		workerReserve.scheduleReplacement(20);
	};
	const endLateQuestion = () => sendQuestionOutcome({ kind: 'problem', problem: { kind: 'time', limit: timeLimit } });
	limitTimer = setTimeout(endLateQuestion, worker.isStarted ? timeLimit : WORKER_LOAD_LIMIT_MILLISECONDS);
	worker.onBroken = (message) => sendQuestionOutcome({ kind: 'problem', problem: { kind: 'crash', message } });
	worker.onMessage = (message) => {
		if (message.type === 'outcome') return sendQuestionOutcome(message.outcome);
		if (message.type !== 'ready') return;
		clearTimeout(limitTimer);
		limitTimer = setTimeout(endLateQuestion, timeLimit);
	};
	worker.sendToWorker(question);
}

function obeyAppMessages(appPort: MessagePort, element: HTMLElement): void {
	const stage = new StageInFrame(element);
	const pages = new PageRunner(element);
	const workerReserve = new WorkerReserve(
		() => new WatchedWorker(),
		// Files of the prelude are run only when they are required, because checks require few of them.
		(worker, prelude) => worker.sendToWorker({ type: 'prepare', prelude, runsFiles: false })
	);
	let checkRunWatcher: CheckRunWatcher | undefined;
	let latestBundle: WorkerBundle = { code: '', prelude: '' };
	const completeSentBundle = (sent: Record<keyof WorkerBundle, TextUnlessUnchanged>): WorkerBundle => {
		latestBundle = { code: sent.code ?? latestBundle.code, prelude: sent.prelude ?? latestBundle.prelude };
		return latestBundle;
	};
	let library = '';

	forwardGesturesToProgram(element, stage);
	const obeyAppMessage = (message: MessageToFrame, port: MessagePort | undefined): void => {
		if (message.type === 'ping') return appPort.postMessage({ type: 'pong' } satisfies MessageFromFrame);
		if (message.type === 'prepare') {
			stage.preparePrelude(message.prelude);
			return workerReserve.setExpectedPrelude(message.prelude);
		}
		const bundle = completeSentBundle(message);
		library = message.library ?? library;
		if (port === undefined) return;
		switch (message.type) {
			case 'run': {
				const { options, page } = message;
				if (options.kind === 'page' && page !== undefined) {
					stage.endAllPrograms();
					return pages.runPage({
						code: bundle.code,
						page: library === '' ? page : { ...page, library },
						options,
						port
					});
				}
				pages.endPage('replaced');
				return stage.runProgram(bundle, options, port);
			}
			case 'check':
				checkRunWatcher?.endForNewerRun();
				checkRunWatcher = new CheckRunWatcher(workerReserve, bundle, message.plan, port);
				workerReserve.setExpectedPrelude(bundle.prelude);
				return;
			case 'call': {
				const { name, args, limits } = message;
				return askProgramQuestion(
					workerReserve,
					{ type: 'call', ...bundle, name, args, seed: limits.seed },
					limits.timeLimit,
					port
				);
			}
			case 'measure': {
				const { option, values, limits } = message;
				return askProgramQuestion(
					workerReserve,
					{ type: 'measure', ...bundle, option, values, seed: limits.seed },
					limits.timeLimit,
					port
				);
			}
		}
	};
	appPort.onmessage = (event) => obeyAppMessage(readMessageToFrame(event.data), event.ports[0]);
	appPort.postMessage({ type: 'ready' } satisfies MessageFromFrame);
}

const stageElement = document.getElementById('stage');
const receiveAppPort = (event: MessageEvent) => {
	const [port] = event.ports;
	if (event.source !== parent || !isMessageOfType<FrameConnectMessage>(event.data, 'frame.connect')) return;
	if (port === undefined || stageElement === null) return;
	removeEventListener('message', receiveAppPort);
	obeyAppMessages(port, stageElement);
};
addEventListener('message', receiveAppPort);
