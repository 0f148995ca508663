/** A worker with its own canvas, whose last picture stays until another replaces it. */
import type { CursorShape } from '../../cursor-shape.ts';
import type { StageSize } from '../../protocol.ts';
import { WatchedWorker } from './watched-worker.ts';

/** Longest time in milliseconds from drawing a frame until it is visible. */
const LONGEST_DISPLAY_DELAY_MILLISECONDS = 100;

/**
 * True in Firefox, which empties a canvas when its worker ends. The worker is asked for its last picture there, because copying
 * the canvas would block the frame while the worker loops.
 */
const IS_CANVAS_LOST_WITH_WORKER = navigator.userAgent.includes('Firefox/');

export type ProgramStopReason = 'asked' | 'error' | 'hang' | 'replaced';

export class CanvasWorker {
	readonly worker = new WatchedWorker();
	readonly canvas = document.createElement('canvas');

	constructor(stage: HTMLElement, size: StageSize) {
		stage.append(this.canvas);
		const canvas = this.canvas.transferControlToOffscreen();
		this.worker.sendToWorker({ type: 'canvas', canvas, size }, [canvas]);
	}

	/** Sets how the pointer looks above this canvas, until the worker ends. */
	showCursor(shape: CursorShape): void {
		this.canvas.style.cursor = shape;
	}

	/**
	 * Ends the worker and keeps its picture until another replaces it. The worker of a program that still answers ends a little
	 * later, because its last picture may not be visible yet.
	 */
	endWorker(reason: ProgramStopReason = 'replaced'): void {
		this.worker.sendToWorker({ type: 'pause' });
		this.canvas.style.cursor = '';
		const isShown = this.canvas.classList.contains('shown');
		if (!isShown) this.canvas.remove();
		const isPictureAsked = IS_CANVAS_LOST_WITH_WORKER && isShown && reason !== 'hang';
		if (isPictureAsked) this.#keepPicture();
		if (isPictureAsked || reason === 'asked' || reason === 'error')
			setTimeout(() => this.worker.endWorker(), LONGEST_DISPLAY_DELAY_MILLISECONDS);
		else this.worker.endWorker();
	}

	#keepPicture(): void {
		this.worker.onMessage = (message) => {
			if (message.type !== 'picture') return;
			const copy = document.createElement('canvas');
			copy.width = message.picture.width;
			copy.height = message.picture.height;
			copy.className = this.canvas.className;
			copy.getContext('2d')?.drawImage(message.picture, 0, 0);
			this.canvas.replaceWith(copy);
			this.worker.endWorker();
		};
		this.worker.sendToWorker({ type: 'picture' });
	}
}
