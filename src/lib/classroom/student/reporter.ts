/**
 * Says where a student stands, for the board and for their own row: the step, which are done, how many checks pass, and that somebody is
 * there. Nothing of the code, no keys, and nothing that was said before is kept to be said later: only how it is now matters.
 */
import { STANDING_FORMAT, type ProgressReport } from '#lib/domain/standing.ts';

/** Milliseconds. What changes together is said together. */
const GATHER = 800;
/** That somebody is there is said so often at most; a board waits three times as long before it says that there is no sign. */
const SIGN = 60_000;
const AGAIN = 10_000;

export interface Reporter {
	/** Where they stand now. */
	stands(report: ProgressReport): void;
	/** They did something. */
	works(): void;
	stop(): void;
}

export interface ReporterOptions {
	assignment: string;
	account: string;
	fetching?: typeof fetch;
	now?: () => number;
}

export function createReporter({ assignment, account, ...options }: ReporterOptions): Reporter {
	const fetching = options.fetching ?? ((...request) => fetch(...request));
	const now = options.now ?? Date.now;
	const address = `/api/assignments/${encodeURIComponent(assignment)}/standing`;
	let latest: ProgressReport | null = null;
	let told = '';
	let toldAt = -Infinity;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let due = Infinity;
	let stopped = false;

	function plan(at: number): void {
		if (stopped || at >= due) return;
		due = at;
		clearTimeout(timer);
		timer = setTimeout(() => void say(), Math.max(0, at - now()));
	}

	async function say(): Promise<void> {
		due = Infinity;
		if (latest === null) return;
		const words = JSON.stringify(latest);
		const response = await fetching(address, {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ format: STANDING_FORMAT, account, ...latest }),
			redirect: 'manual'
		}).catch(() => undefined);
		if (response?.ok) {
			told = words;
			toldAt = now();
			if (JSON.stringify(latest) !== told) plan(now() + GATHER);
			return;
		}
		// Nobody is signed in, or it is not for them any more: to say it again would be no better.
		const isOver = response !== undefined && [401, 403, 404, 409].includes(response.status);
		if (!isOver) plan(now() + AGAIN);
	}

	return {
		stands(report) {
			latest = report;
			if (JSON.stringify(report) !== told) plan(now() + GATHER);
		},
		works() {
			if (latest !== null) plan(Math.max(now() + GATHER, toldAt + SIGN));
		},
		stop() {
			stopped = true;
			clearTimeout(timer);
		}
	};
}
