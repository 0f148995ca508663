/** Holds one connected frame: connects it, removes it while the user types a secret, and replaces it when it hangs. */
import type { Bundle, RunOptions, StageOptions } from '../contract.ts';
import { readMessageFromFrame, type SentBundle, type TextUnlessUnchanged, type MessageToFrame } from '../protocol.ts';
import type { Problem } from '../report.ts';
import { connectToFrame, type FrameConnection } from './connection/client.ts';
import { takeEarlyConnection, type EarlyConnection, type EarlyRun } from './early/early-start.ts';
import { Heartbeat } from './heartbeat.ts';
import {
	registerWithdrawableStage,
	areFramesWithdrawn,
	FRAME_WITHDRAWN_PROBLEM,
	type WithdrawableStage
} from './withdrawal.ts';

export type MessageWithoutBundle<T extends MessageToFrame> = T extends SentBundle ? Omit<T, keyof SentBundle> : never;

type SentBundleParts = Pick<Bundle, 'code' | 'prelude' | 'page'>;

/** Milliseconds without an answer after which a frame is replaced before a new program runs in it. */
const STUCK_FRAME_SILENCE_MILLISECONDS = 300;

const FRAME_REMOVED_PROBLEM: Problem = { kind: 'crash', message: 'The frame was removed.' };

export class FrameHolder implements WithdrawableStage {
	ready: Promise<void>;
	#connection: FrameConnection | undefined;
	/** The connection that the page made before the app came alive; undefined once it is used. */
	#earlyConnection: EarlyConnection | undefined;
	/** The program that runs over the early connection; undefined once the app has run a program. */
	#earlyRun: EarlyRun | undefined;
	#waitingSends: (() => void)[] = [];
	#connectionAbort = new AbortController();
	#latestSentParts: SentBundleParts | undefined;
	/** Connects the frame again once the user has typed the secret; undefined unless the frame waits for that. */
	#reconnect: (() => void) | undefined;
	readonly #unregisterStage: () => void;
	readonly #heartbeat: Heartbeat;
	readonly #options: StageOptions;
	readonly #onLost: (problem: Problem) => void;

