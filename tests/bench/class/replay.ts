/** Replays a recorded first visit without a browser; each request waits for the same answer as in the recording. */
import { Agent, get } from 'node:http';
import type { RecordedRequest } from './recording.ts';

export interface ReplayTimes {
	/** Milliseconds until the page itself had loaded; `whole` until all files had. */
	document: number;
	whole: number;
}

const CONNECTIONS_PER_HOST = 6;
const MAX_FETCH_TRIES = 3;

export async function replayVisit(recordedRequests: RecordedRequest[], port: number): Promise<ReplayTimes> {
	const startMoment = performance.now();
	const agentByHost = new Map(
		recordedRequests.map(
			({ host }) => [host, new Agent({ keepAlive: true, maxSockets: CONNECTIONS_PER_HOST })] as const
		)
	);
	/** Moments at which the answers ended, by the index of the request. */
	const answerMoments: Promise<number>[] = [];
	for (const request of recordedRequests) {
		const answerBefore = request.afterRequestIndex === undefined ? undefined : answerMoments[request.afterRequestIndex];
		answerMoments.push(
			Promise.resolve(answerBefore)
				.then(() => new Promise((resolve) => setTimeout(resolve, request.pauseMilliseconds)))
				.then(() => fetchWithRetries(request, port, agentByHost.get(request.host)))
				.then(() => performance.now() - startMoment)
		);
	}
	try {
		const times = await Promise.all(answerMoments);
		return { document: times[0] ?? NaN, whole: Math.max(...times) };
	} finally {
		for (const agent of agentByHost.values()) agent.destroy();
	}
}

/** Sends a request again if the server closed its idle connection, as a browser does. */
async function fetchWithRetries(
	request: RecordedRequest,
	port: number,
	agent: Agent | undefined,
	tries = MAX_FETCH_TRIES
): Promise<void> {
	try {
		await fetchOnce(request, port, agent);
	} catch (error) {
		const isConnectionReset = error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
		if (!isConnectionReset || tries === 1) throw error;
		await fetchWithRetries(request, port, agent, tries - 1);
	}
}

function fetchOnce(
	{ host, path, headers, status, wasCancelled }: RecordedRequest,
	port: number,
	agent: Agent | undefined
): Promise<void> {
	if (status === 0) return Promise.resolve();
	return new Promise((resolve, reject) => {
		const options = { host: '127.0.0.1', port, path, headers: { ...headers, host: `${host}:${port}` } };
		const request = get({ ...options, ...(agent && { agent }) }, (answer) => {
			// The browser only asked whether its copy of this file is still right. A replay may get the whole file, which costs
			// more and not less.
			const isWholeFileAgain = status === 304 && answer.statusCode === 200;
			if (answer.statusCode !== status && !isWholeFileAgain)
				reject(new Error(`${answer.statusCode} instead of ${status}: ${host}${path}`));
			if (wasCancelled) answer.once('data', () => answer.destroy()).once('close', resolve);
			answer.once('end', resolve);
			answer.once('error', reject);
			answer.resume();
		});
		request.once('error', reject);
	});
}
