import type { RunOptions, SceneInput } from '../../contract.ts';
import type { KeyInput, PointerInput, StageSize } from '../../protocol.ts';
import type { DrawModule } from '../draw/index.ts';
import { resizeCanvas } from '../draw/resize-canvas.ts';
import { type ProgramClock, FramePacer } from './clock.ts';
import { callOnNextFrame, originalNow, sendToFrame, callWhenPromisesSettle } from './worker-globals.ts';
import { startProgram, type PlayedProgram } from './played-program.ts';
import type { LoadedBundle } from './program.ts';

const TICK_MILLISECONDS = 1000 / 60;
/** Upper limit of ticks in one frame. On a slow machine the scene slows down, instead of catching up on ever more ticks. */
const MAX_TICKS_PER_FRAME = 3;
/** Milliseconds between two descriptions of a moving scene, so that listeners can follow. */
const DESCRIPTION_PAUSE_MILLISECONDS = 1000;
/** Milliseconds after an input, such as a dial, until the scene is described with it. A dial that is dragged sends many inputs. */
const INPUT_DESCRIPTION_MILLISECONDS = 250;

export class WorkerStage {
	#canvasContext: OffscreenCanvasRenderingContext2D | undefined;
	#stageSize: StageSize = { width: 1, height: 1, ratio: 1 };
	#playedProgram: PlayedProgram | undefined;
	#isPaused = false;
	#isFrameDue = false;
	#millisecondsBehind = 0;
	#latestFrameTime = 0;
	#frameNumber = 0;
	#describedLines: string[] = [];
	#sentDescription = '';
	#describedAt = 0;
	/** Time of the newest input that no description contains yet; undefined when there is none. */
	#undescribedInputAt: number | undefined;
	readonly #pacer = new FramePacer(navigator.hardwareConcurrency);
	readonly #drawModule: DrawModule;
	readonly #clock: ProgramClock;
	readonly #onBroken: (thrown: unknown) => void;

	constructor(draw: DrawModule, clock: ProgramClock, broke: (thrown: unknown) => void) {
		this.#drawModule = draw;
		this.#clock = clock;
		this.#onBroken = broke;
	}

	attachCanvas(canvas: OffscreenCanvas, size: StageSize): void {
		this.#canvasContext = canvas.getContext('2d') ?? undefined;
		this.#stageSize = size;
		this.#fitCanvas();
	}

