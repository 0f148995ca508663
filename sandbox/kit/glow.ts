/** Draws a pool of light. */
import { drawingContext, fill, noStroke, rect } from 'braise/draw';

/** Draws a pool of light that fades out. `colour` is red, green and blue as "255, 200, 90"; `strength` goes from 0 to 1. */
export function drawGlow(colour: string, x: number, y: number, radius: number, strength: number): void {
	const gradient = drawingContext.createRadialGradient(x, y, 0, x, y, radius);
	gradient.addColorStop(0, `rgba(${colour}, ${strength})`);
	gradient.addColorStop(0.45, `rgba(${colour}, ${strength * 0.42})`);
	gradient.addColorStop(1, `rgba(${colour}, 0)`);
	noStroke();
	fill(gradient);
	rect(x - radius, y - radius, radius * 2, radius * 2);
}
