/** The shell page, on another host than the app. It creates the inner frame. */
import {
	isMessageOfType,
	type MessageFromShell,
	type FrameConnectMessage,
	type MessageToShell
} from '../../protocol.ts';

/**
 * The text of the inner frame's document. The shell is not sandboxed, so that it may have a service worker. It only passes the
 * app's port on to the frame: no program and no text of a program reaches the shell.
 */
declare const INNER_FRAME_HTML: string;

const innerFrame = document.createElement('iframe');
// No other token may be added to `sandbox`: `allow-same-origin` would give the program this page and its service worker,
// and any other token would give it a way out.
innerFrame.setAttribute('sandbox', 'allow-scripts');
innerFrame.setAttribute('allow', '');
innerFrame.setAttribute('referrerpolicy', 'no-referrer');
innerFrame.title = 'Braise';

let appPort: MessagePort | undefined;
let isFrameLoaded = false;

function sendPortToFrame(): void {
	if (appPort === undefined || !isFrameLoaded || innerFrame.contentWindow === null) return;
	const message: FrameConnectMessage = { type: 'frame.connect' };
	// The frame has an opaque origin, which cannot be named as the target.
	innerFrame.contentWindow.postMessage(message, '*', [appPort]);
	appPort = undefined;
}

/** Tells no more than that. The policy's frame-ancestors decides which pages can be a parent. */
function announceShellLoaded(): void {
	const loadedMessage: MessageFromShell = { type: 'shell.loaded' };
	if (parent !== window) parent.postMessage(loadedMessage, '*');
}

const allowedOrigins = (document.documentElement.dataset['app'] ?? '').split(' ');
let isConnected = false;
addEventListener('message', (event) => {
	if (event.source !== parent || parent === window || !allowedOrigins.includes(event.origin)) return;
	// The browser reports a user's action in the frame to the pages around it, and no program can forge the report. Older browsers
	// have no such report.
	if (isMessageOfType<MessageToShell>(event.data, 'shell.used'))
		return event.ports[0]?.postMessage((navigator.userActivation as UserActivation | undefined)?.isActive ?? true);
	if (isMessageOfType<MessageToShell>(event.data, 'shell.greet')) return announceShellLoaded();
	if (isConnected || !isMessageOfType<MessageToShell>(event.data, 'shell.connect')) return;
	isConnected = true;
	appPort = event.ports[0];
	sendPortToFrame();
});

innerFrame.addEventListener(
	'load',
	() => {
		isFrameLoaded = true;
		sendPortToFrame();
	},
	{ once: true }
);
innerFrame.srcdoc = INNER_FRAME_HTML;
document.body.append(innerFrame);

announceShellLoaded();

// Over plain http there are no service workers, and the shell then needs the server.
if ('serviceWorker' in navigator) {
	const registerServiceWorker = () =>
		navigator.serviceWorker.register('/sandbox/service-worker.js').catch(() => undefined);
	// The service worker is registered a little later, so that it does not slow down the start of the first program.
	setTimeout(registerServiceWorker, 500);
}
