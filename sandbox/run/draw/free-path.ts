/** The path of a free shape, kept until its end, since other shapes may be drawn meanwhile. */
import type { DrawingContext } from './surface.ts';

const COORDINATES_PER_LINE = 2;
const COORDINATES_PER_CURVE = 6;

/**
 * Holds numbers instead of a `Path2D`, which the judge's engine lacks. All shapes share these lists, and a corner takes only two
 * numbers, because a scene draws thousands of corners in a frame.
 */
export class FreePath {
	/** Coordinates of all parts: two for a line to a corner, six for a Bézier curve. */
	readonly #numbers: number[] = [];
	/** Indexes in `#numbers` at which the six numbers of each curve begin. */
	readonly #curveStarts: number[] = [];
	#numberCount = 0;

	beginPath(): void {
		this.#numberCount = 0;
		this.#curveStarts.length = 0;
	}

	lineTo(x: number, y: number): void {
		this.#numbers[this.#numberCount] = x;
		this.#numbers[this.#numberCount + 1] = y;
		this.#numberCount += COORDINATES_PER_LINE;
	}

	curveTo(x2: number, y2: number, x3: number, y3: number, x4: number, y4: number): void {
		this.#curveStarts.push(this.#numberCount);
		this.lineTo(x2, y2);
		this.lineTo(x3, y3);
		this.lineTo(x4, y4);
	}

	/** Makes this path the current path of the context. */
	traceOnContext(context: DrawingContext): void {
		const [numbers, curveStarts, count] = [this.#numbers, this.#curveStarts, this.#numberCount];
		context.beginPath();
		let curve = 0;
		for (let at = 0; at < count;) {
			const x = numbers[at] ?? 0;
			const y = numbers[at + 1] ?? 0;
			if (at !== curveStarts[curve]) {
				context.lineTo(x, y);
				at += COORDINATES_PER_LINE;
				continue;
			}
			const [x3 = 0, y3 = 0, x4 = 0, y4 = 0] = numbers.slice(at + COORDINATES_PER_LINE, at + COORDINATES_PER_CURVE);
			context.bezierCurveTo(x, y, x3, y3, x4, y4);
			at += COORDINATES_PER_CURVE;
			curve += 1;
		}
	}
}
