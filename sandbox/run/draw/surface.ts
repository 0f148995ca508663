import { RGB_MODE, type ColourChannels, type ColourMode, type ShapeBoxMode } from './constants.ts';
import type { ArgumentGuard } from './guard.ts';
import { pixelAreaOf, type LayerArea } from './layer-area.ts';

/** Both types of context, because the module uses only what canvases of pages and of workers have in common. */
export type DrawingContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export interface DrawingStyle {
	fill: string | CanvasGradient | null;
	stroke: string | CanvasGradient | null;
	strokeWeight: number;
	textSize: number;
	textStyle: string;
	textFont: string;
	rectMode: ShapeBoxMode;
	ellipseMode: ShapeBoxMode;
	imageMode: ShapeBoxMode;
	/** Colour and opacity with which pictures are multiplied; null for none. */
	tint: ColourChannels | null;
	colourMode: ColourMode;
}

const DEFAULT_TEXT_FONT = "'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', system-ui, sans-serif";

export const createInitialStyle = (): DrawingStyle => ({
	fill: '#ffffff',
	stroke: '#000000',
	strokeWeight: 1,
	textSize: 16,
	textStyle: 'normal',
	textFont: DEFAULT_TEXT_FONT,
	rectMode: 'corner',
	ellipseMode: 'center',
	imageMode: 'corner',
	tint: null,
	colourMode: RGB_MODE
});

interface LogicalArea {
	width: number;
	height: number;
}

/** Creates a hidden canvas, with a size in device pixels. Returns undefined where there can be no such canvas. */
export type CreateHiddenCanvas = (width: number, height: number) => OffscreenCanvas | HTMLCanvasElement | undefined;

interface PaintedLayer {
	version: string;
	image: OffscreenCanvas | HTMLCanvasElement;
}

export class DrawingSurface {
	style = createInitialStyle();
	canvas: LogicalArea = { width: 100, height: 100 };
	pixelRatio = 1;
	#context: DrawingContext | undefined;
	#fittedArea: LogicalArea | undefined;
	#savedStyles: DrawingStyle[] = [];
	#layerByName = new Map<string, PaintedLayer>();
	/** Top left corner of the layer that is being painted, in pixels of the canvas. */
	#layerOrigin = { x: 0, y: 0 };
	onCover: () => void = () => undefined;
	isPaintingLayer = false;
	readonly guard: ArgumentGuard;
	readonly makeCanvas: CreateHiddenCanvas;

	constructor(guard: ArgumentGuard, makeCanvas: CreateHiddenCanvas) {
		this.guard = guard;
		this.makeCanvas = makeCanvas;
	}

