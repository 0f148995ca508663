/** One run of checks, for the app: results as they arrive, then one report. */
import type { Bundle } from '../contract.ts';
import { readMessageFromCheckRun, type MessageFromCheckRun } from '../protocol.ts';
import { REPORT_FORMAT, type CheckResult, type Problem, type Report } from '../report.ts';
import type { FrameJob } from './frame-job.ts';
import { isProblemPlacedInBundle, locateProblem, locateResultProblem } from './locate-problem.ts';

export class CheckingJob implements FrameJob {
	readonly framePort: MessagePort;
	readonly #ownPort: MessagePort;
	#isOver = false;
	readonly #startTime = performance.now();
	readonly #results: CheckResult[] = [];
	readonly #placingResults: Promise<void>[] = [];
	readonly #bundle: Bundle;
	readonly #onResult: ((result: CheckResult) => void) | undefined;
	readonly #onReport: (report: Report) => void;

	constructor(
		bundle: Bundle,
		onResult: ((result: CheckResult) => void) | undefined,
		onReport: (report: Report) => void
	) {
		this.#bundle = bundle;
		this.#onResult = onResult;
		this.#onReport = onReport;
		const { port1, port2 } = new MessageChannel();
		this.#ownPort = port1;
		this.framePort = port2;
		port1.onmessage = (event) => void this.#receive(readMessageFromCheckRun(event.data));
	}

	/** Reports the results so far, with `problem` as the load problem, so that the incomplete report does not pass. */
	onFrameLost(problem: Problem): void {
		this.#finish(problem);
	}

	async #receive(message: MessageFromCheckRun): Promise<void> {
		if (message.type === 'results') {
			for (const result of message.results) this.#addResult(result);
			return;
		}
		const loadProblem = message.load === undefined ? undefined : await locateProblem(this.#bundle, message.load);
		if (this.#placingResults.length > 0) await Promise.all(this.#placingResults);
		this.#finish(loadProblem);
	}

	#addResult(result: CheckResult): void {
		const index = this.#results.push(result) - 1;
		if (!isProblemPlacedInBundle(result.problem)) return this.#onResult?.(result);
		this.#placingResults.push(
			locateResultProblem(this.#bundle, result).then((placed) => {
				if (this.#isOver) return;
				this.#results[index] = placed;
				this.#onResult?.(placed);
			})
		);
	}

	#finish(loadProblem: Problem | undefined): void {
		if (this.#isOver) return;
		this.#isOver = true;
		this.#ownPort.close();
		this.#onReport({
			format: REPORT_FORMAT,
			results: this.#results,
			...(loadProblem === undefined ? {} : { load: loadProblem }),
			duration: performance.now() - this.#startTime
		});
	}
}
