import type { ChallengeCompilerFiles } from '#lib/domain/challenge.ts';

export interface ChallengePartAddresses {
	start: string;
	around: string;
}

const FIRST_RETRY_WAIT_MS = 1000;
const LONGEST_RETRY_WAIT_MS = 15_000;

/** Fetches an address, again and again until the server answers: the network may return, and no program runs without these parts. */
async function fetchUntilAnswered(address: string, signal: AbortSignal): Promise<Response> {
	for (let wait = FIRST_RETRY_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_RETRY_WAIT_MS)) {
		const response = await fetch(address, { signal }).catch((error: unknown) => {
			if (signal.aborted) throw error;
			return undefined;
		});
		if (response?.ok) return response;
		await new Promise((resolve) => setTimeout(resolve, wait));
		signal.throwIfAborted();
	}
}

export async function fetchStartBundleCode({ start }: ChallengePartAddresses, signal: AbortSignal): Promise<string> {
	return (await fetchUntilAnswered(start, signal)).text();
}

export async function fetchChallengeCompilerFiles(
	{ around }: ChallengePartAddresses,
	signal: AbortSignal
): Promise<ChallengeCompilerFiles> {
	return (await (await fetchUntilAnswered(around, signal)).json()) as ChallengeCompilerFiles;
}
