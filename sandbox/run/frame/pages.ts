/** Runs page programs one after another, each in a document of its own in the frame. */
import type { PageDocument, RunOptions } from '../../contract.ts';
import {
	readMessageFromPage,
	readMessageToRun,
	type PageConnectMessage,
	type MessageFromPage,
	type MessageFromRun,
	type MessageToPage
} from '../../protocol.ts';
import type { Problem } from '../../report.ts';
import { Heartbeat } from '../heartbeat.ts';
import { formatPageMessage } from '../page/page-messages.ts';
import { createPageFrame } from './client.ts';
import { MessageFloodDetector } from './flood.ts';
import { ConsoleThrottle } from './console-throttle.ts';
import { createStoredItemsOutlet } from './stored-outlet.ts';

type StopReason = Extract<MessageFromRun, { type: 'stopped' }>['reason'];

export interface PageRun {
	code: string;
	page: PageDocument;
	options: RunOptions;
	port: MessagePort;
}

export class PageRunner {
	#end: ((reason: StopReason) => void) | undefined;
	readonly #stage: HTMLElement;

	/** Creates the runner, which hides `stage` while a page runs. */
	constructor(stage: HTMLElement) {
		this.#stage = stage;
	}

	endPage(reason: StopReason): void {
		this.#end?.(reason);
	}

	runPage({ code, page, options, port }: PageRun): void {
		this.endPage('replaced');
		const { language } = options.input;
		const frame = createPageFrame(formatPageMessage(language, 'title'));
		const { port1: near, port2: theirs } = new MessageChannel();
		const tell = (event: MessageFromRun) => port.postMessage(event);
		const send = (message: MessageToPage) => near.postMessage(message);
		const outlet = new ConsoleThrottle(tell);
		const storedOutlet = createStoredItemsOutlet(tell);
		const flood = new MessageFloodDetector();

		const end = (reason: StopReason) => {
			if (this.#end !== end) return;
			this.#end = undefined;
			heartbeat.stop();
			near.close();
			frame.remove();
			this.#stage.hidden = false;
			outlet.flush();
			storedOutlet.flush();
			tell({ type: 'stopped', reason });
		};
		const fail = (problem: Problem, reason: StopReason) => {
			outlet.flush();
			tell({ type: 'error', problem });
			end(reason);
		};
		// A page in its own process can be ended here. Otherwise the page blocks the frame as well, and the app replaces the frame.
		const heartbeat = new Heartbeat(
			() => send({ type: 'ping' }),
			(limit) => fail({ kind: 'time', limit }, 'hang')
		);
		const receive = (message: MessageFromPage) => {
			switch (message.type) {
				case 'pong':
					return heartbeat.noteAnswer();
				case 'console':
					return outlet.addEntries(message.entries, message.dropped);
				case 'stored':
					return storedOutlet.replaceWaiting(message.items);
				case 'endless':
					return fail(message.problem, 'hang');
				case 'error':
					outlet.flush();
					return tell(message);
				case 'drawn':
					return tell(message);
			}
		};

		this.#end = end;
		port.onmessage = (event) => {
			const { type } = readMessageToRun(event.data);
			if (type === 'stop') end('asked');
			// A page has no pixels that this frame may read.
			if (type === 'picture') tell({ type: 'picture', picture: null });
		};
		near.onmessage = ({ data }: MessageEvent<unknown>) => {
			if (flood.countAndTestFlood()) return fail({ kind: 'crash', message: 'Too many messages.' }, 'error');
			try {
				receive(readMessageFromPage(data));
			} catch {
				// Malformed messages are ignored, because only a program that writes to this port by itself sends them.
			}
		};
		let isOpen = false;
		frame.addEventListener('load', () => {
			if (isOpen) {
				// The page has navigated elsewhere, so that its frame now shows another document, most likely the browser's error
				// page.
				outlet.addEntries(
					[{ level: 'warn', values: [{ kind: 'string', text: formatPageMessage(language, 'left') }], times: 1 }],
					0
				);
				return end('error');
			}
			isOpen = true;
			frame.contentWindow?.postMessage({ type: 'page.connect' } satisfies PageConnectMessage, '*', [theirs]);
			const { ownFiles = {}, storedItems = [], seed } = options;
			send({ type: 'open', plan: { code, page, ownFiles, storedItems, seed, language } });
			heartbeat.start();
		});
		this.#stage.hidden = true;
		document.body.append(frame);
	}
}