	/** `onLost` ends everything that ran in a lost frame, and may send messages to the next frame at once. */
	constructor(options: StageOptions, onLost: (problem: Problem) => void) {
		this.#options = options;
		this.#onLost = onLost;
		this.#earlyConnection = takeEarlyConnection(options.element);
		this.#earlyRun = this.#earlyConnection?.run;
		this.#heartbeat = new Heartbeat(
			() => this.#connection?.port.postMessage({ type: 'ping' } satisfies MessageToFrame),
			(limit) => void this.#rebuild({ kind: 'time', limit }).catch(() => undefined)
		);
		this.#unregisterStage = registerWithdrawableStage(this);
		this.ready = this.#connect();
	}

	get element(): HTMLIFrameElement | undefined {
		return this.#connection?.frame;
	}

	/** Resolves to whether the user pressed or clicked something in the frame during the last seconds. */
	hasRecentUserAction(): Promise<boolean> {
		return this.#connection?.hasRecentUserAction() ?? Promise.resolve(false);
	}

	/** Does nothing before the frame is connected: the workers then get the prelude with the first program. */
	preparePrelude(prelude: string): void {
		this.#connection?.port.postMessage({ type: 'prepare', prelude } satisfies MessageToFrame);
	}

	/** Sends a message at once, or when the frame is connected. Leaves out the parts of the bundle that the frame has already. */
	sendToFrame<T extends Extract<MessageToFrame, SentBundle>>(
		bundle: Bundle,
		message: MessageWithoutBundle<T>,
		framePort: MessagePort
	): void {
		const sendMessageNow = () => {
			const latestParts = this.#latestSentParts;
			const selectChangedText = (textOf: (from: SentBundleParts) => string): TextUnlessUnchanged =>
				latestParts !== undefined && textOf(latestParts) === textOf(bundle) ? null : textOf(bundle);
			const sentBundle: SentBundle = {
				code: selectChangedText(({ code }) => code),
				prelude: selectChangedText(({ prelude }) => prelude ?? ''),
				library: selectChangedText(({ page }) => page?.library ?? '')
			};
			this.#latestSentParts = bundle;
			this.#connection?.port.postMessage({ ...message, ...sentBundle }, [framePort]);
			this.#heartbeat.start();
		};
		if (this.#connection === undefined) this.#waitingSends.push(sendMessageNow);
		else sendMessageNow();
	}

	/**
	 * Must be called before each run. Returns the port of the program that the page started before the app came alive, if this is the
	 * first run and runs the same program in the same way; otherwise undefined.
	 */
	takeEarlyRun(bundle: Bundle, { kind, paused }: RunOptions): MessagePort | undefined {
		const earlyRun = this.#earlyRun;
		this.#earlyRun = undefined;
		if (earlyRun?.code !== bundle.code || kind !== 'scene' || paused === true) return undefined;
		this.#latestSentParts = bundle;
		return earlyRun.port;
	}

	startPings(): void {
		if (this.#connection !== undefined) this.#heartbeat.start();
	}

	stopPings(): void {
		this.#heartbeat.stop();
	}

	replaceFrameIfStuck(): void {
		if (this.#heartbeat.silence > STUCK_FRAME_SILENCE_MILLISECONDS) this.replaceFrame();
	}

	replaceFrame(): void {
		void this.reset().catch(() => undefined);
	}

	/** Replaces the frame. Resolves when the new frame is connected, and rejects when it cannot be. */
	reset(): Promise<void> {
		return this.#rebuild(FRAME_REMOVED_PROBLEM);
	}

	dispose(): void {
		this.#unregisterStage();
		this.#reconnect = undefined;
		this.#close(FRAME_REMOVED_PROBLEM);
	}

	withdrawFrame(): void {
		this.#close(FRAME_WITHDRAWN_PROBLEM);
	}

	bringFrameBack(): void {
		this.#reconnect?.();
	}

	#connect(): Promise<void> {
		if (areFramesWithdrawn()) {
			return new Promise((resolve) => {
				this.#reconnect = () => {
					this.#reconnect = undefined;
					this.ready = this.#connect();
					resolve(this.ready);
				};
			});
		}
		const { element, shellAddresses, title } = this.#options;
		const { signal } = this.#connectionAbort;
		const earlyConnection = this.#earlyConnection;
		this.#earlyConnection = undefined;
		const connecting = connectToFrame(shellAddresses, { element, title, signal, earlyConnection }).then(
			(connection) => {
				if (signal.aborted) {
					connection.close();
					return signal.reason === FRAME_WITHDRAWN_PROBLEM ? this.ready : undefined;
				}
				this.#connection = connection;
				connection.port.onmessage = (event) => {
					if (readMessageFromFrame(event.data).type === 'pong') this.#heartbeat.noteAnswer();
				};
				if (this.#latestSentParts !== undefined) this.#heartbeat.start();
				for (const send of this.#waitingSends.splice(0)) send();
			},
			(error: unknown) => {
				if (signal.reason === FRAME_WITHDRAWN_PROBLEM) return this.ready;
				if (!signal.aborted) this.#handleFrameLoss({ kind: 'crash', message: String(error) });
				throw error;
			}
		);
		// Callers get the error through `ready`. This handler only avoids an unhandled rejection.
		connecting.catch(() => undefined);
		return connecting;
	}

	#rebuild(problem: Problem): Promise<void> {
		this.#close(problem);
		this.ready = this.#connect();
		return this.ready;
	}

	#close(problem: Problem): void {
		this.#connectionAbort.abort(problem);
		this.#connectionAbort = new AbortController();
		this.#connection?.close();
		this.#connection = undefined;
		this.#latestSentParts = undefined;
		this.#earlyRun = undefined;
		if (problem === FRAME_WITHDRAWN_PROBLEM) this.ready = this.#connect();
		this.#handleFrameLoss(problem);
	}

	#handleFrameLoss(problem: Problem): void {
		this.#waitingSends = [];
		this.#heartbeat.stop();
		this.#onLost(problem);
	}
}
