/** Replays a recorded first visit without a browser. Each request waits for the same answer as before. */
import { Agent, get } from 'node:http';
import type { RecordedRequest } from './recording.ts';

export interface ReplayTimes {
	/** Milliseconds until the page itself had loaded; `whole` until all files had. */
	document: number;
	whole: number;
}

/** Number of connections that a browser opens to one host. */
const CONNECTIONS = 6;
const TRIES = 3;

export async function replayVisit(recorded: RecordedRequest[], port: number): Promise<ReplayTimes> {
	const began = performance.now();
	const agents = new Map(
		recorded.map(({ host }) => [host, new Agent({ keepAlive: true, maxSockets: CONNECTIONS })] as const)
	);
	/** Moments at which the answers ended, by the index of the request. */
	const answers: Promise<number>[] = [];
	for (const request of recorded) {
		const before = request.after === undefined ? undefined : answers[request.after];
		answers.push(
			Promise.resolve(before)
				.then(() => new Promise((resolve) => setTimeout(resolve, request.pause)))
				.then(() => fetchWithRetries(request, port, agents.get(request.host)))
				.then(() => performance.now() - began)
		);
	}
	try {
		const times = await Promise.all(answers);
		return { document: times[0] ?? NaN, whole: Math.max(...times) };
	} finally {
		for (const agent of agents.values()) agent.destroy();
	}
}

/** Sends a request again if the server closed its idle connection, as a browser does. */
async function fetchWithRetries(
	request: RecordedRequest,
	port: number,
	agent: Agent | undefined,
	tries = TRIES
): Promise<void> {
	try {
		await fetchedOnce(request, port, agent);
	} catch (error) {
		const reset = error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
		if (!reset || tries === 1) throw error;
		await fetchWithRetries(request, port, agent, tries - 1);
	}
}

function fetchedOnce(
	{ host, path, headers, status, left }: RecordedRequest,
	port: number,
	agent: Agent | undefined
): Promise<void> {
	if (status === 0) return Promise.resolve();
	return new Promise((resolve, reject) => {
		const options = { host: '127.0.0.1', port, path, headers: { ...headers, host: `${host}:${port}` } };
		const request = get({ ...options, ...(agent && { agent }) }, (answer) => {
			// The browser only asked whether its copy of this file is still right. A replay may get the whole file, which costs
			// more and not less.
			const whole = status === 304 && answer.statusCode === 200;
			if (answer.statusCode !== status && !whole)
				reject(new Error(`${answer.statusCode} instead of ${status}: ${host}${path}`));
			if (left) answer.once('data', () => answer.destroy()).once('close', resolve);
			answer.once('end', resolve);
			answer.once('error', reject);
			answer.resume();
		});
		request.once('error', reject);
	});
}
