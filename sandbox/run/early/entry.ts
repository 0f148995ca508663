import type { RunOptions } from '../../contract.ts';
import {
	isMessageOfType,
	type MessageFromFrame,
	type MessageFromShell,
	type MessageToFrame,
	type MessageToShell
} from '../../protocol.ts';
import type { EarlyConnection, EarlyStart } from './early-start.ts';

const earlyStart: EarlyStart = { isTaken: false };
window.braiseEarlyStart = earlyStart;

// The shell says by itself that it has loaded, perhaps before the rest of the page has.
addEventListener('message', function connectEarlyFrame(event: MessageEvent<unknown>) {
	if (earlyStart.isTaken) return removeEventListener('message', connectEarlyFrame);
	const frame = document.querySelector<HTMLIFrameElement>('iframe[data-early][data-start]');
	if (!frame || event.source !== frame.contentWindow || event.origin !== new URL(frame.src).origin) return;
	if (!isMessageOfType<MessageFromShell>(event.data, 'shell.loaded')) return;
	removeEventListener('message', connectEarlyFrame);
	const { port1: port, port2: theirs } = new MessageChannel();
	const connection: EarlyConnection = {
		frame,
		port,
		isReady: false,
		code: fetchEarlyCode(frame.dataset['start'] ?? '')
	};
	earlyStart.connection = connection;
	// The styles show a frame with this attribute above the page's cover. It is set now, because a starting app draws nothing.
	frame.dataset['connected'] = '';
	port.onmessage = ({ data }: MessageEvent<unknown>) => {
		if (!isMessageOfType<MessageFromFrame>(data, 'ready')) return;
		connection.isReady = true;
		void runEarlyProgram(connection);
	};
	frame.contentWindow?.postMessage({ type: 'shell.connect' } satisfies MessageToShell, event.origin, [theirs]);
});

async function fetchEarlyCode(address: string): Promise<string | undefined> {
	try {
		const answer = await fetch(address);
		return answer.ok ? await answer.text() : undefined;
	} catch {
		return undefined;
	}
}

async function runEarlyProgram(connection: EarlyConnection): Promise<void> {
	const code = await connection.code;
	if (code === undefined || earlyStart.isTaken) return;
	const { port1: port, port2: theirs } = new MessageChannel();
	const options = readRunOptions(connection.frame);
	connection.port.postMessage({ type: 'run', options, code, prelude: '', library: '' } satisfies MessageToFrame, [
		theirs
	]);
	connection.run = { code, port };
}

/** Returns the run's options as the server wrote them, with the theme and the motion setting of this browser. */
function readRunOptions({ dataset }: HTMLIFrameElement): RunOptions {
	const options = JSON.parse(dataset['options'] ?? '') as RunOptions;
	const pageTheme = document.documentElement.dataset['theme'];
	const isDark = pageTheme ? pageTheme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
	const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
	return { ...options, input: { ...options.input, theme: isDark ? 'dark' : 'light', reducedMotion } };
}
