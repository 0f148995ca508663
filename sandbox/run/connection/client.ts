import type { EarlyConnection } from '../early/early-start.ts';
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
	hasRecentUserAction(): Promise<boolean>;
	close(): void;
}

/** Milliseconds in which a loaded page must show that it is a shell; `SHELL_LOAD_LIMIT_MILLISECONDS` is the limit for loading the page. */
const SHELL_CONNECT_LIMIT_MILLISECONDS = 1000;
const SHELL_LOAD_LIMIT_MILLISECONDS = 8000;
/** Milliseconds to wait for an answer of a connected shell, whose thread a busy page may block. */
const SHELL_ANSWER_LIMIT_MILLISECONDS = 1000;

export interface FrameMountOptions {
	element: HTMLElement;
	title: string;
	signal: AbortSignal;
	earlyConnection?: EarlyConnection | undefined;
}

export async function connectToFrame(shellAddresses: string[], mount: FrameMountOptions): Promise<FrameConnection> {
	for (const shellAddress of shellAddresses) {
		const earlyFrame = takeEarlyFrame(shellAddress, mount.element);
		for (const frame of earlyFrame === undefined ? [undefined] : [earlyFrame, undefined]) {
			const connection = await tryConnectingToShell(shellAddress, mount, frame);
			if (mount.signal.aborted) throw new FrameBlockedError(shellAddresses);
			if (connection !== undefined) return connection;
		}
	}
	throw new FrameBlockedError(shellAddresses);
}

/** Returns the shell's frame that the page's HTML already contained; undefined if there is none, or if it was taken before. */
function takeEarlyFrame(shellAddress: string, element: HTMLElement): HTMLIFrameElement | undefined {
	const frame = element.querySelector<HTMLIFrameElement>('iframe[data-early]');
	if (frame?.src !== new URL(shellAddress).href) return undefined;
	frame.removeAttribute('data-early');
	return frame;
}

function createFrame({ element, title }: FrameMountOptions): HTMLIFrameElement {
	const frame = element.ownerDocument.createElement('iframe');
	frame.title = title;
	frame.allow = '';
	frame.referrerPolicy = 'no-referrer';
	frame.style.cssText = 'border:0;width:100%;height:100%;display:block';
	return frame;
}

const hasFrameLoaded = ({ src }: HTMLIFrameElement): boolean =>
	performance.getEntriesByName(src, 'resource').length > 0;

function tryConnectingToShell(
	shellAddress: string,
	mount: FrameMountOptions,
	earlyFrame: HTMLIFrameElement | undefined
): Promise<FrameConnection | undefined> {
	const { element, signal } = mount;
	const earlyConnection = mount.earlyConnection?.frame === earlyFrame ? mount.earlyConnection : undefined;
	const { origin } = new URL(shellAddress);
	const { port1, port2: theirs } = new MessageChannel();
	const port = earlyConnection?.port ?? port1;
	const frame = earlyFrame ?? createFrame(mount);
	const closeConnection = () => {
		port.close();
		frame.remove();
	};
	const hasRecentUserAction = () =>
		new Promise<boolean>((resolve) => {
			const { port1, port2 } = new MessageChannel();
			const settleUserActionAnswer = (used: boolean) => {
				clearTimeout(answerTimer);
				port1.close();
				resolve(used);
			};
			const answerTimer = setTimeout(() => settleUserActionAnswer(false), SHELL_ANSWER_LIMIT_MILLISECONDS);
			port1.onmessage = ({ data }: MessageEvent<unknown>) => settleUserActionAnswer(data === true);
			frame.contentWindow?.postMessage({ type: 'shell.used' } satisfies MessageToShell, origin, [port2]);
		});
	return new Promise((resolve) => {
		let isConnected = earlyConnection !== undefined;
		let patienceTimer = setTimeout(() => settleConnection(undefined), SHELL_LOAD_LIMIT_MILLISECONDS);
		const settleConnection = (connection: FrameConnection | undefined) => {
			clearTimeout(patienceTimer);
			removeEventListener('message', acceptLoadedShell);
			signal.removeEventListener('abort', giveUpConnecting);
			if (connection === undefined) closeConnection();
			resolve(connection);
		};
		const giveUpConnecting = () => settleConnection(undefined);
		// Any window may post to this page, so only the shell in this frame is accepted, and only once.
		const acceptLoadedShell = (event: MessageEvent<unknown>) => {
			if (event.source !== frame.contentWindow || event.origin !== origin || isConnected) return;
			if (!isMessageOfType<MessageFromShell>(event.data, 'shell.loaded')) return;
			isConnected = true;
			// The shell is there, so it gets the full time again, which the `load` event may have shortened.
			clearTimeout(patienceTimer);
			patienceTimer = setTimeout(() => settleConnection(undefined), SHELL_LOAD_LIMIT_MILLISECONDS);
			frame.contentWindow?.postMessage({ type: 'shell.connect' } satisfies MessageToShell, origin, [theirs]);
		};
		port.onmessage = (event) => {
			if (readMessageFromFrame(event.data).type === 'ready')
				settleConnection({ frame, port, hasRecentUserAction, close: closeConnection });
		};
		const shortenConnectLimit = () => {
			if (isConnected) return;
			clearTimeout(patienceTimer);
			patienceTimer = setTimeout(() => settleConnection(undefined), SHELL_CONNECT_LIMIT_MILLISECONDS);
		};
		frame.addEventListener('load', shortenConnectLimit);
		addEventListener('message', acceptLoadedShell);
		signal.addEventListener('abort', giveUpConnecting);
		if (earlyFrame === undefined) {
			frame.src = shellAddress;
			element.append(frame);
			return;
		}
		if (earlyConnection !== undefined) {
			if (earlyConnection.isReady) settleConnection({ frame, port, hasRecentUserAction, close: closeConnection });
			return;
		}
		// The shell may have loaded before, so it is asked to say so again. No target origin is named, because a frame that is
		// still empty has the app's origin; the message tells no secret.
		frame.contentWindow?.postMessage({ type: 'shell.greet' } satisfies MessageToShell, '*');
		if (hasFrameLoaded(frame)) shortenConnectLimit();
	});
}
