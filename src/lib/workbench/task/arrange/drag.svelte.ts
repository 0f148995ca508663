/** Lets a student drag a line by its row, into the program or out of it. */
export interface Dropping {
	/** The list whose rows are the program's lines, each with its `data-line`. */
	program(): HTMLElement;
	/** Called when the line is dropped on the program; `at` is its position among the other lines. */
	onplace(line: number, at: number): void;
	/** Called when the line is dropped anywhere else. */
	onaway(line: number): void;
}

/** Pixels: the margin around the program that still counts as inside, and the least movement that is not a click. */
const NEAR = 24;
const FAR_ENOUGH = 6;

export class Drag {
	/** The drag in progress: `over` is the position where the line would land, null outside the program. */
	now = $state<{ line: number; over: number | null } | null>(null);
	readonly #dropping: Dropping;

	constructor(dropping: Dropping) {
		this.#dropping = dropping;
	}

	begin(event: PointerEvent, line: number): void {
		if (event.button !== 0 || (event.target instanceof Element && event.target.closest('.small') !== null)) return;
		const row = event.currentTarget;
		if (!(row instanceof HTMLElement)) return;
		const move = (next: PointerEvent) => {
			if (this.now === null) {
				if (Math.hypot(next.clientX - event.clientX, next.clientY - event.clientY) <= FAR_ENOUGH) return;
				row.setPointerCapture(next.pointerId);
			}
			this.now = { line, over: this.#landing(next, line) };
		};
		const end = (next: PointerEvent) => {
			row.removeEventListener('pointermove', move);
			row.removeEventListener('pointerup', end);
			row.removeEventListener('pointercancel', end);
			if (this.now === null) return;
			const over = next.type === 'pointercancel' ? null : this.#landing(next, line);
			if (over !== null) this.#dropping.onplace(line, over);
			else if (next.type === 'pointerup') this.#dropping.onaway(line);
			// The browser fires a click after the drag: keep `now` set until then, so that it is ignored.
			setTimeout(() => (this.now = null));
		};
		row.addEventListener('pointermove', move);
		row.addEventListener('pointerup', end);
		row.addEventListener('pointercancel', end);
	}

	/** Returns the position where the line would land if dropped here; null outside the program. */
	#landing({ clientX, clientY }: PointerEvent, line: number): number | null {
		const program = this.#dropping.program();
		const box = program.getBoundingClientRect();
		if (clientX < box.left - NEAR || clientX > box.right + NEAR) return null;
		if (clientY < box.top - NEAR || clientY > box.bottom + NEAR) return null;
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
