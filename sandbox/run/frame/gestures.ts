/** Forwards pointer and keyboard events to the program, except Tab and shortcuts, which stay with the browser. */
import { HeldKeys } from '../held-keys.ts';
import type { StageInFrame } from './stage.ts';

const KIND_BY_POINTER_EVENT = {
	pointermove: 'move',
	pointerdown: 'down',
	pointerup: 'up',
	pointercancel: 'cancel'
} as const;

/** Keys whose default action would scroll the surrounding page. */
const SCROLL_KEYS = new Set([' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);
/** Alone, they belong to no shortcut yet, and a program may want to know of them. */
const MODIFIER_KEYS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);

/** Returns whether a key goes to the program. Tab always moves the focus out of the frame. */
const isForProgram = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
	MODIFIER_KEYS.has(key) || (key !== 'Tab' && !ctrlKey && !altKey && !metaKey);

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
	const heldKeys = new HeldKeys((kind, key) => stage.forwardInput({ type: 'key', kind, ...key }));
	element.addEventListener('keydown', (event) => {
		if (!stage.isPlaying || !isForProgram(event)) return;
		if (SCROLL_KEYS.has(event.key)) event.preventDefault();
		// Shift alone may be on its way out of the picture, with Tab.
		if (!MODIFIER_KEYS.has(event.key)) stage.wakeSound();
		heldKeys.press(event);
	});
	// Whatever is held meanwhile: a key may go down alone and up beside Control.
	element.addEventListener('keyup', (event) => heldKeys.release(event));
	element.addEventListener('blur', () => heldKeys.releaseAll());
}
