/** Draws a desk from above, where a nurse writes under a lamp. */
import { line, pop, push, scale, stroke, strokeWeight, translate } from 'braise/draw';
import { glow } from '../glow.ts';
import { box, piece } from '../paper.ts';
import { palette, type Place } from '../stage.ts';
import { wardColoursFor } from '../ward-colours.ts';

/** Draws a desk about 84 wide, with the middle of its back edge at `place`. */
export function desk(place: Place): void {
	const { hour, ink } = palette();
	const colours = wardColoursFor(hour);
	const { shade, wood, woodDark, paper, deskLamp, lamplight, lampStrength } = colours;
	push();
	translate(place.x, place.y);
	scale(place.size);
	box(shade, -38, 4, 84, 84, 4);
	box(woodDark, -42, -6, 84, 86, 4);
	box(wood, -42, -14, 84, 70, 4);
	// A register, a telephone, and a lamp over them.
	box(shade, -27, 4, 46, 32, 2);
	box(paper, -30, 2, 46, 32, 2);
	for (let row = 0; row < 4; row++) box(colours.line, -25, 8 + row * 6, row === 3 ? 18 : 36, 2);
	box('#c8452f', 22, 18, 14, 26, 3);
	box('#8f2f22', 25, 22, 8, 12, 2);
	stroke(ink);
	strokeWeight(4);
	line(30, -8, 30, -40);
	line(30, -40, 8, -52);
	piece(deskLamp, [-8, -36, 2, -58, 16, -60, 20, -44]);
	glow(lamplight, -2, 4, 95, lampStrength + 0.14);
	pop();
}
