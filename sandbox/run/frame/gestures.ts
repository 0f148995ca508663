import { HeldKeys } from '../held-keys.ts';
import type { StageInFrame } from './stage.ts';

const INPUT_KIND_BY_POINTER_EVENT = {
	pointermove: 'move',
	pointerdown: 'down',
	pointerup: 'up',
	pointercancel: 'cancel'
} as const;

/** Keys whose default action would scroll the surrounding page. */
const SCROLL_KEYS = new Set([' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);
/** Keys that go to the program when pressed alone, because alone they are no shortcut. */
const MODIFIER_KEYS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);

/** Returns whether a key goes to the program. Tab always moves the focus out of the frame. */
const isKeyForProgram = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
	MODIFIER_KEYS.has(key) || (key !== 'Tab' && !ctrlKey && !altKey && !metaKey);

export function forwardGesturesToProgram(element: HTMLElement, stage: StageInFrame): void {
	for (const name of Object.keys(INPUT_KIND_BY_POINTER_EVENT) as (keyof typeof INPUT_KIND_BY_POINTER_EVENT)[]) {
		element.addEventListener(name, (event) => {
			if (name === 'pointerdown') {
				element.focus();
				element.setPointerCapture(event.pointerId);
			}
			// On a touch screen, browsers allow sound from `pointerup` on, elsewhere from `pointerdown`.
			if (name !== 'pointermove') stage.wakeSound();
			stage.forwardInput({
				type: 'pointer',
				kind: INPUT_KIND_BY_POINTER_EVENT[name],
				x: event.offsetX,
				y: event.offsetY
			});
		});
	}
	const heldKeys = new HeldKeys((kind, key) => stage.forwardInput({ type: 'key', kind, ...key }));
	element.addEventListener('keydown', (event) => {
		if (!stage.isPlaying || !isKeyForProgram(event)) return;
		if (SCROLL_KEYS.has(event.key)) event.preventDefault();
		// A modifier key does not count as a person's use of the picture: Shift may be the beginning of Shift+Tab, which leaves
		// the picture.
		if (!MODIFIER_KEYS.has(event.key)) stage.wakeSound();
		heldKeys.pressKey(event);
	});
	// Releases a key even while a modifier is held, because a key may be pressed alone and released together with Control.
	element.addEventListener('keyup', (event) => heldKeys.releaseKey(event));
	element.addEventListener('blur', () => heldKeys.releaseAllKeys());
}
