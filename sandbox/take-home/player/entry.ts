/** Plays a taken-home sketch on a full-window canvas, without worker or frame. */
import { DrawError } from '../../run/draw/draw-error.ts';
import { createDrawModule } from '../../run/draw/index.ts';
import { resizeCanvas } from '../../run/draw/resize-canvas.ts';
import { decodePictures } from '../../run/worker/pictures.ts';
import { openHomeStore, type HomeStore } from '../home-store.ts';
import { decodeFiles, type EncodedFiles } from '../own-files.ts';
import { soundArrivalsOf } from '../../run/sound/sound-player.ts';
import { StageSound } from '../../run/sound/stage-sound.ts';
import { startProgram, type PlayedProgram } from '../../run/worker/play.ts';
import type { ModuleExports } from '../../run/worker/program.ts';

export interface PlayerOptions {
	language: 'fr' | 'en';
	/** Words shown before the error of a program that breaks. */
	broke: string;
	encodedFiles: EncodedFiles;
	home: HomeStore;
}
type EvaluateBundle = (
	require: (name: string) => unknown,
	module: { exports: { program?: () => ModuleExports } }
) => void;

const TICK_MILLISECONDS = 1000 / 60;
/** Upper limit of ticks in one frame. On a slow machine the sketch slows down, instead of catching up on ever more ticks. */
const MAX_TICKS_PER_FRAME = 3;

/** Returns the error as words; the name of a drawing function's error would say nothing to who plays at home. */
function errorWords(thrown: unknown): string {
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
	let playing: PlayedProgram | undefined;
	let elapsed = 0;

	const fail = (thrown: unknown) => {
		playing = undefined;
		const paragraph = document.createElement('p');
		paragraph.setAttribute('role', 'alert');
		paragraph.textContent = `${broke} ${errorWords(thrown)}`;
		document.body.append(paragraph);
		console.error(thrown);
	};
	const showErrors = (act: () => void) => {
		try {
			act();
		} catch (thrown) {
			fail(thrown);
		}
	};

	const ownFiles = decodeFiles(encodedFiles);
	const stageSound = new StageSound();
	const sound = stageSound.begin(ownFiles, false);
	const draw = createDrawModule({
		language,
		onDescribe: (text) => canvas.setAttribute('aria-label', text),
		onNote: (note) => stageSound.play(sound, { type: 'note', note }),
		onSoundCommand: (command) => stageSound.play(sound, { type: 'sound-command', command })
	});
	const render = () => {
		draw.beginFrame(elapsed);
		playing?.draw();
		draw.endFrame();
	};
	const fit = () => {
		const ratio = devicePixelRatio || 1;
		resizeCanvas(context, { width: innerWidth, height: innerHeight, ratio }, draw);
		if (playing !== undefined) showErrors(render);
	};

	draw.setStore(openHomeStore(home));
	draw.setPictures(await decodePictures(ownFiles));
	draw.setSounds(soundArrivalsOf(ownFiles));
	fit();
	addEventListener('resize', fit);
	addEventListener('unhandledrejection', ({ reason }) => fail(reason));
	showErrors(() => {
		draw.beginFrame(0);
		const module: Parameters<EvaluateBundle>[1] = { exports: {} };
		evaluate(() => draw.module, module);
		const input = { labels: {}, language, theme: 'light', situation: '', reducedMotion: false } as const;
		const program = module.exports.program ?? (() => ({}));
		playing = startProgram({ program, scene: undefined, checks: {} }, { kind: 'sketch', seed: 0, input }, draw);
		render();
	});

	let last = performance.now();
	let behind = 0;
	const turn = (now: number) => {
		if (playing === undefined) return;
		behind += now - last;
		last = now;
		const ticks = Math.min(MAX_TICKS_PER_FRAME, Math.floor((behind + 2) / TICK_MILLISECONDS));
		behind = ticks === MAX_TICKS_PER_FRAME ? 0 : behind - ticks * TICK_MILLISECONDS;
		elapsed += ticks * TICK_MILLISECONDS;
		if (ticks > 0 && playing.isDue(elapsed)) showErrors(render);
		requestAnimationFrame(turn);
	};
	requestAnimationFrame(turn);

	const kinds = { pointermove: 'move', pointerdown: 'down', pointerup: 'up', pointercancel: 'cancel' } as const;
	for (const name of Object.keys(kinds) as (keyof typeof kinds)[]) {
		canvas.addEventListener(name, ({ offsetX: x, offsetY: y }) => {
			if (name !== 'pointermove') stageSound.wake();
			draw.pointer({ type: kinds[name], x, y });
			showErrors(() => playing?.pointer(kinds[name]));
		});
	}
	for (const kind of ['down', 'up'] as const) {
		addEventListener(`key${kind}`, ({ key, keyCode }) => {
			stageSound.wake();
			draw.keyboard({ type: kind, key, keyCode });
			showErrors(() => playing?.key(kind));
		});
	}
}

Object.assign(globalThis, { braise: startSketch });
