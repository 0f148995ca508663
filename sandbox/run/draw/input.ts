/** Pointer, keyboard and time as the program sees them. */
import type { DrawingSurface } from './surface.ts';

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

export class ProgramInput {
	x = 0;
	y = 0;
	previousX = 0;
	previousY = 0;
	pressed = false;
	key = '';
	keyCode = 0;
	readonly down = new Map<number, string>();
	frame = 0;
	time = 0;
	delta = 0;
	#pointer = { x: 0, y: 0 };
	#started: number | undefined;
	#latest: number | undefined;
	readonly #surface: DrawingSurface;

	constructor(surface: DrawingSurface) {
		this.#surface = surface;
	}

	receivePointer({ type, x, y }: DrawPointer): void {
		this.#pointer = { x, y };
		if (type === 'down') this.pressed = true;
		if (type === 'up' || type === 'cancel') this.pressed = false;
		this.#locate();
	}

	receiveKey({ type, key, keyCode }: DrawKey): void {
		if (type === 'up') {
			this.down.delete(keyCode);
			return;
		}
		this.key = key;
		this.keyCode = keyCode;
		this.down.set(keyCode, key);
	}

	/** Begins a frame. `time` is in milliseconds of the run's clock. */
	beginFrame(time: number): void {
		this.#started ??= time;
		this.delta = this.#latest === undefined ? 0 : time - this.#latest;
		this.#latest = time;
		this.time = time - this.#started;
		this.frame += 1;
	}

	endFrame(): void {
		this.previousX = this.x;
		this.previousY = this.y;
	}

	isDown(key: number | string): boolean {
		if (typeof key === 'number') return this.down.has(key);
		return [...this.down.values()].some((name) => name.toLowerCase() === key.toLowerCase());
	}

	#locate(): void {
		const { scale, x, y } = this.#surface.placement;
		this.x = (this.#pointer.x - x) / scale;
		this.y = (this.#pointer.y - y) / scale;
	}
}
