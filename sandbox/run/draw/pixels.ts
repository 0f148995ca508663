import { channelsOfColourArguments } from './colour.ts';
import type { DrawingContext, DrawingSurface } from './surface.ts';

/** Red, green, blue and opacity of a pixel, each from 0 to 255. */
export type Pixel = [red: number, green: number, blue: number, alpha: number];

export function readPixel(context: DrawingContext, x: number, y: number): Pixel {
	const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(Math.floor(x), Math.floor(y), 1, 1).data;
	return [red, green, blue, alpha];
}

export class CanvasPixels {
	#loadedPixels: ImageData | undefined;
	#copyContext: DrawingContext | undefined;
	readonly #surface: DrawingSurface;

	constructor(surface: DrawingSurface) {
		this.#surface = surface;
	}

	/** The pixels that `loadPixels` read; empty before. */
	get data(): Uint8ClampedArray {
		return this.#loadedPixels?.data ?? new Uint8ClampedArray();
	}

	createDrawFunctions() {
		return {
			loadPixels: () => this.#readPixels(),
			updatePixels: () => this.#writePixels(),
			get: (x: number, y: number): Pixel => {
				this.#surface.guard.requireNumbers('get', ['x', 'y'], [x, y]);
				const { left, top, scale } = this.#measurePlacement();
				return readPixel(this.#surface.context, left + x * scale, top + y * scale);
			},
			set: (x: number, y: number, ...colour: unknown[]) => {
				this.#surface.guard.requireNumbers('set', ['x', 'y'], [x, y]);
				const image = this.#loadedPixels ?? this.#readPixels();
				if (image === undefined || x < 0 || y < 0 || x >= image.width || y >= image.height) return;
				const [red, green, blue, opacity] = channelsOfColourArguments(this.#surface, 'set', colour);
				image.data.set([red, green, blue, opacity * 255], (Math.floor(y) * image.width + Math.floor(x)) * 4);
			}
		};
	}

	#measurePlacement() {
		const { placement, pixelRatio } = this.#surface;
		const [left, top, scale] = [placement.x * pixelRatio, placement.y * pixelRatio, placement.scale * pixelRatio];
		return { left, top, scale, width: this.#surface.width * scale, height: this.#surface.height * scale };
	}

	#readPixels(): ImageData | undefined {
		const [width, height] = [
			Math.max(1, Math.floor(this.#surface.width)),
			Math.max(1, Math.floor(this.#surface.height))
		];
		const canvas = this.#surface.makeCanvas(width, height);
		this.#copyContext = (canvas?.getContext('2d') as DrawingContext | null | undefined) ?? undefined;
		const place = this.#measurePlacement();
		this.#copyContext?.drawImage(
			this.#surface.context.canvas,
			place.left,
			place.top,
			place.width,
			place.height,
			0,
			0,
			width,
			height
		);
		this.#loadedPixels = this.#copyContext?.getImageData(0, 0, width, height);
		return this.#loadedPixels;
	}

	#writePixels(): void {
		const [image, copy] = [this.#loadedPixels, this.#copyContext];
		if (image === undefined || copy === undefined) return;
		copy.putImageData(image, 0, 0);
		const { context } = this.#surface;
		const { left, top, width, height } = this.#measurePlacement();
		context.save();
		context.setTransform(1, 0, 0, 1, 0, 0);
		context.globalAlpha = 1;
		context.globalCompositeOperation = 'source-over';
		context.imageSmoothingEnabled = false;
		context.clearRect(left, top, width, height);
		context.drawImage(copy.canvas, left, top, width, height);
		context.restore();
	}
}