	resize(size: StageSize): void {
		this.#stageSize = size;
		const isResized = this.#fitCanvas();
		if (isResized && this.#playedProgram?.redrawsAtResize() === true) this.#runGuarded(() => this.#drawAndReport());
	}

	start(load: () => LoadedBundle, options: RunOptions): void {
		this.#isPaused = options.paused ?? false;
		this.#drawModule.setLanguage(options.input.language === 'en' ? 'en' : 'fr');
		this.#drawModule.setLabels(options.input.labels);
		this.#runGuarded(() => {
			// Begins a frame before the program loads, because a program may draw while it loads.
			this.#drawModule.beginFrame(this.#clock.elapsedMilliseconds);
			this.#playedProgram = startProgram(load(), options, this.#drawModule);
			this.#drawAndReport();
		});
		this.#schedule();
	}

	setDescription(text: string): void {
		this.#describedLines = text.split('\n');
	}

	/** Pauses the program, and sends the description of the picture that stays visible. */
	pause(): void {
		this.#isPaused = true;
		this.#runGuarded(() => {
			const description = this.#takeNewDescription();
			if (description !== undefined) sendToFrame({ type: 'drawn', frame: this.#frameNumber, description });
		});
	}

	sendPicture(): void {
		const canvas = this.#canvasContext?.canvas;
		if (canvas === undefined) return;
		const copy = new OffscreenCanvas(canvas.width, canvas.height);
		copy.getContext('2d')?.drawImage(canvas, 0, 0);
		sendToFrame({ type: 'picture', picture: copy.transferToImageBitmap() });
	}

	resume(): void {
		if (!this.#isPaused) return;
		this.#pacer.noteUserTouch();
		this.#isPaused = false;
		this.#latestFrameTime = originalNow();
		this.#millisecondsBehind = 0;
		this.#schedule();
	}

	step(): void {
		if (this.#isPaused) this.#runGuarded(() => this.#advanceAndDraw());
	}

	updateSceneInput(input: SceneInput): void {
		this.#pacer.noteUserTouch();
		this.#drawModule.setLanguage(input.language === 'en' ? 'en' : 'fr');
		this.#drawModule.setLabels(input.labels);
		this.#runGuarded(() => {
			this.#playedProgram?.updateSceneInput(input);
			this.#undescribedInputAt = originalNow();
			if (this.#isPaused) this.#drawAndReport();
		});
	}

	passPointerToProgram({ kind, x, y }: PointerInput): void {
		this.#pacer.noteUserTouch();
		this.#drawModule.pointer({ type: kind, x, y });
		this.#runGuarded(() => this.#playedProgram?.handlePointer(kind));
	}

	passKeyToProgram({ kind, key, keyCode }: KeyInput): void {
		this.#pacer.noteUserTouch();
		this.#drawModule.keyboard({ type: kind, key, keyCode });
		this.#runGuarded(() => this.#playedProgram?.handleKey(kind));
	}

	#fitCanvas(): boolean {
		if (this.#canvasContext === undefined) return false;
		return resizeCanvas(this.#canvasContext, this.#stageSize, this.#drawModule);
	}

	#schedule(): void {
		if (this.#isFrameDue || this.#isPaused || this.#playedProgram === undefined) return;
		this.#isFrameDue = true;
		this.#latestFrameTime = originalNow();
		callOnNextFrame(() => this.#runFrame());
	}

	#runFrame(): void {
		this.#isFrameDue = false;
		if (this.#isPaused || this.#playedProgram === undefined) return;
		const now = originalNow();
		this.#millisecondsBehind += now - this.#latestFrameTime;
		this.#latestFrameTime = now;
		// Frames never come exactly on time. Two milliseconds are added, so that a frame which comes early does not lose a tick.
		let tickCount = Math.min(MAX_TICKS_PER_FRAME, Math.floor((this.#millisecondsBehind + 2) / TICK_MILLISECONDS));
		this.#millisecondsBehind =
			tickCount === MAX_TICKS_PER_FRAME ? 0 : this.#millisecondsBehind - tickCount * TICK_MILLISECONDS;
		this.#runGuarded(() => {
			if (tickCount === 0) return;
			for (; tickCount > 1; tickCount--) this.#tick();
			if (this.#playedProgram?.advancesUndrawn === true && !this.#pacer.takeDrawingTurn()) return this.#tick();
			this.#advanceAndDraw();
			// The browser paints the picture after this callback, so the cost of the frame is measured once that is done.
			callWhenPromisesSettle(() => this.#pacer.addFrameCost(originalNow() - now));
		});
		if (this.#playedProgram !== undefined) {
			this.#isFrameDue = true;
			callOnNextFrame(() => this.#runFrame());
		}
	}

	#tick(): void {
		this.#clock.advance(TICK_MILLISECONDS);
		this.#playedProgram?.tick();
	}

	#advanceAndDraw(): void {
		this.#tick();
		if (this.#playedProgram?.isDrawingDue(this.#clock.elapsedMilliseconds) === false) return;
		this.#drawModule.beginFrame(this.#clock.elapsedMilliseconds);
		this.#drawAndReport();
	}

	#drawAndReport(): void {
		if (this.#playedProgram === undefined) return;
		this.#playedProgram.draw();
		this.#drawModule.endFrame();
		this.#frameNumber += 1;
		const description = this.#takeNewDescription();
		if (this.#frameNumber > 1 && description === undefined) return;
		sendToFrame({ type: 'drawn', frame: this.#frameNumber, ...(description === undefined ? {} : { description }) });
	}

	#takeNewDescription(): string[] | undefined {
		const now = originalNow();
		const isInputDue =
			this.#undescribedInputAt !== undefined && now - this.#undescribedInputAt >= INPUT_DESCRIPTION_MILLISECONDS;
		const isPauseOver = now - this.#describedAt >= DESCRIPTION_PAUSE_MILLISECONDS;
		const isDescriptionDue = this.#isPaused || this.#frameNumber <= 1 || isInputDue || isPauseOver;
		if (!isDescriptionDue || this.#playedProgram === undefined) return undefined;
		this.#describedAt = now;
		this.#undescribedInputAt = undefined;
		const lines = this.#playedProgram.describe() ?? this.#describedLines;
		const description = lines.join('\n');
		if (description === this.#sentDescription) return undefined;
		this.#sentDescription = description;
		return lines;
	}

	/** Runs `act`. When it throws, the run ends and the last picture stays. */
	#runGuarded(act: () => void): void {
		try {
			act();
		} catch (thrown) {
			this.#playedProgram = undefined;
			this.#onBroken(thrown);
		}
	}
}
