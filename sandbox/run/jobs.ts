import { type Problem, type RunProblem, REPORT_FORMAT, type CheckResult, type Report } from '../report.ts';
import type { Bundle, StartedRun, StagePicture, RunEvent, SceneInput } from '../contract.ts';
import {
	readMessageFromRun,
	type MessageFromRun,
	type MessageToRun,
	readMessageFromCheckRun,
	type MessageFromCheckRun
} from '../protocol.ts';
import { locateProblem, isProblemPlacedInBundle, locateResultProblem } from './locate-problem.ts';
import { FRAME_WITHDRAWN_PROBLEM } from './withdrawal.ts';

export interface FrameJob {
	onFrameLost(problem: Problem): void;
}

const LONGEST_STOP_MILLISECONDS = 300;

export class RunJob implements StartedRun, FrameJob {
	readonly #ownPort: MessagePort;
	#isOver = false;
	/** Resolves when the source place of an error is found. Later events wait for that, so that they stay in order. */
	#placingError: Promise<void> | undefined;
	#pictureRequests: ((picture: StagePicture | null) => void)[] = [];
	#stopTimer: ReturnType<typeof setTimeout> | undefined;
	readonly #bundle: Bundle;
	readonly #onEvent: (event: RunEvent) => void;
	readonly #onOver: () => void;
	readonly #onStuck: () => void;

	/** Commands go out over the port, whose other end the frame has or is about to get. */
	constructor(
		bundle: Bundle,
		port: MessagePort,
		onEvent: (event: RunEvent) => void,
		onOver: () => void,
		onStuck: () => void
	) {
		this.#bundle = bundle;
		this.#ownPort = port;
		this.#onEvent = onEvent;
		this.#onOver = onOver;
		this.#onStuck = onStuck;
		port.onmessage = (event) => this.#receive(readMessageFromRun(event.data));
	}

	stop(): void {
		this.#sendCommand({ type: 'stop' });
		if (!this.#isOver) this.#stopTimer ??= setTimeout(() => this.#onStuck(), LONGEST_STOP_MILLISECONDS);
	}
	pause(): void {
		this.#sendCommand({ type: 'pause' });
	}
	resume(): void {
		this.#sendCommand({ type: 'resume' });
	}
	step(): void {
		this.#sendCommand({ type: 'step' });
	}
	updateSceneInput(input: SceneInput): void {
		this.#sendCommand({ type: 'update', input });
	}
	setMuted(isMuted: boolean): void {
		this.#sendCommand({ type: 'mute', isMuted });
	}

	captureStagePicture(longestSide: number): Promise<StagePicture | null> {
		if (this.#isOver) return Promise.resolve(null);
		return new Promise((resolve) => {
			this.#pictureRequests.push(resolve);
			this.#sendCommand({ type: 'picture', longestSide });
		});
	}

	endForNewerRun(): void {
		this.#reportEvent({ type: 'stopped', reason: 'replaced' });
	}

	endWithProblem(problem: RunProblem): void {
		this.#reportEvent({ type: 'error', problem });
		this.#reportEvent({ type: 'stopped', reason: 'error' });
	}

	onFrameLost(problem: Problem): void {
		if (problem === FRAME_WITHDRAWN_PROBLEM) return this.#reportEvent({ type: 'stopped', reason: 'withdrawn' });
		if (this.#stopTimer !== undefined) return this.#reportEvent({ type: 'stopped', reason: 'asked' });
		this.#reportEvent({ type: 'error', problem });
		this.#reportEvent({ type: 'stopped', reason: problem.kind === 'time' ? 'hang' : 'error' });
	}

	#sendCommand(command: MessageToRun): void {
		if (!this.#isOver) this.#ownPort.postMessage(command);
	}

	#receive(event: MessageFromRun): void {
		if (event.type === 'picture') return this.#pictureRequests.shift()?.(event.picture);
		if (event.type !== 'error' && this.#placingError === undefined) return this.#reportEvent(event);
		const earlierPlacing = this.#placingError ?? Promise.resolve();
		const currentPlacing = earlierPlacing.then(async () => {
			if (event.type !== 'error') return this.#reportEvent(event);
			this.#reportEvent({ type: 'error', problem: await locateProblem(this.#bundle, event.problem) });
		});
		this.#placingError = currentPlacing;
		void currentPlacing.finally(() => {
			if (this.#placingError === currentPlacing) this.#placingError = undefined;
		});
	}

	#reportEvent(event: RunEvent): void {
		if (this.#isOver) return;
		if (event.type === 'stopped') {
			this.#isOver = true;
			clearTimeout(this.#stopTimer);
			this.#ownPort.close();
			for (const resolve of this.#pictureRequests.splice(0)) resolve(null);
			this.#onOver();
		}
		this.#onEvent(event);
	}
}

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
