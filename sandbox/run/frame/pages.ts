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
import { MessageFloodDetector } from './watched-worker.ts';
import { ConsoleThrottle, createStoredItemsSender } from './throttles.ts';
import { readPixels } from './decoded-pictures.ts';

type PageStopReason = Extract<MessageFromRun, { type: 'stopped' }>['reason'];

export interface PageRunRequest {
	code: string;
	page: PageDocument;
	options: RunOptions;
	port: MessagePort;
}

export class PageRunner {
	#endRunningPage: ((reason: PageStopReason) => void) | undefined;
	readonly #stage: HTMLElement;

	/** Creates the runner, which hides `stage` while a page runs. */
	constructor(stage: HTMLElement) {
		this.#stage = stage;
	}

	endPage(reason: PageStopReason): void {
		this.#endRunningPage?.(reason);
	}

	runPage({ code, page, options, port }: PageRunRequest): void {
		this.endPage('replaced');
		const { language } = options.input;
		const frame = createPageFrame(formatPageMessage(language, 'title'));
		const { port1: pagePort, port2: theirs } = new MessageChannel();
		const sendToApp = (event: MessageFromRun) => port.postMessage(event);
		const sendToPage = (message: MessageToPage) => pagePort.postMessage(message);
		const consoleOutlet = new ConsoleThrottle(sendToApp);
		const storedOutlet = createStoredItemsSender(sendToApp);
		const floodDetector = new MessageFloodDetector();
		let isMuted = options.isMuted ?? false;
		let isPaused = options.paused ?? false;
		let isPageOpen = false;
		/** The longest side in pixels of each picture that the app waits for. */
		const awaitedSides: number[] = [];

		const endThisPage = (reason: PageStopReason) => {
			if (this.#endRunningPage !== endThisPage) return;
			this.#endRunningPage = undefined;
			heartbeat.stop();
			pagePort.close();
			frame.remove();
			this.#stage.hidden = false;
			consoleOutlet.flush();
			storedOutlet.flush();
			sendToApp({ type: 'stopped', reason });
		};
		const endWithProblem = (problem: Problem, reason: PageStopReason) => {
			consoleOutlet.flush();
			sendToApp({ type: 'error', problem });
			endThisPage(reason);
		};
		// Ends a page that hangs in its own process. A page that shares the frame's process blocks the frame too, so the app
		// replaces the frame.
		const heartbeat = new Heartbeat(
			() => sendToPage({ type: 'ping' }),
			(limit) => endWithProblem({ kind: 'time', limit }, 'hang')
		);
		const receivePageMessage = (message: MessageFromPage) => {
			switch (message.type) {
				case 'pong':
					return heartbeat.noteAnswer();
				case 'console':
					return consoleOutlet.addEntries(message.entries, message.dropped);
				case 'stored':
					return storedOutlet.replaceWaiting(message.items);
				case 'sound':
					return sendToApp({ type: 'sound', isHeard: true });
				case 'endless':
					return endWithProblem(message.problem, 'hang');
				case 'error':
					consoleOutlet.flush();
					return sendToApp(message);
				case 'drawn':
					return sendToApp(message);
				case 'picture':
					return passPictureToApp(message.picture);
			}
		};
		const askPageForPicture = (longestSide: number) => {
			if (!isPageOpen) return sendToApp({ type: 'picture', picture: null });
			awaitedSides.push(longestSide);
			sendToPage({ type: 'picture', longestSide });
		};
		const passPictureToApp = (bitmap: ImageBitmap | null) => {
			const longestSide = awaitedSides.shift();
			// A page may send pictures that the app did not ask for; they are dropped.
			if (longestSide === undefined) return bitmap?.close();
			const picture = bitmap && readPixels(bitmap, longestSide);
			port.postMessage(
				{ type: 'picture', picture } satisfies MessageFromRun,
				picture === null ? [] : [picture.pixels.buffer]
			);
		};

		this.#endRunningPage = endThisPage;
		port.onmessage = (event) => {
			const command = readMessageToRun(event.data);
			if (command.type === 'stop') endThisPage('asked');
			if (command.type === 'mute') {
				isMuted = command.isMuted;
				if (isPageOpen) sendToPage(command);
			}
			if (command.type === 'picture') askPageForPicture(command.longestSide);
			if (command.type === 'pause' || command.type === 'resume' || command.type === 'step') {
				isPaused = command.type !== 'resume';
				if (isPageOpen) sendToPage(command);
			}
		};
		pagePort.onmessage = ({ data }: MessageEvent<unknown>) => {
			if (floodDetector.countMessageAndDetectFlood())
				return endWithProblem({ kind: 'crash', message: 'Too many messages.' }, 'error');
			try {
				receivePageMessage(readMessageFromPage(data));
			} catch {
				// Malformed messages are ignored, because only a program that writes to this port by itself sends them.
			}
		};
		frame.addEventListener('load', () => {
			if (isPageOpen) {
				// The page has navigated elsewhere, so that its frame now shows another document, most likely the browser's error
				// page.
				consoleOutlet.addEntries(
					[{ level: 'warn', values: [{ kind: 'string', text: formatPageMessage(language, 'left') }], times: 1 }],
					0
				);
				return endThisPage('error');
			}
			isPageOpen = true;
			frame.contentWindow?.postMessage({ type: 'page.connect' } satisfies PageConnectMessage, '*', [theirs]);
			const { ownFiles = {}, storedItems = [], seed } = options;
			sendToPage({ type: 'open', plan: { code, page, ownFiles, storedItems, seed, language, isMuted } });
			if (isPaused) sendToPage({ type: 'pause' });
			heartbeat.start();
		});
		this.#stage.hidden = true;
		document.body.append(frame);
	}
}
