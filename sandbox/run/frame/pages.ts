/** Page programs: each in a document of its own inside this one, made for it and removed with it. One at a time. */
import type { PageDocument, RunOptions } from '../../index.ts';
import { readFromPage, readToRun, type ConnectPage, type FromPage, type FromRun, type ToPage } from '../../protocol.ts';
import type { Problem } from '../../report.ts';
import { Heartbeat } from '../heartbeat.ts';
import { word } from '../page/page-messages.ts';
import { startPage } from './client.ts';
import { Flood } from './flood.ts';
import { ConsoleOutlet } from './console-throttle.ts';

type Ending = Extract<FromRun, { type: 'stopped' }>['reason'];

export interface PageRun {
	code: string;
	page: PageDocument;
	options: RunOptions;
	/** For events, and for commands. */
	port: MessagePort;
}

export class Pages {
	#end: ((reason: Ending) => void) | undefined;
	readonly #stage: HTMLElement;

	/** `stage` is hidden while there is a page. */
	constructor(stage: HTMLElement) {
		this.#stage = stage;
	}

	end(reason: Ending): void {
		this.#end?.(reason);
	}

	run({ code, page, options, port }: PageRun): void {
		this.end('replaced');
		const { language } = options.input;
		const frame = startPage(word(language, 'title'));
		const { port1: near, port2: theirs } = new MessageChannel();
		const tell = (event: FromRun) => port.postMessage(event);
		const send = (message: ToPage) => near.postMessage(message);
		const outlet = new ConsoleOutlet(tell);
		const flood = new Flood();

		const end = (reason: Ending) => {
			if (this.#end !== end) return;
			this.#end = undefined;
			heartbeat.stop();
			near.close();
			frame.remove();
			this.#stage.hidden = false;
			outlet.flush();
			tell({ type: 'stopped', reason });
		};
		const fail = (problem: Problem, reason: Ending) => {
			outlet.flush();
			tell({ type: 'error', problem });
			end(reason);
		};
		// Where the page has a process of its own this one can end it; elsewhere both are silent, and the app sees to it.
		const heartbeat = new Heartbeat(
			() => send({ type: 'ping' }),
			(limit) => fail({ kind: 'time', limit }, 'hang')
		);
		const receive = (message: FromPage) => {
			switch (message.type) {
				case 'pong':
					return heartbeat.answered();
				case 'console':
					return outlet.add(message.entries, message.dropped);
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
			if (readToRun(event.data).type === 'stop') end('asked');
		};
		near.onmessage = ({ data }: MessageEvent<unknown>) => {
			if (flood.isTooMuch()) return fail({ kind: 'crash', message: 'Too many messages.' }, 'error');
			try {
				receive(readFromPage(data));
			} catch {
				// Not ours: the program found a way to write here. It gains nothing by it.
			}
		};
		let isOpen = false;
		frame.addEventListener('load', () => {
			if (isOpen) {
				// It has gone to a document that is none of ours, most likely the browser's own page of refusal.
				outlet.add([{ level: 'warn', values: [{ kind: 'string', text: word(language, 'left') }], times: 1 }], 0);
				return end('error');
			}
			isOpen = true;
			frame.contentWindow?.postMessage({ type: 'page.connect' } satisfies ConnectPage, '*', [theirs]);
			send({ type: 'open', plan: { code, page, seed: options.seed, language } });
			heartbeat.start();
		});
		this.#stage.hidden = true;
		document.body.append(frame);
	}
}
