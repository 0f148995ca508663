/** The values of `braise/draw` that change while a sketch runs: sizes, pointer, keys, time and pixels. */
import type { PointerAndKeyState } from './input.ts';
import type { CanvasPixels } from './pixels.ts';
import type { DrawingSurface } from './surface.ts';

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
