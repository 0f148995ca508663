/** Forwards pointer and keyboard events to the program, except Tab, which always moves the focus out of the frame. */
import type { StageInFrame } from './stage.ts';

const KIND_BY_POINTER_EVENT = {
	pointermove: 'move',
	pointerdown: 'down',
	pointerup: 'up',
	pointercancel: 'cancel'
} as const;

/** Keys whose default action would scroll the surrounding page. */
const SCROLL_KEYS = new Set([' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

export function forwardGesturesToProgram(element: HTMLElement, stage: StageInFrame): void {
	for (const name of Object.keys(KIND_BY_POINTER_EVENT) as (keyof typeof KIND_BY_POINTER_EVENT)[]) {
		element.addEventListener(name, (event) => {
			if (name === 'pointerdown') {
				element.focus();
				element.setPointerCapture(event.pointerId);
			}
			// On a touch screen, browsers allow sound from `pointerup` on, elsewhere from `pointerdown`.
			if (name !== 'pointermove') stage.wakeSound();
			stage.forwardInput({ type: 'pointer', kind: KIND_BY_POINTER_EVENT[name], x: event.offsetX, y: event.offsetY });
		});
	}
	const forwardKey = (event: KeyboardEvent, kind: 'down' | 'up') => {
		if (event.key === 'Tab' || event.ctrlKey || event.altKey || event.metaKey || !stage.isPlaying) return;
		if (SCROLL_KEYS.has(event.key)) event.preventDefault();
		// Shift alone may be on its way out of the picture, with Tab.
		if (event.key !== 'Shift') stage.wakeSound();
		stage.forwardInput({ type: 'key', kind, key: event.key, keyCode: event.keyCode });
	};
	element.addEventListener('keydown', (event) => forwardKey(event, 'down'));
	element.addEventListener('keyup', (event) => forwardKey(event, 'up'));
}
