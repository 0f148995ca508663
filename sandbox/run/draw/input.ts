import type { DrawingSurface } from './surface.ts';
import type { CanvasPixels } from './pixels.ts';
import { isCursorShape, type CursorShape } from '../../cursor-shape.ts';

/** A pointer event. Positions are in CSS pixels from the canvas's top left corner. */
export interface DrawPointer {
	type: 'move' | 'down' | 'up' | 'cancel';
	x: number;
	y: number;
}

export interface DrawKey {
	type: 'down' | 'up';
	key: string;
	keyCode: number;
}

export class PointerAndKeyState {
	x = 0;
	y = 0;
	previousX = 0;
	previousY = 0;
	isPressed = false;
	key = '';
	keyCode = 0;
	readonly keyByPressedCode = new Map<number, string>();
	frameCount = 0;
	elapsedMilliseconds = 0;
	frameMilliseconds = 0;
	#pointerPosition = { x: 0, y: 0 };
	#firstFrameTime: number | undefined;
	#latestFrameTime: number | undefined;
	readonly #surface: DrawingSurface;

	constructor(surface: DrawingSurface) {
		this.#surface = surface;
	}

	receivePointer({ type, x, y }: DrawPointer): void {
		this.#pointerPosition = { x, y };
		if (type === 'down') this.isPressed = true;
		if (type === 'up' || type === 'cancel') this.isPressed = false;
		this.#updatePosition();
	}

	receiveKey({ type, key, keyCode }: DrawKey): void {
		if (type === 'up') {
			this.keyByPressedCode.delete(keyCode);
			return;
		}
		this.key = key;
		this.keyCode = keyCode;
		this.keyByPressedCode.set(keyCode, key);
	}

	/** Begins a frame. `time` is in milliseconds of the run's clock. */
	beginFrame(time: number): void {
		this.#firstFrameTime ??= time;
		this.frameMilliseconds = this.#latestFrameTime === undefined ? 0 : time - this.#latestFrameTime;
		this.#latestFrameTime = time;
		this.elapsedMilliseconds = time - this.#firstFrameTime;
		this.frameCount += 1;
	}

	endFrame(): void {
		this.previousX = this.x;
		this.previousY = this.y;
	}

	isKeyDown(key: number | string): boolean {
		if (typeof key === 'number') return this.keyByPressedCode.has(key);
		return [...this.keyByPressedCode.values()].some((name) => name.toLowerCase() === key.toLowerCase());
	}

	#updatePosition(): void {
		const { scale, x, y } = this.#surface.placement;
		this.x = (this.#pointerPosition.x - x) / scale;
		this.y = (this.#pointerPosition.y - y) / scale;
	}
}

/** Returns the values as getters, so that each reading gives the present one. */
export function createChangingValueGetters(
	surface: DrawingSurface,
	programInput: PointerAndKeyState,
	canvasPixels: CanvasPixels
) {
	return {
		get width() {
			return surface.width;
		},
		get height() {
			return surface.height;
		},
		get canvasWidth() {
			return surface.canvas.width;
		},
		get canvasHeight() {
			return surface.canvas.height;
		},
		get windowWidth() {
			return surface.canvas.width;
		},
		get windowHeight() {
			return surface.canvas.height;
		},
		// A program is not told the size of the screen, by which a machine could be recognised.
		get displayWidth() {
			return surface.canvas.width;
		},
		get displayHeight() {
			return surface.canvas.height;
		},
		get mouseX() {
			return programInput.x;
		},
		get mouseY() {
			return programInput.y;
		},
		get pmouseX() {
			return programInput.previousX;
		},
		get pmouseY() {
			return programInput.previousY;
		},
		get mouseIsPressed() {
			return programInput.isPressed;
		},
		get key() {
			return programInput.key;
		},
		get keyCode() {
			return programInput.keyCode;
		},
		get keyIsPressed() {
			return programInput.keyByPressedCode.size > 0;
		},
		get frameCount() {
			return programInput.frameCount;
		},
		get deltaTime() {
			return programInput.frameMilliseconds;
		},
		get pixels() {
			return canvasPixels.data;
		},
		get drawingContext() {
			return surface.context;
		}
	};
}

/** Calls `onChange` for each new shape only, because a sketch may choose one in every frame. */
export function createCursorFunctions(onChange: (shape: CursorShape) => void) {
	let currentShape: CursorShape = 'default';
	const setCursorShape = (shape: CursorShape): void => {
		if (shape === currentShape) return;
		currentShape = shape;
		onChange(shape);
	};
	return {
		/** Sets the shape, by a constant or its name in CSS. Any other text changes nothing, as in p5. */
		cursor: (shape: unknown = 'default') => {
			if (isCursorShape(shape)) setCursorShape(shape);
		},
		noCursor: () => setCursorShape('none')
	};
}
