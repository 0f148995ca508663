/** A program on stage. It draws as soon as it arrives, and then up to sixty times a second. */
import type { RunOptions, SceneInput } from '../../contract.ts';
import type { KeyInput, PointerInput, StageSize } from '../../protocol.ts';
import type { DrawModule } from '../draw/index.ts';
import { resizeCanvas } from '../draw/resize-canvas.ts';
import type { ProgramClock } from './clock.ts';
import { FramePacer } from './frame-pacer.ts';
import { callOnNextFrame, originalNow, sendToFrame, callWhenPromisesSettle } from './worker-globals.ts';
import { startProgram, type PlayedProgram } from './play.ts';
import type { LoadedBundle } from './program.ts';

const TICK_MILLISECONDS = 1000 / 60;
/** Upper limit of ticks in one frame. On a slow machine the scene slows down, instead of catching up on ever more ticks. */
const MAX_TICKS_PER_FRAME = 3;
/** Milliseconds between two descriptions of a moving scene, so that listeners can follow. */
const DESCRIBE_MILLISECONDS = 1000;

export class WorkerStage {
	#context: OffscreenCanvasRenderingContext2D | undefined;
	#size: StageSize = { width: 1, height: 1, ratio: 1 };
	#play: PlayedProgram | undefined;
	#paused = false;
	#waiting = false;
	#behind = 0;
	#latest = 0;
	#frame = 0;
	#written: string[] = [];
	#described = '';
	#describedAt = 0;
	readonly #pacer = new FramePacer();
	readonly #draw: DrawModule;
	readonly #clock: ProgramClock;
	readonly #broke: (thrown: unknown) => void;

	constructor(draw: DrawModule, clock: ProgramClock, broke: (thrown: unknown) => void) {
		this.#draw = draw;
		this.#clock = clock;
		this.#broke = broke;
	}

	attach(canvas: OffscreenCanvas, size: StageSize): void {
		this.#context = canvas.getContext('2d') ?? undefined;
		this.#size = size;
		this.#fitCanvas();
	}

	resize(size: StageSize): void {
		this.#size = size;
		this.#fitCanvas();
		if (this.#play?.redrawsAtResize() === true) this.#runGuarded(() => this.#render());
	}

	start(load: () => LoadedBundle, options: RunOptions): void {
		this.#paused = options.paused ?? false;
		this.#draw.setLanguage(options.input.language === 'en' ? 'en' : 'fr');
		this.#draw.setLabels(options.input.labels);
		this.#runGuarded(() => {
			// A frame begins first, because a program may draw while it loads.
			this.#draw.beginFrame(this.#clock.elapsed);
			this.#play = startProgram(load(), options, this.#draw);
			this.#render();
		});
		this.#schedule();
	}

	describe(text: string): void {
		this.#written = text.split('\n');
	}

	/** Pauses the program, and sends the description of the picture that stays visible. */
	pause(): void {
		this.#paused = true;
		this.#runGuarded(() => {
			const description = this.#newDescription();
			if (description !== undefined) sendToFrame({ type: 'drawn', frame: this.#frame, description });
		});
	}

	sendPicture(): void {
		const canvas = this.#context?.canvas;
		if (canvas === undefined) return;
		const copy = new OffscreenCanvas(canvas.width, canvas.height);
		copy.getContext('2d')?.drawImage(canvas, 0, 0);
		sendToFrame({ type: 'picture', picture: copy.transferToImageBitmap() });
	}

	resume(): void {
		if (!this.#paused) return;
		this.#pacer.noteTouch();
		this.#paused = false;
		this.#latest = originalNow();
		this.#behind = 0;
		this.#schedule();
	}

	step(): void {
		if (this.#paused) this.#runGuarded(() => this.#advanceAndDraw());
	}

	updateInput(input: SceneInput): void {
		this.#pacer.noteTouch();
		this.#draw.setLanguage(input.language === 'en' ? 'en' : 'fr');
		this.#draw.setLabels(input.labels);
		this.#runGuarded(() => {
			this.#play?.updateInput(input);
			if (this.#paused) this.#render();
		});
	}

	sendPointer({ kind, x, y }: PointerInput): void {
		this.#pacer.noteTouch();
		this.#draw.pointer({ type: kind, x, y });
		this.#runGuarded(() => this.#play?.pointer(kind));
	}

	sendKey({ kind, key, keyCode }: KeyInput): void {
		this.#pacer.noteTouch();
		this.#draw.keyboard({ type: kind, key, keyCode });
		this.#runGuarded(() => this.#play?.key(kind));
	}

	#fitCanvas(): void {
		if (this.#context === undefined) return;
		resizeCanvas(this.#context, this.#size, this.#draw);
	}

	#schedule(): void {
		if (this.#waiting || this.#paused || this.#play === undefined) return;
		this.#waiting = true;
		this.#latest = originalNow();
		callOnNextFrame(() => this.#runFrame());
	}

	#runFrame(): void {
		this.#waiting = false;
		if (this.#paused || this.#play === undefined) return;
		const now = originalNow();
		this.#behind += now - this.#latest;
		this.#latest = now;
		// Frames never come exactly on time. Two milliseconds are added, so that a frame which comes early does not lose a tick.
		let ticks = Math.min(MAX_TICKS_PER_FRAME, Math.floor((this.#behind + 2) / TICK_MILLISECONDS));
		this.#behind = ticks === MAX_TICKS_PER_FRAME ? 0 : this.#behind - ticks * TICK_MILLISECONDS;
		this.#runGuarded(() => {
			if (ticks === 0) return;
			for (; ticks > 1; ticks--) this.#tick();
			if (this.#play?.movesUndrawn === true && !this.#pacer.takeDrawingTurn()) return this.#tick();
			this.#advanceAndDraw();
			// The picture is painted after this callback, so the time is taken once that is done.
			callWhenPromisesSettle(() => this.#pacer.addCost(originalNow() - now));
		});
		if (this.#play !== undefined) {
			this.#waiting = true;
			callOnNextFrame(() => this.#runFrame());
		}
	}

	#tick(): void {
		this.#clock.advance(TICK_MILLISECONDS);
		this.#play?.tick();
	}

	#advanceAndDraw(): void {
		this.#tick();
		if (this.#play?.isDue(this.#clock.elapsed) === false) return;
		this.#draw.beginFrame(this.#clock.elapsed);
		this.#render();
	}

	#render(): void {
		if (this.#play === undefined) return;
		this.#play.draw();
		this.#draw.endFrame();
		this.#frame += 1;
		const description = this.#newDescription();
		if (this.#frame > 1 && description === undefined) return;
		sendToFrame({ type: 'drawn', frame: this.#frame, ...(description === undefined ? {} : { description }) });
	}

	#newDescription(): string[] | undefined {
		const now = originalNow();
		const isDue = this.#paused || this.#frame <= 1 || now - this.#describedAt >= DESCRIBE_MILLISECONDS;
		if (!isDue || this.#play === undefined) return undefined;
		this.#describedAt = now;
		const lines = this.#play.describe() ?? this.#written;
		const description = lines.join('\n');
		if (description === this.#described) return undefined;
		this.#described = description;
		return lines;
	}

	/** Runs `act`. When it throws, the run ends and the last picture stays. */
	#runGuarded(act: () => void): void {
		try {
			act();
		} catch (thrown) {
			this.#play = undefined;
			this.#broke(thrown);
		}
	}
}
