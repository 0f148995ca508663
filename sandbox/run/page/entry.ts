/** The runner of a page program: the only script of the page's document, in the program's realm. */
import { problemOfError } from '../../check/index.ts';
import {
	isMessageOfType,
	readMessageToPage,
	type PageConnectMessage,
	type MessageFromPage,
	type PagePlan
} from '../../protocol.ts';
import { placeOfErrorInBundle } from '../bundle-place.ts';
import { ProgramConsole } from '../worker/console.ts';
import { loadBundle, loadClassicBundle } from '../worker/program.ts';
import { GUARD_MODULE, GUARD_FUNCTION_NAME } from '../../compile/modules.ts';
import { createSeededRandom } from '../seeded-random.ts';
import { blockPageExits, keepPageOutOfHistory } from './page-exits.ts';
import { parsePage, showPage } from './document.ts';
import { createTurnGuard, EndlessCodeError, TURN_LIMIT_MILLISECONDS, type GuardFactory } from './guard.ts';
import { answerFileRequests } from './data.ts';
import { definePageStorage, makePageStorage, ProgramStore } from '../store/program-store.ts';
import { NewestValueThrottle } from '../../newest-value.ts';
import { loadLibrary } from './load-library.ts';
import { formatPageMessage, type PageMessageName } from './page-messages.ts';
import { takePagePicture } from './page-picture.ts';
import { PagePause, PagePlayer } from './page-pause.ts';
import { watchPageSound } from './page-sound.ts';

/** Upper limit of errors that are sent in a time window. Of equal errors in that time, only one is sent. */
const REPORTED_ERROR_LIMIT = { errors: 20, windowMilliseconds: 1000 };

/** Milliseconds between two messages about the items that the page keeps. */
const STORED_ITEMS_PAUSE_MILLISECONDS = 50;

const realNow = performance.now.bind(performance);
const realSetTimeout = setTimeout.bind(window);

