import { expect, test } from 'vitest';
import { forwardGesturesToProgram } from './gestures.ts';
import type { StageInFrame } from './stage.ts';

function startStage() {
	const element = new EventTarget();
	const keyLines: string[] = [];
	const stage: Pick<StageInFrame, 'isPlaying' | 'wakeSound' | 'forwardInput'> = {
		isPlaying: true,
		wakeSound: () => undefined,
		forwardInput: (input) => {
			if (input.type === 'key') keyLines.push(`${input.kind} ${input.key}`);
		}
	};
	forwardGesturesToProgram(element as HTMLElement, stage as StageInFrame);
	/** Sends a key event, and returns whether its default action was not prevented. */
	const sendKey = (type: 'keydown' | 'keyup', key: string, held: Partial<KeyboardEvent> = {}): boolean => {
		const keyCode = key.toUpperCase().charCodeAt(0) + key.length;
		const released = { ctrlKey: false, altKey: false, metaKey: false };
		return element.dispatchEvent(
			Object.assign(new Event(type, { cancelable: true }), { key, keyCode, ...released, ...held })
		);
	};
	return { element, keyLines, sendKey };
}

test('a key released while a modifier key is held is released for the program too', () => {
	const { keyLines, sendKey } = startStage();
	sendKey('keydown', 'a');
	sendKey('keydown', 'Control', { ctrlKey: true });
	sendKey('keyup', 'a', { ctrlKey: true });
	sendKey('keydown', 'Alt', { ctrlKey: true, altKey: true });
	sendKey('keyup', 'Alt', { ctrlKey: true });
	sendKey('keyup', 'Control');
	expect(keyLines).toEqual(['down a', 'down Control', 'up a', 'down Alt', 'up Alt', 'up Control']);
});

test('shortcuts and Tab go to the browser and not to the program', () => {
	const { keyLines, sendKey } = startStage();
	const modifiers = { ctrlKey: true };
	expect(sendKey('keydown', 'ArrowLeft', modifiers)).toBe(true);
	sendKey('keyup', 'ArrowLeft', modifiers);
	sendKey('keydown', 'Tab');
	sendKey('keyup', 'Tab');
	expect(keyLines).toEqual([]);
	expect(sendKey('keydown', 'ArrowLeft')).toBe(false);
});

test('held keys are released when the stage loses focus or the Meta key is released', () => {
	const { element, keyLines, sendKey } = startStage();
	sendKey('keydown', 'a');
	sendKey('keydown', 'Shift');
	element.dispatchEvent(new Event('blur'));
	expect(keyLines.splice(0)).toEqual(['down a', 'down Shift', 'up a', 'up Shift']);
	sendKey('keydown', 'a');
	sendKey('keydown', 'Meta', { metaKey: true });
	sendKey('keyup', 'Meta');
	expect(keyLines.splice(0)).toEqual(['down a', 'down Meta', 'up Meta', 'up a']);
	element.dispatchEvent(new Event('blur'));
	expect(keyLines).toEqual([]);
});
