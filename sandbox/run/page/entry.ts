/** The runner of a page program, the only script of its document, in the program's realm. */
import { problemOf } from '../../check/index.ts';
import { isMessage, readToPage, type ConnectPage, type FromPage, type PagePlan } from '../../protocol.ts';
import { placeOf } from '../bundle-place.ts';
import { ProgramConsole } from '../worker/console.ts';
import { loadBundle } from '../worker/program.ts';
import { seededRandom } from '../worker/random.ts';
import { closeWaysOut } from './ways-out.ts';
import { readPage, show } from './document.ts';
import { createGuard, EndlessError, TURN_LIMIT } from './guard.ts';
import { keepOutOfHistory } from './history.ts';
import { word, type Word } from './page-messages.ts';

/** Maximum number of errors per window (milliseconds); an error that repeats in every frame is sent once. */
const TOLD = { most: 20, window: 1000 };

const now = performance.now.bind(performance);
const later = setTimeout.bind(window);

function open({ code, page, seed, language }: PagePlan, port: MessagePort): void {
	const send = (message: FromPage): void => port.postMessage(message);
	const output = new ProgramConsole((entries, dropped) => send({ type: 'console', entries, dropped }), { now, later });
	const written = output.console;
	// Send each of these once, because browsers differ in which refusals they repeat.
	const unsaid = new Set<Word>(['script', 'handler']);
	const say = (name: Word, what?: string) => {
		if ((name === 'script' || name === 'handler') && !unsaid.delete(name)) return;
		written['warn']?.(word(language, name, what));
	};

	let since = 0;
	const told = new Set<string>();
	const tell = (thrown: unknown) => {
		if (thrown instanceof EndlessError) return;
		if (now() - since > TOLD.window) {
			since = now();
			told.clear();
		}
		const problem = problemOf(thrown, placeOf);
		const key = JSON.stringify(problem);
		if (told.has(key) || told.size >= TOLD.most) return;
		told.add(key);
		// Show the lines written before the error first.
		output.flush();
		send({ type: 'error', problem });
	};
	addEventListener('error', (event) => {
		event.preventDefault();
		tell(event.error ?? event.message);
	});
	addEventListener('unhandledrejection', (event) => {
		event.preventDefault();
		tell(event.reason);
	});

	const turns = new MessageChannel();
	let ended: () => void = () => undefined;
	turns.port1.onmessage = () => ended();
	const guard = createGuard({
		now,
		onTurnEnd: (callback) => {
			ended = callback;
			turns.port2.postMessage(null);
		},
		onEndless: (place) => {
			output.flush();
			send({
				type: 'endless',
				problem: { kind: 'time', limit: TURN_LIMIT, ...(place === undefined ? {} : { place }) }
			});
		}
	});

	globalThis.console = written as unknown as Console;
	Math.random = seededRandom(seed);
	const read = readPage(page);
	show(read.document, document);
	for (const part of read.left) say(part);
	keepOutOfHistory();
	closeWaysOut(say, (text) => written['log']?.(text));
	try {
		loadBundle(code, { 'braise/guard': guard }).program();
	} catch (thrown) {
		tell(thrown);
	}
	// Both events had passed before the program was loaded.
	document.dispatchEvent(new Event('DOMContentLoaded', { bubbles: true }));
	dispatchEvent(new Event('load'));
	send({ type: 'drawn', frame: 1 });
}

const connect = (event: MessageEvent) => {
	const [port] = event.ports;
	if (event.source !== parent || port === undefined || !isMessage<ConnectPage>(event.data, 'page.connect')) return;
	removeEventListener('message', connect);
	port.onmessage = ({ data }) => {
		const message = readToPage(data);
		if (message.type === 'open') open(message.plan, port);
		else port.postMessage({ type: 'pong' } satisfies FromPage);
	};
};
addEventListener('message', connect);
