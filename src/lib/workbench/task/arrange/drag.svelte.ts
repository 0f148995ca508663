export interface DropTarget {
	/** Returns the list whose rows are the program's lines, each with its `data-line`. */
	findProgramLinesElement(): HTMLElement;
	/** Called when the line is dropped on the program; `at` is its index among the other lines. */
	ondropinside(line: number, at: number): void;
	ondropoutside(line: number): void;
}

/** Pixels around the program that still count as inside, and the least movement that counts as a drag instead of a click. */
const DROP_MARGIN_PIXELS = 24;
const LEAST_DRAG_PIXELS = 6;

export class LineDrag {
	/** The drag under way; null without one. `landingPosition` is the index at which the line would land, null outside the program. */
	currentDrag = $state<{ line: number; landingPosition: number | null } | null>(null);
	readonly #dropTarget: DropTarget;

	constructor(dropping: DropTarget) {
		this.#dropTarget = dropping;
	}

	/** A finger drags only by the grip, because elsewhere it scrolls the panel. */
	beginDrag(event: PointerEvent, line: number): void {
		const isPressInside = (part: string) => event.target instanceof Element && event.target.closest(part) !== null;
		if (event.button !== 0 || isPressInside('.small') || (event.pointerType === 'touch' && !isPressInside('.grip')))
			return;
		const row = event.currentTarget;
		if (!(row instanceof HTMLElement)) return;
		const followPointer = (next: PointerEvent) => {
			if (this.currentDrag === null) {
				if (Math.hypot(next.clientX - event.clientX, next.clientY - event.clientY) <= LEAST_DRAG_PIXELS) return;
				row.setPointerCapture(next.pointerId);
			}
			this.currentDrag = { line, landingPosition: this.#findLandingPosition(next, line) };
		};
		const endDrag = (next: PointerEvent) => {
			row.removeEventListener('pointermove', followPointer);
			row.removeEventListener('pointerup', endDrag);
			row.removeEventListener('pointercancel', endDrag);
			if (this.currentDrag === null) return;
			const over = next.type === 'pointercancel' ? null : this.#findLandingPosition(next, line);
			if (over !== null) this.#dropTarget.ondropinside(line, over);
			else if (next.type === 'pointerup') this.#dropTarget.ondropoutside(line);
			// After a drag the browser fires a click, which is ignored as long as `currentDrag` is set: unset it only afterwards.
			setTimeout(() => (this.currentDrag = null));
		};
		row.addEventListener('pointermove', followPointer);
		row.addEventListener('pointerup', endDrag);
		row.addEventListener('pointercancel', endDrag);
	}

	/** Returns the index at which the line would land if dropped here; null outside the program. */
	#findLandingPosition({ clientX, clientY }: PointerEvent, line: number): number | null {
		const program = this.#dropTarget.findProgramLinesElement();
		const box = program.getBoundingClientRect();
		if (clientX < box.left - DROP_MARGIN_PIXELS || clientX > box.right + DROP_MARGIN_PIXELS) return null;
		if (clientY < box.top - DROP_MARGIN_PIXELS || clientY > box.bottom + DROP_MARGIN_PIXELS) return null;
		const others = [...program.querySelectorAll<HTMLElement>('[data-line]')].filter(
			(row) => row.dataset['line'] !== String(line)
		);
		const below = others.findIndex((row) => {
			const { top, height } = row.getBoundingClientRect();
			return clientY < top + height / 2;
		});
		return below === -1 ? others.length : below;
	}
}
