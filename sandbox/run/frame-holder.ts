/** Holds one connected frame: connects it, removes it while the user types a secret, and replaces one that hangs. */
import type { Bundle, StageOptions } from '../contract.ts';
import { readMessageFromFrame, type SentBundle, type SentText, type MessageToFrame } from '../protocol.ts';
import type { Problem } from '../report.ts';
import { connectToFrame, type FrameConnection } from './connection/client.ts';
import { Heartbeat } from './heartbeat.ts';
import { registerStage, areFramesWithdrawn, WITHDRAWN_PROBLEM, type WithdrawableStage } from './withdrawal.ts';

export type WithoutBundle<T extends MessageToFrame> = T extends SentBundle ? Omit<T, keyof SentBundle> : never;

/** The parts of a bundle whose texts a frame holds. */
type SentParts = Pick<Bundle, 'code' | 'prelude' | 'page'>;

/** Milliseconds without an answer after which the frame counts as hanging. */
const STUCK_MILLISECONDS = 300;

const FRAME_REMOVED: Problem = { kind: 'crash', message: 'The frame was removed.' };

export class FrameHolder implements WithdrawableStage {
	ready: Promise<void>;
	#connection: FrameConnection | undefined;
	#waiting: (() => void)[] = [];
	#abort = new AbortController();
	#latest: SentParts | undefined;
	/** Connects the frame again after a withdrawal; undefined when there is none. */
	#return: (() => void) | undefined;
	readonly #leave: () => void;
	readonly #heartbeat: Heartbeat;
	readonly #options: StageOptions;
	readonly #onLost: (problem: Problem) => void;

	/** `onLost` ends everything that ran in a frame that is gone. It may send to the next frame at once. */
	constructor(options: StageOptions, onLost: (problem: Problem) => void) {
		this.#options = options;
		this.#onLost = onLost;
		this.#heartbeat = new Heartbeat(
			() => this.#connection?.port.postMessage({ type: 'ping' } satisfies MessageToFrame),
			(limit) => void this.#rebuild({ kind: 'time', limit }).catch(() => undefined)
		);
		this.#leave = registerStage(this);
		this.ready = this.#connect();
	}

	get element(): HTMLIFrameElement | undefined {
		return this.#connection?.frame;
	}

	/** Resolves to whether the user pressed or clicked something in the frame during the last seconds. */
	isUsed(): Promise<boolean> {
		return this.#connection?.isUsed() ?? Promise.resolve(false);
	}

	/**
	 * Lets the frame's workers prepare a prelude. Does nothing before the frame is connected; its workers then get the prelude with
	 * the first program.
	 */
	prepare(prelude: string): void {
		this.#connection?.port.postMessage({ type: 'prepare', prelude } satisfies MessageToFrame);
	}

	/** Sends a message at once, or when the frame is connected. Leaves out the parts of the bundle that the frame has already. */
	send<T extends Extract<MessageToFrame, SentBundle>>(
		bundle: Bundle,
		message: WithoutBundle<T>,
		theirs: MessagePort
	): void {
		const send = () => {
			const latest = this.#latest;
			const selectChangedText = (textOf: (from: SentParts) => string): SentText =>
				latest !== undefined && textOf(latest) === textOf(bundle) ? null : textOf(bundle);
			const sentBundle: SentBundle = {
				code: selectChangedText(({ code }) => code),
				prelude: selectChangedText(({ prelude }) => prelude ?? ''),
				library: selectChangedText(({ page }) => page?.library ?? '')
			};
			this.#latest = bundle;
			this.#connection?.port.postMessage({ ...message, ...sentBundle }, [theirs]);
			this.#heartbeat.start();
		};
		if (this.#connection === undefined) this.#waiting.push(send);
		else send();
	}

	/** Begins to ping the frame, if it is connected. */
	startPings(): void {
		if (this.#connection !== undefined) this.#heartbeat.start();
	}

	stopPings(): void {
		this.#heartbeat.stop();
	}

	/** Replaces the frame now if it seems to hang, instead of waiting for the heartbeat's limit. */
	replaceIfStuck(): void {
		if (this.#heartbeat.silence > STUCK_MILLISECONDS) this.replace();
	}

	replace(): void {
		void this.reset().catch(() => undefined);
	}

	/** Replaces the frame. Resolves when the new frame is connected, and rejects when it cannot be. */
	reset(): Promise<void> {
		return this.#rebuild(FRAME_REMOVED);
	}

	dispose(): void {
		this.#leave();
		this.#return = undefined;
		this.#close(FRAME_REMOVED);
	}

	withdraw(): void {
		this.#close(WITHDRAWN_PROBLEM);
	}

	bringFrameBack(): void {
		this.#return?.();
	}

	#connect(): Promise<void> {
		if (areFramesWithdrawn()) {
			return new Promise((resolve) => {
				this.#return = () => {
					this.#return = undefined;
					this.ready = this.#connect();
					resolve(this.ready);
				};
			});
		}
		const { element, shells, title } = this.#options;
		const { signal } = this.#abort;
		const connected = connectToFrame(shells, { element, title, signal }).then(
			(connection) => {
				if (signal.aborted) {
					connection.close();
					return signal.reason === WITHDRAWN_PROBLEM ? this.ready : undefined;
				}
				this.#connection = connection;
				connection.port.onmessage = (event) => {
					if (readMessageFromFrame(event.data).type === 'pong') this.#heartbeat.noteAnswer();
				};
				for (const send of this.#waiting.splice(0)) send();
			},
			(error: unknown) => {
				if (signal.reason === WITHDRAWN_PROBLEM) return this.ready;
				if (!signal.aborted) this.#handleFrameLoss({ kind: 'crash', message: String(error) });
				throw error;
			}
		);
		// Callers await `ready`. This only avoids an unhandled rejection.
		connected.catch(() => undefined);
		return connected;
	}

	#rebuild(problem: Problem): Promise<void> {
		this.#close(problem);
		this.ready = this.#connect();
		return this.ready;
	}

	#close(problem: Problem): void {
		this.#abort.abort(problem);
		this.#abort = new AbortController();
		this.#connection?.close();
		this.#connection = undefined;
		this.#latest = undefined;
		if (problem === WITHDRAWN_PROBLEM) this.ready = this.#connect();
		this.#handleFrameLoss(problem);
	}

	#handleFrameLoss(problem: Problem): void {
		this.#waiting = [];
		this.#heartbeat.stop();
		this.#onLost(problem);
	}
}
