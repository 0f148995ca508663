/**
 * The shell page: unsandboxed, so that it may have a service worker, and on another host than the app. It makes the inner
 * frame, in which programs run, and passes the app's port on. Nothing else: no program and no text of one ever gets here.
 */
import { isMessage, type FromShell, type ShellToFrame, type ToShell } from '../../protocol.ts';

declare const FRAME_DOCUMENT: string;

const frame = document.createElement('iframe');
// What is absent here has to stay absent: `allow-same-origin` would give the program this page and its service worker, any other token a way out.
frame.setAttribute('sandbox', 'allow-scripts');
frame.setAttribute('allow', '');
frame.setAttribute('referrerpolicy', 'no-referrer');
frame.title = 'Braise';

let port: MessagePort | undefined;
let loaded = false;

function passOn(): void {
	if (port === undefined || !loaded || frame.contentWindow === null) return;
	const message: ShellToFrame = { type: 'frame.connect' };
	// An opaque origin has no name to give.
	frame.contentWindow.postMessage(message, '*', [port]);
	port = undefined;
}

const allowed = (document.documentElement.dataset['app'] ?? '').split(' ');
let connected = false;
addEventListener('message', (event) => {
	if (event.source !== parent || parent === window || !allowed.includes(event.origin)) return;
	// A person's click or key in a frame is known to those around it; no program can pretend one. Unknown in an old browser.
	if (isMessage<ToShell>(event.data, 'shell.used'))
		return event.ports[0]?.postMessage((navigator.userActivation as UserActivation | undefined)?.isActive ?? true);
	if (connected || !isMessage<ToShell>(event.data, 'shell.connect')) return;
	connected = true;
	port = event.ports[0];
	passOn();
});

frame.addEventListener(
	'load',
	() => {
		loaded = true;
		passOn();
	},
	{ once: true }
);
frame.srcdoc = FRAME_DOCUMENT;
document.body.append(frame);

// Says no more than that this page is here; the policy's frame-ancestors has already chosen who can hear it.
const hello: FromShell = { type: 'shell.loaded' };
if (parent !== window) parent.postMessage(hello, '*');

// Absent over plain http: there the shell needs the server.
if ('serviceWorker' in navigator) {
	const register = () => navigator.serviceWorker.register('/sandbox/service-worker.js').catch(() => undefined);
	// After the first program had its chance to start.
	setTimeout(register, 500);
}
