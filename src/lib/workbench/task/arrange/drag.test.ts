import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LineDrag } from './drag.svelte.ts';

/** A fake row, or a fake part of a row, with only what a drag uses. */
class FakeRow extends EventTarget {
	readonly #part: string;
	constructor(part: string) {
		super();
		this.#part = part;
	}
	closest = (selector: string) => (selector === this.#part ? this : null);
	setPointerCapture = () => undefined;
	getBoundingClientRect = () => ({ left: 0, right: 100, top: 0, bottom: 100 });
	querySelectorAll = () => [];
}

beforeEach(() => {
	vi.stubGlobal('Element', FakeRow);
	vi.stubGlobal('HTMLElement', FakeRow);
});
afterEach(() => {
	vi.unstubAllGlobals();
});

/** Presses a part of line 3's row, moves far below the program and lets go. Returns the lines dropped outside the program. */
function dragLineOut(pointerType: string, part: string): number[] {
	const row = new FakeRow('li');
	const droppedOutside: number[] = [];
	const drag = new LineDrag({
		findProgramLinesElement: () => row as unknown as HTMLElement,
		ondropinside: () => undefined,
		ondropoutside: (line) => droppedOutside.push(line)
	});
	const press = { button: 0, pointerType, target: new FakeRow(part), currentTarget: row, clientX: 50, clientY: 50 };
	drag.beginDrag(press as unknown as PointerEvent, 3);
	for (const type of ['pointermove', 'pointerup'])
		row.dispatchEvent(Object.assign(new Event(type), { pointerId: 1, clientX: 50, clientY: 500 }));
	return droppedOutside;
}

test('a mouse drags a line by any part of its row but the small buttons', () => {
	expect(dragLineOut('mouse', '.text')).toEqual([3]);
	expect(dragLineOut('mouse', '.small')).toEqual([]);
});

test('a finger drags a line only by its grip, and a swipe over the row moves nothing', () => {
	expect(dragLineOut('touch', '.text')).toEqual([]);
	expect(dragLineOut('touch', '.grip')).toEqual([3]);
});
