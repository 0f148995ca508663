/** The module `braise/draw`, which follows p5's names and draws on any 2D context. */
import { createColourFunctions } from './colour.ts';
import { p5Constants } from './constants.ts';
import {
	createCursorFunctions,
	createChangingValueGetters,
	PointerAndKeyState,
	type DrawKey,
	type DrawPointer
} from './input.ts';
import { createDataFileFunctions, createEmptyDataFiles } from './data-files.ts';
import { dateFunctions, DrawLoopPace } from './pace.ts';
import type { DataFiles } from '../../data-files.ts';
import type { CursorShape } from '../../cursor-shape.ts';
import type { SoundNote } from '../../note.ts';
import type { SoundArrivalByPath, SoundCommand } from '../../sound-command.ts';
import type { ProgramStore } from '../store/program-store.ts';
import { type DrawLanguage, createArgumentGuard } from './guard.ts';
import { PictureDescription } from './description.ts';
import type { LayerArea } from './layer-area.ts';
import { AngleUnit, createModeAndAngleFunctions } from './modes.ts';
import { createNoteFunctions, createSoundFunctions } from './sounds.ts';
import { createNumberFunctions } from './numbers.ts';
import { Picture, createPictureFunctions, DrawablePictures, type PictureSource } from './pictures.ts';
import { CanvasPixels } from './pixels.ts';
import { createFreeShapeFunctions } from './free-shape.ts';
import { ShapeList } from './shape-list.ts';
import { createShapeFunctions } from './shapes.ts';
import { createStoreFunctions, createStoreGuard } from './store.ts';
import { createInitialStyle, DrawingSurface, type DrawingContext, type CreateHiddenCanvas } from './surface.ts';
import { createTextFunctions } from './text.ts';
import { Vector } from './vector.ts';

export { type DrawLanguage } from './guard.ts';
export type { DrawKey, DrawPointer } from './input.ts';
export type { DrawingContext, CreateHiddenCanvas } from './surface.ts';

export interface DrawHost {
	language?: DrawLanguage;
	/** Returns random numbers until the program calls `randomSeed`; `Math.random` by default. */
	random?: () => number;
	/** Creates a hidden canvas, such as one for `layer` or `createGraphics`; an OffscreenCanvas by default. */
	makeCanvas?: CreateHiddenCanvas;
	onDescribe?: (text: string) => void;
	/** Sets how the pointer looks above the sketch. Without this function, the pointer stays as it is. */
	onCursor?: (shape: CursorShape) => void;
	/** Plays a note of `playNote`. Without this function, notes are silent. */
	onNote?: (note: SoundNote) => void;
	/** Plays, loops or stops a sound of `loadSound`, or sets its volume. Without this function, sounds are silent. */
	onSoundCommand?: (command: SoundCommand) => void;
	dataFiles?: DataFiles;
}

const createOffscreenCanvas: CreateHiddenCanvas = (width, height) =>
	typeof OffscreenCanvas === 'undefined' ? undefined : new OffscreenCanvas(width, height);

