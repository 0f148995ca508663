/** The runner, the only script of the inner frame, which owns the workers and ends misbehaving ones. */
import {
	isMessage,
	readToFrame,
	type FromAsking,
	type FromFrame,
	type QuestionOutcome,
	type SentCode,
	type ShellToFrame,
	type ToFrame,
	type ToWorker
} from '../../protocol.ts';
import { Checking } from './checking.ts';
import { forwardGestures } from './gestures.ts';
import { Pages } from './pages.ts';
import { Spare } from './spare.ts';
import { Stage } from './stage.ts';
import { WatchedWorker } from './watched-worker.ts';

/** Milliseconds that a worker may take to load. */
const LOADING = 5000;

/** Sends one question to the program or its scene and ends the worker at the time limit. */
function ask(spare: Spare<WatchedWorker>, question: ToWorker, timeLimit: number, port: MessagePort): void {
	const worker = spare.take();
	let watch: ReturnType<typeof setTimeout>;
	const answer = (outcome: QuestionOutcome) => {
		if (!worker.alive) return;
		clearTimeout(watch);
		worker.end();
		port.postMessage({ type: 'outcome', outcome } satisfies FromAsking);
		spare.replaceIn(20);
	};
	const late = () => answer({ kind: 'problem', problem: { kind: 'time', limit: timeLimit } });
	watch = setTimeout(late, worker.started ? timeLimit : LOADING);
	worker.onBroken = (message) => answer({ kind: 'problem', problem: { kind: 'crash', message } });
	worker.onMessage = (message) => {
		if (message.type === 'outcome') return answer(message.outcome);
		if (message.type !== 'ready') return;
		clearTimeout(watch);
		watch = setTimeout(late, timeLimit);
	};
	worker.send(question);
}

function serve(app: MessagePort, element: HTMLElement): void {
	const stage = new Stage(element);
	const pages = new Pages(element);
	const spare = new Spare(() => new WatchedWorker());
	let checking: Checking | undefined;
	let latest = '';
	const codeOf = (sent: SentCode): string => (latest = sent ?? latest);

	forwardGestures(element, stage);
	const take = (message: ToFrame, port: MessagePort | undefined): void => {
		if (message.type === 'ping') return app.postMessage({ type: 'pong' } satisfies FromFrame);
		const code = codeOf(message.code);
		if (port === undefined) return;
		switch (message.type) {
			case 'run': {
				const { options, page } = message;
				if (options.kind === 'page' && page !== undefined) {
					stage.leave();
					return pages.run({ code, page, options, port });
				}
				pages.end('replaced');
				return stage.run(code, options, port);
			}
			case 'check':
				checking?.replace();
				checking = new Checking(spare, code, message.plan, port);
				return;
			case 'call': {
				const { name, args, limits } = message;
				return ask(spare, { type: 'call', code, name, args, seed: limits.seed }, limits.timeLimit, port);
			}
			case 'measure': {
				const { option, values, limits } = message;
				return ask(spare, { type: 'measure', code, option, values, seed: limits.seed }, limits.timeLimit, port);
			}
		}
	};
	app.onmessage = (event) => take(readToFrame(event.data), event.ports[0]);
	app.postMessage({ type: 'ready' } satisfies FromFrame);
}

const element = document.getElementById('stage');
const connect = (event: MessageEvent) => {
	const [port] = event.ports;
	if (event.source !== parent || !isMessage<ShellToFrame>(event.data, 'frame.connect')) return;
	if (port === undefined || element === null) return;
	removeEventListener('message', connect);
	serve(port, element);
};
addEventListener('message', connect);
