/** The stage in the frame. It has a canvas for each worker and shows the one drawn last. */
import {
	readMessageToRun,
	type MessageFromRun,
	type MessageFromWorker,
	type KeyInput,
	type PointerInput,
	type StageSize,
	type MessageToRun,
	type MessageToWorker,
	type WorkerBundle
} from '../../protocol.ts';
import type { RunOptions } from '../../contract.ts';
import type { Problem } from '../../report.ts';
import { CanvasWorker, type StopReason } from './canvas-worker.ts';
import { ConsoleThrottle } from './console-throttle.ts';
import { DecodedPictures } from './decoded-pictures.ts';
import { readPixels } from './pixels.ts';
import type { NewestValue } from '../../newest-value.ts';
import { SilenceWatch } from './silence-watch.ts';
import type { StoredItems } from '../../stored-items.ts';
import { WorkerReserve } from './worker-reserve.ts';
import { soundArrivalsOf } from '../sound/sound-player.ts';
import { StageSound, type ProgramSound } from '../sound/stage-sound.ts';
import { createStoredItemsOutlet } from './stored-outlet.ts';
import { undescribedName } from './undescribed-name.ts';

interface PlayingProgram {
	canvasWorker: CanvasWorker;
	port: MessagePort;
	consoleOutlet: ConsoleThrottle;
	storedOutlet: NewestValue<StoredItems>;
	silenceWatch: SilenceWatch;
	hasDrawn: boolean;
	/** Messages to send to the worker once its program has begun; null after that. */
	laterOrders: MessageToWorker[] | null;
	/** For each picture that the app waits for: the length in pixels of its longer side. */
	askedPictures: number[];
	sound: ProgramSound;
	/**
	 * True when this program plays on because a newer one failed before it drew. The app then gets this program's pictures and its
	 * end, but not its errors.
	 */
	isKept: boolean;
}

export class StageInFrame {
	/** The program whose picture is visible or will be. */
	#playing: PlayingProgram | undefined;
	/** A newer program that has not drawn yet. */
	#next: PlayingProgram | undefined;
	/** The port of the newest program. Commands that arrive on it go to every program that plays. */
	#port: MessagePort | undefined;
	#size: StageSize;
	readonly #element: HTMLElement;
	readonly #spare: WorkerReserve<CanvasWorker>;
	readonly #pictures = new DecodedPictures();
	readonly #sound = new StageSound();