/** Creates the module. Its owner attaches a context, and calls `beginFrame` and `endFrame` around each drawing. */
export function createDrawModule(host: DrawHost = {}) {
	let language = host.language ?? 'fr';
	let labels: Record<string, string> = {};
	const pictureDescription = new PictureDescription((text) => host.onDescribe?.(text));
	const guard = createArgumentGuard(() => language);
	const surface = new DrawingSurface(guard, host.makeCanvas ?? createOffscreenCanvas);
	const programInput = new PointerAndKeyState(surface);
	const angleUnit = new AngleUnit();
	const drawPace = new DrawLoopPace();
	const drawablePictures = new DrawablePictures();
	const canvasPixels = new CanvasPixels(surface);
	const shapeList = new ShapeList(surface, () => language);
	surface.onCover = () => shapeList.forgetCoveredShapes();

	const dataFiles = host.dataFiles ?? createEmptyDataFiles();
	let pictureByPath: ReadonlyMap<string, PictureSource | null> = new Map();
	let programStore: ProgramStore | undefined;
	let soundArrivals: SoundArrivalByPath = new Map();

	const fitSheetToCanvas = (width?: number, height?: number) => {
		if (width === undefined && height === undefined) return surface.fitLogicalArea(undefined);
		guard.requireNumbers('fit', ['width', 'height'], [width, height]);
		surface.fitLogicalArea({ width: width ?? 1, height: height ?? 1 });
	};
	const changingValues = createChangingValueGetters(surface, programInput, canvasPixels);
	const actions = {
		// The density is always 1, because `pixels` has one pixel for each unit; the drawing still has that of the screen.
		pixelDensity: (_density?: number) => 1,
		keyIsDown: (key: number | string) => programInput.isKeyDown(key),
		millis: () => programInput.elapsedMilliseconds,
		fit: fitSheetToCanvas,
		createCanvas: (width: number, height: number) => fitSheetToCanvas(width, height),
		push: () => surface.pushStyle(),
		pop: () => surface.popStyle(),
		translate(x: number, y: number) {
			guard.requireNumbers('translate', ['x', 'y'], [x, y]);
			surface.context.translate(x, y);
		},
		rotate(angle: number) {
			guard.requireNumbers('rotate', ['angle'], [angle]);
			surface.context.rotate(angleUnit.toRadians(angle));
		},
		scale(x: number, y = x) {
			guard.requireNumbers('scale', ['x', 'y'], [x, y]);
			surface.context.scale(x, y);
		},
		createVector: (x = 0, y = 0, z = 0) => new Vector(angleUnit, x, y, z),
		layer(name: string, version: string, paint: () => void, area?: LayerArea) {
			if (area !== undefined) {
				const { x, y, width, height } = area;
				guard.requireNumbers('layer', ['x', 'y', 'width', 'height'], [x, y, width, height]);
			}
			surface.paintLayer(name, version, paint, area);
		},
		createGraphics(width: number, height: number): object {
			guard.requireNumbers('createGraphics', ['width', 'height'], [width, height]);
			const density = surface.pixelRatio;
			const canvas = surface.makeCanvas(Math.ceil(width * density), Math.ceil(height * density));
			const context = canvas?.getContext('2d') as DrawingContext | null | undefined;
			if (!canvas || !context) throw new Error('There is no room for another sheet.');
			const graphicsModule = createDrawModule({ ...host, language, dataFiles, onDescribe: () => undefined });
			graphicsModule.attachContext(context, width, height, density);
			graphicsModule.beginFrame(0);
			graphicsModule.setPictures(pictureByPath);
			graphicsModule.setSounds(soundArrivals);
			graphicsModule.setStore(programStore);
			graphicsModule.setLabels(labels);
			drawablePictures.addPictureOfGraphics(graphicsModule.module, new Picture(canvas, surface.makeCanvas, density));
			return graphicsModule.module;
		},
		textOutput: () => shapeList.beginNamingShapes()
	};
	const module = Object.defineProperties({}, Object.getOwnPropertyDescriptors(changingValues)) as Readonly<
		typeof changingValues
	>;
	// The calls are nested, because TypeScript infers `any` for `Object.assign` with more than four sources.
	const fullModule = Object.assign(
		Object.assign(module, p5Constants, actions, createColourFunctions(surface)),
		Object.assign(
			Object.assign(createShapeFunctions(surface, angleUnit, shapeList), createFreeShapeFunctions(surface, shapeList)),
			createModeAndAngleFunctions(surface, angleUnit),
			Object.assign(drawPace.createDrawFunctions(), createCursorFunctions(host.onCursor ?? (() => undefined))),
			dateFunctions,
			pictureDescription.createDrawFunctions(),
			canvasPixels.createDrawFunctions()
		),
		Object.assign(
			createTextFunctions(surface, () => labels),
			createPictureFunctions(surface, drawablePictures),
			createDataFileFunctions({
				language: () => language,
				guard,
				callAfterRunningCode: (callback) => drawablePictures.callAfterRunningCode(callback),
				dataFiles
			})
		),
		Object.assign(
			createNumberFunctions(guard, host.random ?? Math.random),
			createNoteFunctions(() => language, host.onNote ?? (() => undefined)),
			createSoundFunctions({
				language: () => language,
				soundArrivals: () => soundArrivals,
				guard,
				onSoundCommand: host.onSoundCommand ?? (() => undefined)
			}),
			createStoreFunctions(
				createStoreGuard(() => language),
				() => programStore
			)
		)
	);

	return {
		/** The exports of `braise/draw`. Values that change are getters, so read them from this object each time. */
		module: fullModule,
		/**
		 * Sets the context, its size in CSS pixels, and the number of device pixels per CSS pixel. Call it again after each change
		 * of size.
		 */
		attachContext(context: DrawingContext, width: number, height: number, pixelRatio = 1) {
			surface.attachContext(context, width, height, pixelRatio);
		},
		hasSize: (width: number, height: number, pixelRatio: number) => surface.hasSize(width, height, pixelRatio),
		/** Returns the device pixels of a logical unit and the logical origin, in device pixels; undefined before `attachContext`. */
		placement: () => surface.devicePlacement,
		closeOpenPushes: () => surface.closeOpenPushes(),
		/** Begins a frame. `time` is in milliseconds of the run's clock. */
		beginFrame(time: number) {
			surface.beginFrame();
			programInput.beginFrame(time);
		},
		endFrame() {
			programInput.endFrame();
			const words = shapeList.takeShapesDescription();
			if (words !== undefined) pictureDescription.setShapesDescription(words);
		},
		isDrawingDue: (time: number) => drawPace.takeDrawingTurn(time),
		pointer: (event: DrawPointer) => programInput.receivePointer(event),
		keyboard: (event: DrawKey) => programInput.receiveKey(event),
		setLabels(next: Record<string, string>) {
			labels = next;
		},
		/** Sets the pictures that `loadImage` finds, by path; null for a picture that has not arrived in this browser. */
		setPictures(next: ReadonlyMap<string, PictureSource | null>) {
			pictureByPath = next;
			drawablePictures.setPictures(pictureByPath, surface.makeCanvas);
		},
		setSounds(next: SoundArrivalByPath) {
			soundArrivals = next;
		},
		/** Sets where `storeItem` keeps values; undefined where a program keeps none. */
		setStore(next: ProgramStore | undefined) {
			programStore = next;
		},
		callWaitingCallbacks: () => drawablePictures.callWaitingCallbacks(),
		setLanguage(next: DrawLanguage) {
			language = next;
		},
		reset() {
			surface.fitLogicalArea(undefined);
			surface.style = createInitialStyle();
			angleUnit.mode = 'radians';
			drawPace.reset();
		}
	};
}

export type DrawModule = ReturnType<typeof createDrawModule>;
