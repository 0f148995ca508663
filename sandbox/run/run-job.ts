/** One run, for the app: commands go out, events come in, and none come after its end. */
import type { Bundle, StartedRun, StagePicture, RunEvent, SceneInput } from '../contract.ts';
import { readMessageFromRun, type MessageFromRun, type MessageToRun } from '../protocol.ts';
import type { Problem, RunProblem } from '../report.ts';
import type { FrameJob } from './frame-job.ts';
import { locateProblem } from './locate-problem.ts';
import { FRAME_WITHDRAWN_PROBLEM } from './withdrawal.ts';

/** Milliseconds in which a program must stop; after them the frame is replaced. */
const LONGEST_STOP_MILLISECONDS = 300;

export class RunJob implements StartedRun, FrameJob {
	readonly #ownPort: MessagePort;
	#isOver = false;
	/** Resolves when the source place of an error is found. Later events wait for that, so that they stay in order. */
	#placingError: Promise<void> | undefined;
	/** Functions to call with the next pictures, in the order of their requests. */
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
