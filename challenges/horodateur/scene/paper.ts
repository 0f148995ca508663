/** Cut paper: edges a little off, and each sheet throwing a soft shadow on the one beneath. */
import { beginShape, CLOSE, endShape, fill, noShadow, noStroke, pop, push, rect, shadow, vertex } from 'braise/draw';

/** The same place is always cut the same way. From -1 to 1. */
export function waver(x: number, y: number): number {
	const mixed = Math.sin(x * 12.9898 + y * 78.233) * 43758.5453;
	return (mixed - Math.floor(mixed)) * 2 - 1;
}

function outline(points: number[], rough: number): void {
	beginShape();
	for (let index = 0; index < points.length; index += 2) {
		const x = points[index] ?? 0;
		const y = points[index + 1] ?? 0;
		vertex(x + waver(x, y) * rough, y + waver(y, x) * rough);
	}
	endShape(CLOSE);
}

/** A flat piece. `points` are x, y pairs. */
export function piece(colour: string, points: number[], rough = 0): void {
	noStroke();
	fill(colour);
	outline(points, rough);
}

/** A piece lying above others: for pictures painted once, since blurred shadows are dear. */
export function sheet(colour: string, shade: string, points: number[], lift = 4, rough = 0.9): void {
	push();
	shadow(shade, lift * 2, lift * 0.3, lift * 0.6);
	piece(colour, points, rough);
	noShadow();
	pop();
}

export function box(colour: string, x: number, y: number, width: number, height: number, ...radii: number[]): void {
	noStroke();
	fill(colour);
	rect(x, y, width, height, ...radii);
}

export const ease = (part: number): number => {
	const within = Math.min(1, Math.max(0, part));
	return within * within * (3 - 2 * within);
};

/** How far `time` is between two moments, from 0 to 1, eased. */
export const between = (time: number, from: number, to: number): number => ease((time - from) / (to - from));
