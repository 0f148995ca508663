/** What `entry.ts`, a script in the page's HTML, leaves for the app. */
export interface EarlyStart {
	/** Set once the app has come alive: from then on the script does nothing. */
	isTaken: boolean;
	connection?: EarlyConnection;
}

export interface EarlyConnection {
	frame: HTMLIFrameElement;
	port: MessagePort;
	isReady: boolean;
	/** The code of the program; undefined when it could not be fetched. */
	code: Promise<string | undefined>;
	/** The program once it was sent to the frame. Its events wait in the port until the app reads them. */
	run?: EarlyRun;
}

export interface EarlyRun {
	code: string;
	port: MessagePort;
}

declare global {
	interface Window {
		braiseEarlyStart?: EarlyStart;
	}
}

const hasEarlyFrame = (element: HTMLElement): boolean => element.querySelector('iframe[data-early]') !== null;

/** Resolves to the code that was fetched for the element's early frame; to undefined when nothing was fetched. */
export async function readEarlyCode(element: HTMLElement): Promise<string | undefined> {
	return hasEarlyFrame(element) ? window.braiseEarlyStart?.connection?.code : undefined;
}

/** Ends the work of the page's script. Undefined without an early frame, or when its shell has not loaded yet. */
export function takeEarlyConnection(element: HTMLElement): EarlyConnection | undefined {
	const earlyStart = window.braiseEarlyStart;
	if (earlyStart === undefined || !hasEarlyFrame(element)) return undefined;
	delete window.braiseEarlyStart;
	earlyStart.isTaken = true;
	return earlyStart.connection;
}