	get context(): DrawingContext {
		if (this.#context === undefined) throw new Error('There is nothing to draw on yet.');
		return this.#context;
	}

	get width(): number {
		return this.#fittedArea?.width ?? this.canvas.width;
	}
	get height(): number {
		return this.#fittedArea?.height ?? this.canvas.height;
	}

	/** CSS pixels per logical unit, and the position of the logical area's origin. */
	get placement(): { scale: number; x: number; y: number } {
		const area = this.#fittedArea;
		if (area === undefined) return { scale: 1, x: 0, y: 0 };
		const scale = Math.min(this.canvas.width / area.width, this.canvas.height / area.height);
		return {
			scale,
			x: (this.canvas.width - area.width * scale) / 2,
			y: (this.canvas.height - area.height * scale) / 2
		};
	}

	/** The same as `placement`, in device pixels; undefined before there is a canvas. */
	get devicePlacement(): { scale: number; x: number; y: number } | undefined {
		if (this.#context === undefined) return undefined;
		const { scale, x, y } = this.placement;
		return { scale: scale * this.pixelRatio, x: x * this.pixelRatio, y: y * this.pixelRatio };
	}

	attachContext(context: DrawingContext, width: number, height: number, pixelRatio: number): void {
		// Lines get round ends only at the first call, because later the program may have chosen other ends.
		if (this.#context === undefined) context.lineCap = 'round';
		this.#context = context;
		this.canvas = { width, height };
		this.pixelRatio = pixelRatio;
		this.#layerByName.clear();
		this.applyPlacementTransform();
	}

	hasSize(width: number, height: number, pixelRatio: number): boolean {
		const { canvas } = this;
		const isSame = canvas.width === width && canvas.height === height && this.pixelRatio === pixelRatio;
		return isSame && this.#context !== undefined;
	}

	fitLogicalArea(area: LogicalArea | undefined): void {
		const currentArea = this.#fittedArea;
		if (currentArea?.width === area?.width && currentArea?.height === area?.height) return;
		this.#fittedArea = area;
		this.applyPlacementTransform();
	}

	applyPlacementTransform(): void {
		if (this.#context === undefined) return;
		const { scale, x, y } = this.placement;
		const ratio = this.pixelRatio;
		this.#context.setTransform(
			scale * ratio,
			0,
			0,
			scale * ratio,
			x * ratio - this.#layerOrigin.x,
			y * ratio - this.#layerOrigin.y
		);
	}

	beginFrame(): void {
		this.closeOpenPushes();
		this.applyPlacementTransform();
	}

	closeOpenPushes(): void {
		while (this.#savedStyles.length > 0) this.popStyle();
	}

	pushStyle(): void {
		this.context.save();
		this.#savedStyles.push({ ...this.style });
	}

	popStyle(): void {
		const style = this.#savedStyles.pop();
		if (style === undefined) return this.guard.refuseUnbalancedPop();
		this.style = style;
		this.context.restore();
	}

	fillWholeCanvas(fill: string | CanvasGradient | null): void {
		this.onCover();
		const { context, pixelRatio } = this;
		const { width, height } = this.canvas;
		context.save();
		context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
		if (fill === null) context.clearRect(0, 0, width, height);
		else if (typeof fill === 'string') {
			context.fillStyle = fill;
			context.fillRect(0, 0, width, height);
		} else {
			// The points of a gradient are in the units of the sheet, which may be smaller than the canvas.
			const { scale, x, y } = this.placement;
			this.applyPlacementTransform();
			context.fillStyle = fill;
			context.fillRect(-x / scale, -y / scale, width / scale, height / scale);
		}
		context.restore();
	}

	/**
	 * Paints a layer once, and draws the kept picture until `version`, size or logical area changes. `area`, in logical units, must
	 * contain everything that `paint` draws; by default it is the whole canvas. Without a second canvas, `paint` draws in every
	 * frame.
	 */
	paintLayer(name: string, version: string, paint: () => void, area?: LayerArea): void {
		const { width, height } = this.canvas;
		const pixelArea = pixelAreaOf(area, this.canvas, this.placement, this.pixelRatio);
		if (pixelArea.width <= 0 || pixelArea.height <= 0) return;
		const fullVersion = `${version} ${width} ${height} ${this.pixelRatio} ${this.width} ${this.height} ${Object.values(pixelArea).join(' ')}`;
		let layer = this.#layerByName.get(name);
		if (layer?.version !== fullVersion) {
			layer = this.#paintLayer(fullVersion, pixelArea, paint, layer?.image);
			if (layer === undefined) return paint();
			this.#layerByName.set(name, layer);
		}
		const context = this.context;
		context.save();
		context.setTransform(1, 0, 0, 1, 0, 0);
		context.drawImage(layer.image, pixelArea.x - this.#layerOrigin.x, pixelArea.y - this.#layerOrigin.y);
		context.restore();
	}

	/** Reuses a canvas of the same size, because the first drawing on a new canvas takes milliseconds. */
	#paintLayer(
		version: string,
		pixelArea: LayerArea,
		paint: () => void,
		previousCanvas?: PaintedLayer['image']
	): PaintedLayer | undefined {
		const isReused = previousCanvas?.width === pixelArea.width && previousCanvas.height === pixelArea.height;
		const layerCanvas = isReused ? previousCanvas : this.makeCanvas(pixelArea.width, pixelArea.height);
		const context = layerCanvas?.getContext('2d') as DrawingContext | null | undefined;
		if (layerCanvas === undefined || context === null || context === undefined) return undefined;
		if (isReused) context.reset();
		const [outer, style, origin] = [this.#context, this.style, this.#layerOrigin];
		this.#context = context;
		this.style = createInitialStyle();
		this.#layerOrigin = pixelArea;
		this.applyPlacementTransform();
		const wasPaintingLayer = this.isPaintingLayer;
		this.isPaintingLayer = true;
		try {
			paint();
		} finally {
			this.isPaintingLayer = wasPaintingLayer;
			this.#context = outer;
			this.style = style;
			this.#layerOrigin = origin;
		}
		return { version, image: layerCanvas };
	}
}