function openPage(plan: PagePlan, port: MessagePort): PagePlayer {
	const { code, page, ownFiles, storedItems, seed, language, isMuted } = plan;
	const sendToFrame = (message: MessageFromPage): void => port.postMessage(message);
	const programConsole = new ProgramConsole((entries, dropped) => sendToFrame({ type: 'console', entries, dropped }), {
		now: realNow,
		setTimer: realSetTimeout
	});
	const consoleMethods = programConsole.console;
	// The messages about refused code are shown only once, because browsers differ in how often they report it.
	const unsaidMessages = new Set<PageMessageName>(['script', 'handler']);
	const warnOnConsole = (name: PageMessageName, what?: string) => {
		if ((name === 'script' || name === 'handler') && !unsaidMessages.delete(name)) return;
		consoleMethods['warn']?.(formatPageMessage(language, name, what));
	};

	let windowStart = 0;
	const problemKeys = new Set<string>();
	const reportThrownError = (thrown: unknown) => {
		if (thrown instanceof EndlessCodeError) return;
		if (realNow() - windowStart > REPORTED_ERROR_LIMIT.windowMilliseconds) {
			windowStart = realNow();
			problemKeys.clear();
		}
		const problem = problemOfError(thrown, placeOfErrorInBundle);
		const key = JSON.stringify(problem);
		if (problemKeys.has(key) || problemKeys.size >= REPORTED_ERROR_LIMIT.errors) return;
		problemKeys.add(key);
		// Console lines that were written before the error are sent before the error.
		programConsole.flush();
		sendToFrame({ type: 'error', problem });
	};
	addEventListener('error', (event) => {
		event.preventDefault();
		reportThrownError(event.error ?? event.message);
	});
	addEventListener('unhandledrejection', (event) => {
		event.preventDefault();
		reportThrownError(event.reason);
	});

	const turnChannel = new MessageChannel();
	let endGuardedTurn: () => void = () => undefined;
	turnChannel.port1.onmessage = () => endGuardedTurn();
	const turnGuard = createTurnGuard({
		now: realNow,
		callAfterTurn: (callback) => {
			endGuardedTurn = callback;
			turnChannel.port2.postMessage(null);
		},
		onEndlessCode: (place) => {
			programConsole.flush();
			sendToFrame({
				type: 'endless',
				problem: { kind: 'time', limit: TURN_LIMIT_MILLISECONDS, ...(place === undefined ? {} : { place }) }
			});
		}
	});

	// The guard is also global, because p5 evaluates the text of a shader's function again, outside of the bundle.
	const createGlobalGuard: GuardFactory = (table) => {
		const call = turnGuard(table);
		Object.defineProperty(globalThis, GUARD_FUNCTION_NAME, { value: call, configurable: true, writable: true });
		return call;
	};

	const newestStore = new NewestValueThrottle<ProgramStore>(
		(store) => sendToFrame({ type: 'stored', items: store.items }),
		{
			pauseMilliseconds: STORED_ITEMS_PAUSE_MILLISECONDS,
			now: realNow,
			setTimer: realSetTimeout
		}
	);
	const store = new ProgramStore(storedItems, (each) => newestStore.replaceWaiting(each));
	definePageStorage(makePageStorage(store, language));

	const player = new PagePlayer(
		new PagePause(window),
		watchPageSound(isMuted, () => sendToFrame({ type: 'sound' })),
		isMuted
	);
	globalThis.console = consoleMethods as unknown as Console;
	Math.random = createSeededRandom(seed);
	const parsedPage = parsePage(page);
	// Requests are answered even before the page is shown, because the browser then asks for its files at once.
	const isOwnAddress = answerFileRequests({ data: page.data, ownFiles }, parsedPage.document, {
		onAwaited: (path) => warnOnConsole('awaited', path),
		describeMissing: (path) => formatPageMessage(language, 'missing', path)
	});
	showPage(parsedPage.document, document);
	for (const kind of parsedPage.removedCode) warnOnConsole(kind);
	keepPageOutOfHistory();
	blockPageExits(
		(name, what = '') => {
			if ((name !== 'load' && name !== 'missing') || !isOwnAddress(what)) warnOnConsole(name, what);
		},
		(text) => consoleMethods['log']?.(text)
	);
	const runPageProgram = (program: () => void) => {
		try {
			program();
		} catch (thrown) {
			reportThrownError(thrown);
		}
		// `DOMContentLoaded` and `load` are sent again, because they fired before the program was loaded.
		document.dispatchEvent(new Event('DOMContentLoaded', { bubbles: true }));
		dispatchEvent(new Event('load'));
		sendToFrame({ type: 'drawn', frame: 1 });
	};
	if (page.library === undefined) runPageProgram(() => loadBundle(code, { [GUARD_MODULE]: turnGuard }).program());
	else
		loadLibrary(page.library, () =>
			// p5 looks for `setup` and `draw` among the global names, where a classic script would put them.
			runPageProgram(() =>
				Object.assign(globalThis, loadClassicBundle(code, { [GUARD_MODULE]: createGlobalGuard }).program())
			)
		);
	return player;
}

function sendPagePicture(port: MessagePort, longestSide: number): void {
	try {
		const picture = takePagePicture(longestSide);
		port.postMessage({ type: 'picture', picture } satisfies MessageFromPage, picture === null ? [] : [picture]);
	} catch {
		// The browser gives no pixels of a canvas that shows a picture from elsewhere, nor where memory is short.
		port.postMessage({ type: 'picture', picture: null } satisfies MessageFromPage);
	}
}

const receiveFramePort = (event: MessageEvent) => {
	const [port] = event.ports;
	if (event.source !== parent || port === undefined || !isMessageOfType<PageConnectMessage>(event.data, 'page.connect'))
		return;
	removeEventListener('message', receiveFramePort);
	let player: PagePlayer | undefined;
	port.onmessage = ({ data }) => {
		const message = readMessageToPage(data);
		if (message.type === 'open') player = openPage(message.plan, port);
		else if (message.type === 'ping') port.postMessage({ type: 'pong' } satisfies MessageFromPage);
		else if (message.type === 'picture') sendPagePicture(port, message.longestSide);
		else if (message.type === 'mute') player?.setMuted(message.isMuted);
		else player?.[message.type]();
	};
};
addEventListener('message', receiveFramePort);
