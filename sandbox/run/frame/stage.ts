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
import { CanvasWorker, type ProgramStopReason, WorkerReserve } from './watched-worker.ts';
import { ConsoleThrottle, createStoredItemsSender } from './throttles.ts';
import { DecodedPictures, readPixels } from './decoded-pictures.ts';
import type { NewestValueThrottle } from '../../newest-value.ts';
import { SilenceWatch } from './silence-watch.ts';
import type { StoredItems } from '../../stored-items.ts';
import { mapSoundsToHasArrived } from '../sound/sound-player.ts';
import { StageSound, type ProgramSoundState } from '../sound/stage-sound.ts';

const UNDESCRIBED_STAGE_NAMES = { fr: 'Dessin sans description', en: 'Drawing without a description' };

const undescribedStageNameIn = (language: string): string => UNDESCRIBED_STAGE_NAMES[language === 'en' ? 'en' : 'fr'];

interface PlayingProgram {
	canvasWorker: CanvasWorker;
	port: MessagePort;
	consoleOutlet: ConsoleThrottle;
	storedOutlet: NewestValueThrottle<StoredItems>;
	silenceWatch: SilenceWatch;
	hasDrawn: boolean;
	/** Messages to send to the worker once its program has begun; null after that. */
	waitingMessages: MessageToWorker[] | null;
	/** The longest side in pixels of each picture that the app waits for. */
	askedPictures: number[];
	sound: ProgramSoundState;
	/** Set when a newer program failed before it drew. The app then gets this program's pictures and end, not its errors. */
	isPlayingOn: boolean;
}

export class StageInFrame {
	#playingProgram: PlayingProgram | undefined;
	/** A newer program that has not drawn yet. */
	#nextProgram: PlayingProgram | undefined;
	/** The port of the newest program. Commands that arrive on it go to every program that plays. */
	#newestPort: MessagePort | undefined;
	#stageSize: StageSize;
	readonly #element: HTMLElement;
	readonly #workerReserve: WorkerReserve<CanvasWorker>;
	readonly #decodedPictures = new DecodedPictures();
	readonly #stageSound = new StageSound();

