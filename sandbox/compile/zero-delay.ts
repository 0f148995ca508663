/** esbuild's Go runtime waits by nested timeouts. Messages have no minimum of 4 ms, so a build takes 6 ms instead of 30. */
const originalSetTimeout = globalThis.setTimeout.bind(globalThis);
const originalClearTimeout = globalThis.clearTimeout.bind(globalThis);
const { port1: sender, port2: receiver } = new MessageChannel();
const waitingCallbacks = new Map<number, () => void>();
let lastId = 0;

receiver.onmessage = ({ data }: MessageEvent<number>) => {
	const callback = waitingCallbacks.get(data);
	waitingCallbacks.delete(data);
	callback?.();
};

function setTimeoutWithoutClamp(callback: (...values: unknown[]) => void, delay = 0, ...values: unknown[]): number {
	if (delay > 0) return Number(originalSetTimeout(callback, delay, ...values));
	// Ids are negative, so that they never equal one of the browser's own.
	lastId -= 1;
	waitingCallbacks.set(lastId, () => callback(...values));
	sender.postMessage(lastId);
	return lastId;
}

Object.assign(globalThis, {
	setTimeout: setTimeoutWithoutClamp,
	clearTimeout(id: number | undefined) {
		if (id === undefined || !waitingCallbacks.delete(id)) originalClearTimeout(id);
	}
});