	constructor(element: HTMLElement) {
		this.#element = element;
		this.#size = this.#measureStage();
		this.#spare = new WorkerReserve(
			() => new CanvasWorker(element, this.#size),
			({ worker }, prelude) => worker.send({ type: 'prepare', prelude, runsFiles: true })
		);
		new ResizeObserver(() => this.#resize()).observe(element);
	}

	runProgram(bundle: WorkerBundle, options: RunOptions, port: MessagePort): void {
		this.#endProgram(this.#next, 'replaced');
		if (this.#playing?.hasDrawn !== true) this.#endProgram(this.#playing, 'replaced');
		const canvasWorker = this.#spare.takeWorker();
		this.#spare.expectPrelude(bundle.prelude);
		const consoleOutlet = new ConsoleThrottle((event: MessageFromRun) => port.postMessage(event));
		const playing: PlayingProgram = {
			canvasWorker,
			port,
			consoleOutlet,
			storedOutlet: createStoredItemsOutlet((event) => playing.port.postMessage(event)),
			silenceWatch: new SilenceWatch({
				isStarted: () => canvasWorker.worker.isStarted,
				ping: () => canvasWorker.worker.send({ type: 'ping' }),
				onSilence: (limit) => this.#endWithProblem(playing, { kind: 'time', limit }, 'hang')
			}),
			hasDrawn: false,
			laterOrders: [],
			askedPictures: [],
			sound: this.#sound.begin(options.ownFiles ?? {}, options.isMuted ?? false, (isHeard) =>
				playing.port.postMessage({ type: 'sound', isHeard } satisfies MessageFromRun)
			),
			isKept: false
		};
		if (this.#playing === undefined) this.#playing = playing;
		else this.#next = playing;
		this.#port = port;
		// The frame's document is the same for all languages, but a screen reader reads the description in this one.
		this.#element.lang = options.input.language;
		canvasWorker.worker.onMessage = (message) => this.#receive(playing, message);
		canvasWorker.worker.onBroken = (message) => this.#endWithProblem(playing, { kind: 'crash', message }, 'error');
		port.onmessage = (event) => this.#obeyCommand(port, readMessageToRun(event.data));
		const { ownFiles, hashes, ...others } = options;
		if (ownFiles === undefined) return this.#begin(playing, { type: 'run', ...bundle, options });
		void this.#pictures
			.decode(ownFiles, hashes)
			.then((pictures) =>
				this.#begin(playing, { type: 'run', ...bundle, options: others, pictures, sounds: soundArrivalsOf(ownFiles) })
			);
	}

	/** Begins a program, unless a newer one has replaced it while its pictures were decoded. */
	#begin(playing: PlayingProgram, order: MessageToWorker): void {
		if (!this.#playingPrograms().includes(playing)) return;
		const later = playing.laterOrders ?? [];
		playing.laterOrders = null;
		for (const each of [order, ...later]) playing.canvasWorker.worker.send(each);
		playing.silenceWatch.start();
	}

	#sendToProgram(playing: PlayingProgram, order: MessageToWorker): void {
		if (playing.laterOrders === null) playing.canvasWorker.worker.send(order);
		else playing.laterOrders.push(order);
	}

	prepare(prelude: string): void {
		this.#spare.expectPrelude(prelude);
	}

	endAllPrograms(): void {
		for (const playing of this.#playingPrograms()) this.#endProgram(playing, 'replaced');
	}

	forwardInput(input: PointerInput | KeyInput): void {
		if (this.#playing !== undefined) this.#sendToProgram(this.#playing, input);
	}

	/** Lets programs be heard that waited for a person's click or key, which is now. */
	wakeSound(): void {
		this.#sound.wake();
	}

	get isPlaying(): boolean {
		return this.#playing !== undefined;
	}

	#playingPrograms(): PlayingProgram[] {
		return [this.#next, this.#playing].filter((playing) => playing !== undefined);
	}

	#receive(playing: PlayingProgram, message: MessageFromWorker): void {
		if (!this.#playingPrograms().includes(playing)) return;
		playing.silenceWatch.noteAnswer();
		switch (message.type) {
			case 'console':
				return playing.consoleOutlet.addEntries(message.entries, message.dropped);
			case 'stored':
				return playing.storedOutlet.replaceWaiting(message.items);
			case 'note':
			case 'sound-command':
				return this.#sound.play(playing.sound, message);
			case 'drawn':
				this.#show(playing);
				this.#nameStage(message);
				playing.port.postMessage(message satisfies MessageFromRun);
				return;
			case 'error':
				// The app already got the newer program's error, and shows this one's picture only.
				if (playing.isKept) return;
				// Lines that were written before the error are sent before it.
				playing.consoleOutlet.flush();
				playing.port.postMessage(message satisfies MessageFromRun);
				return;
			case 'picture': {
				const longestSide = playing.askedPictures.shift();
				// A program may send pictures that the app did not ask for; they are dropped.
				if (longestSide === undefined) return message.picture.close();
				const picture = readPixels(message.picture, longestSide);
				const transferred = picture === null ? [] : [picture.pixels.buffer];
				return playing.port.postMessage({ type: 'picture', picture } satisfies MessageFromRun, transferred);
			}
			case 'finished':
				return this.#endProgram(playing, 'error');
			default:
				return;
		}
	}

	#obeyCommand(port: MessagePort, command: MessageToRun): void {
		if (port !== this.#port) return;
		if (command.type === 'picture') {
			if (this.#playing === undefined)
				return port.postMessage({ type: 'picture', picture: null } satisfies MessageFromRun);
			this.#playing.askedPictures.push(command.longestSide);
			return this.#sendToProgram(this.#playing, { type: 'picture' });
		}
		this.#sound.command(command);
		for (const playing of this.#playingPrograms()) {
			if (command.type === 'stop') this.#endProgram(playing, 'asked');
			else if (command.type !== 'mute') this.#sendToProgram(playing, command);
		}
	}

	#show(playing: PlayingProgram): void {
		if (playing === this.#next) {
			const before = this.#playing;
			this.#playing = playing;
			this.#next = undefined;
			this.#show(playing);
			if (before !== undefined) this.#releaseProgram(before, 'replaced');
			return;
		}
		const { canvas } = playing.canvasWorker;
		playing.hasDrawn = true;
		if (canvas.classList.contains('shown')) return;
		canvas.classList.add('shown');
		for (const other of this.#element.querySelectorAll('canvas.shown')) if (other !== canvas) other.remove();
		this.#spare.scheduleReplacement(20);
	}

	/** Names the stage for a screen reader. The words of one program never name the first picture of the next. */
	#nameStage({ frame, description }: Extract<MessageFromWorker, { type: 'drawn' }>): void {
		if (frame > 1 && description === undefined) return;
		const words = description?.join(' ').trim() ?? '';
		this.#element.setAttribute('aria-label', words === '' ? undescribedName(this.#element.lang) : words);
	}

	#endWithProblem(playing: PlayingProgram, problem: Problem, ending: StopReason): void {
		if (!this.#playingPrograms().includes(playing)) return;
		playing.consoleOutlet.flush();
		if (!playing.isKept) playing.port.postMessage({ type: 'error', problem } satisfies MessageFromRun);
		this.#endProgram(playing, ending);
	}

	/** Ends a program. If it fails before it drew, the program before it plays on. */
	#endProgram(playing: PlayingProgram | undefined, reason: StopReason): void {
		if (playing === undefined) return;
		const before = this.#playing;
		const isNext = playing === this.#next;
		if (isNext) this.#next = undefined;
		else this.#playing = undefined;
		this.#releaseProgram(playing, reason);
		if (isNext && before !== undefined && (reason === 'error' || reason === 'hang')) {
			before.port = playing.port;
			before.isKept = true;
			playing.port.postMessage({ type: 'kept' } satisfies MessageFromRun);
		} else playing.port.postMessage({ type: 'stopped', reason } satisfies MessageFromRun);
	}

	#releaseProgram(playing: PlayingProgram, reason: StopReason): void {
		playing.silenceWatch.stop();
		this.#sound.end(playing.sound);
		playing.canvasWorker.end(reason);
		playing.consoleOutlet.flush();
		playing.storedOutlet.flush();
	}

	#measureStage(): StageSize {
		const { clientWidth, clientHeight } = this.#element;
		return { width: Math.max(1, clientWidth), height: Math.max(1, clientHeight), ratio: devicePixelRatio || 1 };
	}

	#resize(): void {
		// The stage has no size while a page covers it. Keep the last one for the sketch that comes next.
		if (this.#element.clientWidth === 0) return;
		this.#size = this.#measureStage();
		this.#spare.reserve?.worker.send({ type: 'size', size: this.#size });
		for (const { canvasWorker } of this.#playingPrograms())
			canvasWorker.worker.send({ type: 'size', size: this.#size });
	}
}
