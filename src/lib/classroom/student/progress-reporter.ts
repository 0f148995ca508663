import { type ProgressReport } from '#lib/domain/progress.ts';
import { PROGRESS_FORMAT } from '#lib/wire/progress.ts';

const PROGRESS_SEND_DELAY_MILLISECONDS = 800;
/** Least milliseconds between two reports of activity; the board calls a student inactive after three times as long. */
const ACTIVITY_REPORT_INTERVAL_MILLISECONDS = 60_000;
const RETRY_DELAY_MILLISECONDS = 10_000;

export interface ProgressReporter {
	reportProgress(report: ProgressReport): void;
	reportActivity(): void;
	stop(): void;
}

export interface ProgressReporterOptions {
	assignmentId: string;
	account: string;
	fetchResponse?: typeof fetch;
	now?: () => number;
}

/**
 * Makes a reporter, which sends the current step, finished steps and passed checks, never code or key presses. Reports that
 * could not be sent are not queued: only the latest state matters.
 */
export function createProgressReporter({
	assignmentId,
	account,
	...options
}: ProgressReporterOptions): ProgressReporter {
	const fetchResponse = options.fetchResponse ?? ((...request) => fetch(...request));
	const now = options.now ?? Date.now;
	const address = `/api/assignments/${encodeURIComponent(assignmentId)}/progress`;
	let latestReport: ProgressReport | null = null;
	let sentReport = '';
	let sentAt = -Infinity;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let dueAt = Infinity;
	let isStopped = false;

	function scheduleReport(at: number): void {
		if (isStopped || at >= dueAt) return;
		dueAt = at;
		clearTimeout(timer);
		timer = setTimeout(() => void sendReport(), Math.max(0, at - now()));
	}

	async function sendReport(): Promise<void> {
		dueAt = Infinity;
		if (latestReport === null) return;
		const reportText = JSON.stringify(latestReport);
		const response = await fetchResponse(address, {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ format: PROGRESS_FORMAT, account, ...latestReport }),
			redirect: 'manual'
		}).catch(() => undefined);
		if (response?.ok) {
			sentReport = reportText;
			sentAt = now();
			if (JSON.stringify(latestReport) !== sentReport) scheduleReport(now() + PROGRESS_SEND_DELAY_MILLISECONDS);
			return;
		}
		// With these answers the student is signed out or has lost access, so that trying again would not help.
		const isOver = response !== undefined && [401, 403, 404, 409].includes(response.status);
		if (!isOver) scheduleReport(now() + RETRY_DELAY_MILLISECONDS);
	}

	return {
		reportProgress(report) {
			latestReport = report;
			if (JSON.stringify(report) !== sentReport) scheduleReport(now() + PROGRESS_SEND_DELAY_MILLISECONDS);
		},
		reportActivity() {
			if (latestReport !== null)
				scheduleReport(
					Math.max(now() + PROGRESS_SEND_DELAY_MILLISECONDS, sentAt + ACTIVITY_REPORT_INTERVAL_MILLISECONDS)
				);
		},
		stop() {
			isStopped = true;
			clearTimeout(timer);
		}
	};
}
