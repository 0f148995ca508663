/** Flat cut paper, and how things come and go. */
import { beginShape, CLOSE, drawingContext, endShape, fill, noStroke, rect, vertex } from 'braise/draw';

/** `points` are x, y pairs. */
export function piece(colour: string, points: number[]): void {
	noStroke();
	fill(colour);
	beginShape();
	for (let index = 0; index < points.length; index += 2) vertex(points[index] ?? 0, points[index + 1] ?? 0);
	endShape(CLOSE);
}

export function box(colour: string, x: number, y: number, width: number, height: number, ...radii: number[]): void {
	noStroke();
	fill(colour);
	rect(x, y, width, height, ...radii);
}

/** A pool of light: `colour` as three numbers, so that it can fade out. */
export function glow(colour: string, x: number, y: number, radius: number, strength: number): void {
	if (strength <= 0) return;
	const light = drawingContext.createRadialGradient(x, y, 0, x, y, radius);
	light.addColorStop(0, `rgba(${colour}, ${strength})`);
	light.addColorStop(0.45, `rgba(${colour}, ${strength * 0.42})`);
	light.addColorStop(1, `rgba(${colour}, 0)`);
	noStroke();
	fill(light);
	rect(x - radius, y - radius, radius * 2, radius * 2);
}

/** The same number is always cut the same way. From 0 to 1. */
export function chance(seed: number): number {
	const mixed = Math.sin(seed * 127.1 + 11.7) * 43758.5453;
	return mixed - Math.floor(mixed);
}

export const ease = (part: number): number => {
	const within = Math.min(1, Math.max(0, part));
	return within * within * (3 - 2 * within);
};

/** How far `time` is between two moments, from 0 to 1, eased. */
export const between = (time: number, from: number, to: number): number => ease((time - from) / (to - from));
