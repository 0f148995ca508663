/** Reports a student's progress to the server, for the board and the student's own row. */
import { type ProgressReport } from '#lib/domain/progress.ts';
import { PROGRESS_FORMAT } from '#lib/wire/progress.ts';

/** Milliseconds for which changes are gathered to be sent together. */
const GATHER = 800;
/** Milliseconds at least between two signs of activity; the board waits three times as long before it reports silence. */
const SIGN = 60_000;
const AGAIN = 10_000;

export interface ProgressReporter {
	reportProgress(report: ProgressReport): void;
	reportActivity(): void;
	stop(): void;
}

export interface ProgressReporterOptions {
	assignment: string;
	account: string;
	fetching?: typeof fetch;
	now?: () => number;
}

/**
 * Makes a reporter, which sends the step, finished steps and passed checks, never code or keys. Reports that could not be sent are not
 * queued: only the latest state matters.
 */
export function createProgressReporter({ assignment, account, ...options }: ProgressReporterOptions): ProgressReporter {
	const fetching = options.fetching ?? ((...request) => fetch(...request));
	const now = options.now ?? Date.now;
	const address = `/api/assignments/${encodeURIComponent(assignment)}/progress`;
	let latest: ProgressReport | null = null;
	let sentReport = '';
	let sentAt = -Infinity;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let due = Infinity;
	let isStopped = false;

	function plan(at: number): void {
		if (isStopped || at >= due) return;
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
			body: JSON.stringify({ format: PROGRESS_FORMAT, account, ...latest }),
			redirect: 'manual'
		}).catch(() => undefined);
		if (response?.ok) {
			sentReport = words;
			sentAt = now();
			if (JSON.stringify(latest) !== sentReport) plan(now() + GATHER);
			return;
		}
		// The student is signed out or has lost access, so that retrying would not help.
		const isOver = response !== undefined && [401, 403, 404, 409].includes(response.status);
		if (!isOver) plan(now() + AGAIN);
	}

	return {
		reportProgress(report) {
			latest = report;
			if (JSON.stringify(report) !== sentReport) plan(now() + GATHER);
		},
		reportActivity() {
			if (latest !== null) plan(Math.max(now() + GATHER, sentAt + SIGN));
		},
		stop() {
			isStopped = true;
			clearTimeout(timer);
		}
	};
}