	constructor(element: HTMLElement) {
		this.#element = element;
		this.#stageSize = this.#measureStage();
		this.#workerReserve = new WorkerReserve(
			() => new CanvasWorker(element, this.#stageSize),
			({ worker }, prelude) => worker.sendToWorker({ type: 'prepare', prelude, runsFiles: true })
		);
		new ResizeObserver(() => this.#resize()).observe(element);
	}

	runProgram(bundle: WorkerBundle, options: RunOptions, port: MessagePort): void {
		this.#endProgram(this.#nextProgram, 'replaced');
		if (this.#playingProgram?.hasDrawn !== true) this.#endProgram(this.#playingProgram, 'replaced');
		const canvasWorker = this.#workerReserve.takeWorker();
		this.#workerReserve.setExpectedPrelude(bundle.prelude);
		const consoleOutlet = new ConsoleThrottle((event: MessageFromRun) => port.postMessage(event));
		const playing: PlayingProgram = {
			canvasWorker,
			port,
			consoleOutlet,
			storedOutlet: createStoredItemsSender((event) => playing.port.postMessage(event)),
			silenceWatch: new SilenceWatch(
				{
					isStarted: () => canvasWorker.worker.isStarted,
					ping: () => canvasWorker.worker.sendToWorker({ type: 'ping' }),
					onSilence: (limit) => this.#endWithProblem(playing, { kind: 'time', limit }, 'hang')
				},
				options.silenceLimit
			),
			hasDrawn: false,
			waitingMessages: [],
			askedPictures: [],
			sound: this.#stageSound.addProgram(options.ownFiles ?? {}, options.isMuted ?? false, (isHeard) =>
				playing.port.postMessage({ type: 'sound', isHeard } satisfies MessageFromRun)
			),
			isPlayingOn: false
		};
		if (this.#playingProgram === undefined) this.#playingProgram = playing;
		else this.#nextProgram = playing;
		this.#newestPort = port;
		// The frame's document is the same for all languages, so a screen reader needs to know the description's language.
		this.#element.lang = options.input.language;
		canvasWorker.worker.onMessage = (message) => this.#receive(playing, message);
		canvasWorker.worker.onBroken = (message) => this.#endWithProblem(playing, { kind: 'crash', message }, 'error');
		port.onmessage = (event) => this.#obeyCommand(port, readMessageToRun(event.data));
		const { ownFiles, hashes, ...others } = options;
		if (ownFiles === undefined) return this.#begin(playing, { type: 'run', ...bundle, options });
		void this.#decodedPictures.decodePictures(ownFiles, hashes).then((pictures) =>
			this.#begin(playing, {
				type: 'run',
				...bundle,
				options: others,
				pictures,
				sounds: mapSoundsToHasArrived(ownFiles)
			})
		);
	}

	/** Begins a program, unless a newer program has replaced it while its pictures were decoded. */
	#begin(playing: PlayingProgram, message: MessageToWorker): void {
		if (!this.#playingPrograms().includes(playing)) return;
		const waitingMessages = playing.waitingMessages ?? [];
		playing.waitingMessages = null;
		for (const each of [message, ...waitingMessages]) playing.canvasWorker.worker.sendToWorker(each);
		playing.silenceWatch.start();
	}

	#sendToProgram(playing: PlayingProgram, message: MessageToWorker): void {
		if (playing.waitingMessages === null) playing.canvasWorker.worker.sendToWorker(message);
		else playing.waitingMessages.push(message);
	}

	preparePrelude(prelude: string): void {
		this.#workerReserve.setExpectedPrelude(prelude);
	}

	endAllPrograms(): void {
		for (const playing of this.#playingPrograms()) this.#endProgram(playing, 'replaced');
	}

	forwardInput(input: PointerInput | KeyInput): void {
		if (this.#playingProgram !== undefined) this.#sendToProgram(this.#playingProgram, input);
	}

	/** Lets programs be heard that waited for a person's click or key. To be called during a click or key event. */
	wakeSound(): void {
		this.#stageSound.wakeSounds();
	}

	get isPlaying(): boolean {
		return this.#playingProgram !== undefined;
	}

	#playingPrograms(): PlayingProgram[] {
		return [this.#nextProgram, this.#playingProgram].filter((playing) => playing !== undefined);
	}

	#receive(playing: PlayingProgram, message: MessageFromWorker): void {
		if (!this.#playingPrograms().includes(playing)) return;
		playing.silenceWatch.noteAnswer();
		switch (message.type) {
			case 'console':
				return playing.consoleOutlet.addEntries(message.entries, message.dropped);
			case 'stored':
				return playing.storedOutlet.replaceWaiting(message.items);
			case 'cursor':
				playing.canvasWorker.showCursor(message.shape);
				return;
			case 'note':
			case 'sound-command':
				return this.#stageSound.playProgramSound(playing.sound, message);
			case 'drawn':
				this.#show(playing);
				this.#nameStage(message);
				playing.port.postMessage(message satisfies MessageFromRun);
				return;
			case 'error':
				// The app already got the newer program's error, and only shows the picture of this older program.
				if (playing.isPlayingOn) return;
				// Console lines that were written before the error are sent before the error.
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
		if (port !== this.#newestPort) return;
		if (command.type === 'picture') {
			if (this.#playingProgram === undefined)
				return port.postMessage({ type: 'picture', picture: null } satisfies MessageFromRun);
			this.#playingProgram.askedPictures.push(command.longestSide);
			return this.#sendToProgram(this.#playingProgram, { type: 'picture' });
		}
		this.#stageSound.applyRunCommand(command);
		for (const playing of this.#playingPrograms()) {
			if (command.type === 'stop') this.#endProgram(playing, 'asked');
			else if (command.type !== 'mute') this.#sendToProgram(playing, command);
		}
	}

	#show(playing: PlayingProgram): void {
		if (playing === this.#nextProgram) {
			const previousProgram = this.#playingProgram;
			this.#playingProgram = playing;
			this.#nextProgram = undefined;
			this.#show(playing);
			if (previousProgram !== undefined) this.#releaseProgram(previousProgram, 'replaced');
			return;
		}
		const { canvas } = playing.canvasWorker;
		playing.hasDrawn = true;
		if (canvas.classList.contains('shown')) return;
		canvas.classList.add('shown');
		for (const otherCanvas of this.#element.querySelectorAll('canvas.shown'))
			if (otherCanvas !== canvas) otherCanvas.remove();
		this.#workerReserve.scheduleReplacement(20);
	}

	/** The first picture of a program never keeps the name that an earlier program gave. */
	#nameStage({ frame, description }: Extract<MessageFromWorker, { type: 'drawn' }>): void {
		if (frame > 1 && description === undefined) return;
		const words = description?.join(' ').trim() ?? '';
		this.#element.setAttribute('aria-label', words === '' ? undescribedStageNameIn(this.#element.lang) : words);
	}

	#endWithProblem(playing: PlayingProgram, problem: Problem, ending: ProgramStopReason): void {
		if (!this.#playingPrograms().includes(playing)) return;
		playing.consoleOutlet.flush();
		if (!playing.isPlayingOn) playing.port.postMessage({ type: 'error', problem } satisfies MessageFromRun);
		this.#endProgram(playing, ending);
	}

	/** Ends a program. If the program failed before it drew, the previous program plays on. */
	#endProgram(playing: PlayingProgram | undefined, reason: ProgramStopReason): void {
		if (playing === undefined) return;
		const previousProgram = this.#playingProgram;
		const isNextProgram = playing === this.#nextProgram;
		if (isNextProgram) this.#nextProgram = undefined;
		else this.#playingProgram = undefined;
		this.#releaseProgram(playing, reason);
		if (isNextProgram && previousProgram !== undefined && (reason === 'error' || reason === 'hang')) {
			previousProgram.port = playing.port;
			previousProgram.isPlayingOn = true;
			playing.port.postMessage({ type: 'kept' } satisfies MessageFromRun);
		} else playing.port.postMessage({ type: 'stopped', reason } satisfies MessageFromRun);
	}

	#releaseProgram(playing: PlayingProgram, reason: ProgramStopReason): void {
		playing.silenceWatch.stop();
		this.#stageSound.endProgram(playing.sound);
		playing.canvasWorker.endWorker(reason);
		playing.consoleOutlet.flush();
		playing.storedOutlet.flush();
	}

	#measureStage(): StageSize {
		const { clientWidth, clientHeight } = this.#element;
		return { width: Math.max(1, clientWidth), height: Math.max(1, clientHeight), ratio: devicePixelRatio || 1 };
	}

	#resize(): void {
		// The stage has no size while a page covers it, so the last size is kept for the next sketch.
		if (this.#element.clientWidth === 0) return;
		this.#stageSize = this.#measureStage();
		this.#workerReserve.reserve?.worker.sendToWorker({ type: 'size', size: this.#stageSize });
		for (const { canvasWorker } of this.#playingPrograms())
			canvasWorker.worker.sendToWorker({ type: 'size', size: this.#stageSize });
	}
}
