import { type ColourChannels, shapeBoxOf, type ShapeBox, type ShapeBoxMode } from './constants.ts';
import { channelsOfColourArguments } from './colour.ts';
import { readPixel, type Pixel } from './pixels.ts';
import type { DrawingContext, CreateHiddenCanvas, DrawingSurface } from './surface.ts';

export type PictureSource = ImageBitmap | OffscreenCanvas | HTMLCanvasElement;

export class Picture {
	readonly #source: PictureSource;
	/** Pixels of the source per unit of the picture's size. */
	readonly #density: number;
	readonly #makeCanvas: CreateHiddenCanvas;
	readonly width: number;
	readonly height: number;
	readonly #isChangeable: boolean;
	#latestTint: { colour: string; source: PictureSource } | undefined;

	#pixelReader: DrawingContext | undefined;

	/** With `density`, `source` is a canvas on which the sketch may draw again, so nothing read from it is kept. */
	constructor(source: PictureSource, makeCanvas: CreateHiddenCanvas, density?: number) {
		this.#source = source;
		this.#makeCanvas = makeCanvas;
		this.#density = density ?? 1;
		this.#isChangeable = density !== undefined;
		this.width = source.width / this.#density;
		this.height = source.height / this.#density;
	}

	drawPart(surface: DrawingSurface, part: ShapeBox, box: ShapeBox): void {
		const { tint } = surface.style;
		const { context } = surface;
		const [left, top, width, height] = [part.x, part.y, part.width, part.height].map((value) => value * this.#density);
		context.save();
		context.globalAlpha *= tint?.[3] ?? 1;
		const source = this.#sourceInTint(tint);
		context.drawImage(source, left ?? 0, top ?? 0, width ?? 0, height ?? 0, box.x, box.y, box.width, box.height);
		context.restore();
	}

	get(x: number, y: number): Pixel {
		if (this.#pixelReader === undefined || this.#isChangeable) this.#pixelReader = this.#openReader();
		return this.#pixelReader === undefined
			? [0, 0, 0, 0]
			: readPixel(this.#pixelReader, x * this.#density, y * this.#density);
	}

	#openReader(): DrawingContext | undefined {
		const canvas = this.#makeCanvas(this.#source.width, this.#source.height);
		const context = canvas?.getContext('2d', { willReadFrequently: true }) as DrawingContext | null | undefined;
		context?.drawImage(this.#source, 0, 0);
		return context ?? undefined;
	}

	/** Returns the source with its pixels multiplied by a colour. Only the result for the last colour is kept. */
	#sourceInTint(tint: ColourChannels | null): PictureSource {
		const [red = 255, green = 255, blue = 255] = tint ?? [];
		if (red + green + blue === 255 * 3) return this.#source;
		const colour = `rgb(${red}, ${green}, ${blue})`;
		if (this.#latestTint?.colour !== colour || this.#isChangeable) {
			const canvas = this.#makeCanvas(this.#source.width, this.#source.height);
			const context = canvas?.getContext('2d') as DrawingContext | null | undefined;
			if (!canvas || !context) return this.#source;
			context.drawImage(this.#source, 0, 0);
			context.globalCompositeOperation = 'multiply';
			context.fillStyle = colour;
			context.fillRect(0, 0, this.#source.width, this.#source.height);
			// Multiplying also paints where the picture is transparent, so only the picture's own pixels are kept.
			context.globalCompositeOperation = 'destination-in';
			context.drawImage(this.#source, 0, 0);
			this.#latestTint = { colour, source: canvas };
		}
		return this.#latestTint.source;
	}
}

/** Holds everything that `image` can draw: pictures, and objects that `createGraphics` returned. */
export class DrawablePictures {
	#pictureByPath: ReadonlyMap<string, Picture | null> = new Map();
	/**
	 * Functions that the program passed to functions like `loadImage` and that are still to be called, in the order of the
	 * program's calls.
	 */
	readonly #waitingCallbacks: (() => void)[] = [];
	readonly #pictureByGraphics = new WeakMap<object, Picture>();

	setPictures(sources: ReadonlyMap<string, PictureSource | null>, makeCanvas: CreateHiddenCanvas): void {
		this.#pictureByPath = new Map(
			[...sources].map(([path, source]) => [path, source === null ? null : new Picture(source, makeCanvas)])
		);
	}
	addPictureOfGraphics(module: object, picture: Picture): void {
		this.#pictureByGraphics.set(module, picture);
	}
	/** The project's pictures; null for a picture that has not arrived in this browser. */
	get byPath(): ReadonlyMap<string, Picture | null> {
		return this.#pictureByPath;
	}
	/** Waits as p5 does, because `callback` may use the variable to which the result of `loadImage` is assigned. */
	callAfterRunningCode(callback: () => void): void {
		this.#waitingCallbacks.push(callback);
		queueMicrotask(() => this.#waitingCallbacks.shift()?.());
	}
	/** Calls all waiting functions at once, so that pictures of `preload` are there before `setup`. */
	callWaitingCallbacks(): void {
		for (
			let callback = this.#waitingCallbacks.shift();
			callback !== undefined;
			callback = this.#waitingCallbacks.shift()
		)
			callback();
	}
	pictureOf(drawable: unknown): Picture | undefined {
		if (drawable instanceof Picture) return drawable;
		return typeof drawable === 'object' && drawable !== null ? this.#pictureByGraphics.get(drawable) : undefined;
	}
}

export function createPictureFunctions(surface: DrawingSurface, drawablePictures: DrawablePictures) {
	const { guard } = surface;
	return {
		/** Returns the picture at once. A passed function, or code after `await`, runs after the running code. */
		loadImage(path: string, onload?: (picture: Picture) => void): Picture {
			const { file: picture } = guard.requireFile('picture', path, drawablePictures.byPath);
			if (typeof onload === 'function') drawablePictures.callAfterRunningCode(() => onload(picture));
			return picture;
		},
		image(drawable: object, x: number, y: number, width?: number, height?: number, ...part: number[]) {
			const picture = drawablePictures.pictureOf(drawable) ?? guard.refuseNonPicture(drawable);
			guard.requireNumbers('image', ['x', 'y'], [x, y]);
			const [fullWidth, fullHeight] = [width ?? picture.width, height ?? proportionalHeightOf(picture, width)];
			guard.requireNumbers('image', ['width', 'height'], [fullWidth, fullHeight]);
			const [left = 0, top = 0, partWidth = picture.width, partHeight = picture.height] = part;
			const box = shapeBoxOf(surface.style.imageMode, x, y, fullWidth, fullHeight);
			picture.drawPart(surface, { x: left, y: top, width: partWidth, height: partHeight }, box);
		},
		imageMode(mode: ShapeBoxMode) {
			surface.style.imageMode = mode;
		},
		tint(...values: unknown[]) {
			surface.style.tint = channelsOfColourArguments(surface, 'tint', values);
		},
		noTint() {
			surface.style.tint = null;
		}
	};
}

/**
 * Returns the height for a given width. A width alone keeps the picture's proportions; in p5 the height would be the picture's own.
 */
const proportionalHeightOf = (picture: Picture, width: number | undefined): number =>
	width === undefined ? picture.height : (picture.height * width) / picture.width;
