/** Sends one question to the program or its scene and ends the worker at the time limit. */
import type { FromAsking, QuestionOutcome, ToWorker } from '../../protocol.ts';
import type { Spare } from './spare.ts';
import type { WatchedWorker } from './watched-worker.ts';

/** Milliseconds that a worker may take to load. */
const LOADING = 5000;

export function ask(spare: Spare<WatchedWorker>, question: ToWorker, timeLimit: number, port: MessagePort): void {
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
