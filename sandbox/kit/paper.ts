import { beginShape, CLOSE, drawingContext, endShape, fill, noStroke, rect, vertex } from 'braise/draw';

/**
 * Returns an offset from -1 to 1, always the same for a place, so that the edges of paper do not change from picture to picture.
 */
export function paperOffset(x: number, y: number): number {
	const noise = Math.sin(x * 12.9898 + y * 78.233) * 43758.5453;
	return (noise - Math.floor(noise)) * 2 - 1;
}

function drawPaperOutline(points: number[], roughness: number): void {
	beginShape();
	for (let index = 0; index < points.length; index += 2) {
		const x = points[index] ?? 0;
		const y = points[index + 1] ?? 0;
		vertex(x + paperOffset(x, y) * roughness, y + paperOffset(y, x) * roughness);
	}
	endShape(CLOSE);
}

/** Draws a flat piece of paper. `points` are pairs of x and y. */
export function drawPaperPiece(colour: string, points: number[], roughness = 0): void {
	noStroke();
	fill(colour);
	drawPaperOutline(points, roughness);
}

/**
 * Draws a sheet that lies above others. Draws its shadow as a second piece of paper, because a blurred shadow would delay the
 * first picture.
 */
export function drawPaperSheet(colour: string, shade: string, points: number[], lift = 4, roughness = 0.9): void {
	noStroke();
	fill(shade);
	const [right, down] = [lift * 0.45, lift * 0.8];
	beginShape();
	for (let index = 0; index < points.length; index += 2)
		vertex((points[index] ?? 0) + right, (points[index + 1] ?? 0) + down);
	endShape(CLOSE);
	drawPaperPiece(colour, points, roughness);
}

export function drawRoundedBox(
	colour: string,
	x: number,
	y: number,
	width: number,
	height: number,
	...radii: number[]
): void {
	noStroke();
	fill(colour);
	rect(x, y, width, height, ...radii);
}

/** Draws many thin lines as one path. `lineEnds` holds x1, y1, x2 and y2 of each line. */
export function drawHairlines(colour: string, weight: number, lineEnds: number[]): void {
	const context = drawingContext;
	context.strokeStyle = colour;
	context.lineWidth = weight;
	context.beginPath();
	for (let index = 0; index < lineEnds.length; index += 4) {
		context.moveTo(lineEnds[index] ?? 0, lineEnds[index + 1] ?? 0);
		context.lineTo(lineEnds[index + 2] ?? 0, lineEnds[index + 3] ?? 0);
	}
	context.stroke();
}

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
