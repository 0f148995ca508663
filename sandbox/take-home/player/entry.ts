import { DrawError } from '../../run/draw/guard.ts';
import { createDrawModule } from '../../run/draw/index.ts';
import { HeldKeys } from '../../run/held-keys.ts';
import { resizeCanvas } from '../../run/draw/resize-canvas.ts';
import { decodePictures } from '../../run/frame/decoded-pictures.ts';
import { openTakeHomeStore, type TakeHomeStore, decodeFiles, type EncodedFiles } from '../stored-content.ts';
import { mapSoundsToHasArrived } from '../../run/sound/sound-player.ts';
import { StageSound } from '../../run/sound/stage-sound.ts';
import { startProgram, type PlayedProgram } from '../../run/worker/played-program.ts';
import type { ModuleExports } from '../../run/worker/program.ts';

export interface PlayerOptions {
	language: 'fr' | 'en';
	broke: string;
	encodedFiles: EncodedFiles;
	home: TakeHomeStore;
}
type EvaluateBundle = (
	require: (name: string) => unknown,
	module: { exports: { program?: () => ModuleExports } }
) => void;

const TICK_MILLISECONDS = 1000 / 60;
/** Upper limit of ticks in one frame. On a slow machine the sketch slows down, instead of catching up on ever more ticks. */
const MAX_TICKS_PER_FRAME = 3;

/** Returns the error as text. Leaves out the name of a drawing function's error, which would mean nothing to a person at home. */
function errorText(thrown: unknown): string {
	if (!(thrown instanceof Error)) return String(thrown);
	return thrown instanceof DrawError ? thrown.message : `${thrown.name}: ${thrown.message}`;
}

async function startSketch(
	evaluate: EvaluateBundle,
	{ language, broke, encodedFiles, home }: PlayerOptions
): Promise<void> {
	const canvas = document.querySelector('canvas');
	const context = canvas?.getContext('2d');
	if (!canvas || !context) return;
	let playedProgram: PlayedProgram | undefined;
	let elapsedMilliseconds = 0;

	const endWithError = (thrown: unknown) => {
		playedProgram = undefined;
		const paragraph = document.createElement('p');
		paragraph.setAttribute('role', 'alert');
		paragraph.textContent = `${broke} ${errorText(thrown)}`;
		document.body.append(paragraph);
		console.error(thrown);
	};
	const runDemoErrors = (act: () => void) => {
		try {
			act();
		} catch (thrown) {
			endWithError(thrown);
		}
	};

	const ownFiles = decodeFiles(encodedFiles);
	const stageSound = new StageSound();
	const programSound = stageSound.addProgram(ownFiles, false);
	const drawing = createDrawModule({
		language,
		onDescribe: (text) => canvas.setAttribute('aria-label', text),
		onCursor: (shape) => (canvas.style.cursor = shape),
		onNote: (note) => stageSound.playProgramSound(programSound, { type: 'note', note }),
		onSoundCommand: (command) => stageSound.playProgramSound(programSound, { type: 'sound-command', command })
	});
	const drawFrame = () => {
		drawing.beginFrame(elapsedMilliseconds);
		playedProgram?.draw();
		drawing.endFrame();
	};
	const fitCanvas = () => {
		const ratio = devicePixelRatio || 1;
		const isResized = resizeCanvas(context, { width: innerWidth, height: innerHeight, ratio }, drawing);
		if (isResized && playedProgram !== undefined) runDemoErrors(drawFrame);
	};

	drawing.setStore(openTakeHomeStore(home));
	drawing.setPictures(await decodePictures(ownFiles));
	drawing.setSounds(mapSoundsToHasArrived(ownFiles));
	fitCanvas();
	addEventListener('resize', fitCanvas);
	addEventListener('unhandledrejection', ({ reason }) => endWithError(reason));
	runDemoErrors(() => {
		drawing.beginFrame(0);
		const commonJsModule: Parameters<EvaluateBundle>[1] = { exports: {} };
		evaluate(() => drawing.module, commonJsModule);
		const input = { labels: {}, language, theme: 'light', situation: '', reducedMotion: false } as const;
		const program = commonJsModule.exports.program ?? (() => ({}));
		playedProgram = startProgram(
			{ program, scene: undefined, checks: {} },
			{ kind: 'sketch', seed: 0, input },
			drawing
		);
		drawFrame();
	});

	let lastTurnTime = performance.now();
	let millisecondsBehind = 0;
	const playAnimationFrame = (now: number) => {
		if (playedProgram === undefined) return;
		millisecondsBehind += now - lastTurnTime;
		lastTurnTime = now;
		const ticks = Math.min(MAX_TICKS_PER_FRAME, Math.floor((millisecondsBehind + 2) / TICK_MILLISECONDS));
		millisecondsBehind = ticks === MAX_TICKS_PER_FRAME ? 0 : millisecondsBehind - ticks * TICK_MILLISECONDS;
		elapsedMilliseconds += ticks * TICK_MILLISECONDS;
		if (ticks > 0 && playedProgram.isDrawingDue(elapsedMilliseconds)) runDemoErrors(drawFrame);
		requestAnimationFrame(playAnimationFrame);
	};
	requestAnimationFrame(playAnimationFrame);

	const kindByPointerEvent = {
		pointermove: 'move',
		pointerdown: 'down',
		pointerup: 'up',
		pointercancel: 'cancel'
	} as const;
	for (const name of Object.keys(kindByPointerEvent) as (keyof typeof kindByPointerEvent)[]) {
		canvas.addEventListener(name, ({ offsetX: x, offsetY: y, pointerId }) => {
			// A pointer that is released outside of the window is released for the sketch too.
			if (name === 'pointerdown') canvas.setPointerCapture(pointerId);
			if (name !== 'pointermove') stageSound.wakeSounds();
			drawing.pointer({ type: kindByPointerEvent[name], x, y });
			runDemoErrors(() => playedProgram?.handlePointer(kindByPointerEvent[name]));
		});
	}
	const heldKeys = new HeldKeys((kind, key) => {
		drawing.keyboard({ type: kind, ...key });
		runDemoErrors(() => playedProgram?.handleKey(kind));
	});
	addEventListener('keydown', (event) => {
		stageSound.wakeSounds();
		heldKeys.pressKey(event);
	});
	addEventListener('keyup', (event) => heldKeys.releaseKey(event));
	addEventListener('blur', () => heldKeys.releaseAllKeys());
}

Object.assign(globalThis, { braise: startSketch });
