/** The shell page, on another host than the app, which creates the inner frame. */
import { isMessageOfType, type FromShell, type ShellToFrame, type ToShell } from '../../protocol.ts';

/**
 * The shell is unsandboxed so that it may have a service worker. It only passes the app's port on: no program or text of one
 * reaches it.
 */
declare const FRAME_DOCUMENT: string;

const frame = document.createElement('iframe');
// Add no other token: `allow-same-origin` would give the program this page and its service worker, any other a way out.
frame.setAttribute('sandbox', 'allow-scripts');
frame.setAttribute('allow', '');
frame.setAttribute('referrerpolicy', 'no-referrer');
frame.title = 'Braise';

let port: MessagePort | undefined;
let isLoaded = false;

function passOn(): void {
	if (port === undefined || !isLoaded || frame.contentWindow === null) return;
	const message: ShellToFrame = { type: 'frame.connect' };
	// The target has an opaque origin, which has no name.
	frame.contentWindow.postMessage(message, '*', [port]);
	port = undefined;
}

const allowedOrigins = (document.documentElement.dataset['app'] ?? '').split(' ');
let isConnected = false;
addEventListener('message', (event) => {
	if (event.source !== parent || parent === window || !allowedOrigins.includes(event.origin)) return;
	// The browser reports user activation to surrounding frames, and no program can forge it. Older browsers lack it.
	if (isMessageOfType<ToShell>(event.data, 'shell.used'))
		return event.ports[0]?.postMessage((navigator.userActivation as UserActivation | undefined)?.isActive ?? true);
	if (isConnected || !isMessageOfType<ToShell>(event.data, 'shell.connect')) return;
	isConnected = true;
	port = event.ports[0];
	passOn();
});

frame.addEventListener(
	'load',
	() => {
		isLoaded = true;
		passOn();
	},
	{ once: true }
);
frame.srcdoc = FRAME_DOCUMENT;
document.body.append(frame);

// Reveals only that this page exists, to parents that the policy's frame-ancestors allows.
const loadedMessage: FromShell = { type: 'shell.loaded' };
if (parent !== window) parent.postMessage(loadedMessage, '*');

// Service workers are absent over plain http; the shell then needs the server.
if ('serviceWorker' in navigator) {
	const register = () => navigator.serviceWorker.register('/sandbox/service-worker.js').catch(() => undefined);
	// Register it a little later, so that the first program starts without competition.
	setTimeout(register, 500);
}
