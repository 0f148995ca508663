/** Inserts the shell's frame into the page and obtains a port to the inner frame. */
import { isMessageOfType, readMessageFromFrame, type MessageFromShell, type MessageToShell } from '../../protocol.ts';

/**
 * Thrown when no shell address answered: because of a filtering proxy, a server without that host, or a browser that forbids
 * frames.
 */
class FrameBlockedError extends Error {
	override name = 'FrameBlocked';
	readonly shellAddresses: string[];

	constructor(shells: string[]) {
		super(`No shell answered: ${shells.join(', ')}`);
		this.shellAddresses = shells;
	}
}

export interface FrameConnection {
	frame: HTMLIFrameElement;
	port: MessagePort;
	/** Resolves to whether the user acted in the frame during the last seconds; false when the shell does not answer. */
	isUsed(): Promise<boolean>;
	close(): void;
}

/** Milliseconds in which a loaded page must show that it is a shell; `NETWORK_MILLISECONDS` are for loading it. */
const LOADED_SHELL_MILLISECONDS = 1000;
const NETWORK_MILLISECONDS = 8000;
/** Milliseconds to wait for an answer of a connected shell, whose thread a busy page may block. */
const ANSWER_MILLISECONDS = 1000;

export interface FrameMount {
	element: HTMLElement;
	title: string;
	signal: AbortSignal;
}

export async function connectToFrame(shellAddresses: string[], mount: FrameMount): Promise<FrameConnection> {
	for (const shellAddress of shellAddresses) {
		const connection = await tryShell(shellAddress, mount);
		if (mount.signal.aborted) break;
		if (connection !== undefined) return connection;
	}
	throw new FrameBlockedError(shellAddresses);
}

function tryShell(shellAddress: string, { element, title, signal }: FrameMount): Promise<FrameConnection | undefined> {
	const { origin } = new URL(shellAddress);
	const { port1: port, port2: theirs } = new MessageChannel();
	const frame = element.ownerDocument.createElement('iframe');
	frame.title = title;
	frame.allow = '';
	frame.referrerPolicy = 'no-referrer';
	frame.style.cssText = 'border:0;width:100%;height:100%;display:block';
	const closeConnection = () => {
		port.close();
		frame.remove();
	};
	const isUsed = () =>
		new Promise<boolean>((resolve) => {
			const { port1, port2 } = new MessageChannel();
			const resolveUse = (used: boolean) => {
				clearTimeout(answerTimer);
				port1.close();
				resolve(used);
			};
			const answerTimer = setTimeout(() => resolveUse(false), ANSWER_MILLISECONDS);
			port1.onmessage = ({ data }: MessageEvent<unknown>) => resolveUse(data === true);
			frame.contentWindow?.postMessage({ type: 'shell.used' } satisfies MessageToShell, origin, [port2]);
		});
	return new Promise((resolve) => {
		let isConnected = false;
		let patienceTimer = setTimeout(() => settle(undefined), NETWORK_MILLISECONDS);
		const settle = (connection: FrameConnection | undefined) => {
			clearTimeout(patienceTimer);
			removeEventListener('message', greetShell);
			signal.removeEventListener('abort', giveUp);
			if (connection === undefined) closeConnection();
			resolve(connection);
		};
		const giveUp = () => settle(undefined);
		// Any window may post to this page, so only the shell in this frame is accepted, and only once.
		const greetShell = (event: MessageEvent<unknown>) => {
			if (event.source !== frame.contentWindow || event.origin !== origin || isConnected) return;
			if (!isMessageOfType<MessageFromShell>(event.data, 'shell.loaded')) return;
			isConnected = true;
			// The shell is there, so the timer starts again, which the load event may have shortened.
			clearTimeout(patienceTimer);
			patienceTimer = setTimeout(() => settle(undefined), NETWORK_MILLISECONDS);
			frame.contentWindow?.postMessage({ type: 'shell.connect' } satisfies MessageToShell, origin, [theirs]);
		};
		port.onmessage = (event) => {
			if (readMessageFromFrame(event.data).type === 'ready') settle({ frame, port, isUsed, close: closeConnection });
		};
		frame.addEventListener('load', () => {
			if (isConnected) return;
			clearTimeout(patienceTimer);
			patienceTimer = setTimeout(() => settle(undefined), LOADED_SHELL_MILLISECONDS);
		});
		addEventListener('message', greetShell);
		signal.addEventListener('abort', giveUp);
		frame.src = shellAddress;
		element.append(frame);
	});
}
