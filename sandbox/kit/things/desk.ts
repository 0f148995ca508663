/** Draws a desk from above, where a nurse writes under a lamp. */
import { line, pop, push, scale, stroke, strokeWeight, translate } from 'braise/draw';
import { drawGlow } from '../glow.ts';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { currentPalette, type Place } from '../stage.ts';
import { wardColoursAt } from '../ward-colours.ts';

/** Draws a desk about 84 wide, with the middle of its back edge at `place`. */
export function drawDesk(place: Place): void {
	const { hour, ink } = currentPalette();
	const colours = wardColoursAt(hour);
	const { shade, wood, woodDark, paper, deskLamp, lamplight, lampStrength } = colours;
	push();
	translate(place.x, place.y);
	scale(place.size);
	drawRoundedBox(shade, -38, 4, 84, 84, 4);
	drawRoundedBox(woodDark, -42, -6, 84, 86, 4);
	drawRoundedBox(wood, -42, -14, 84, 70, 4);
	// A register, a telephone, and a lamp over them.
	drawRoundedBox(shade, -27, 4, 46, 32, 2);
	drawRoundedBox(paper, -30, 2, 46, 32, 2);
	for (let row = 0; row < 4; row++) drawRoundedBox(colours.line, -25, 8 + row * 6, row === 3 ? 18 : 36, 2);
	drawRoundedBox('#c8452f', 22, 18, 14, 26, 3);
	drawRoundedBox('#8f2f22', 25, 22, 8, 12, 2);
	stroke(ink);
	strokeWeight(4);
	line(30, -8, 30, -40);
	line(30, -40, 8, -52);
	drawPaperPiece(deskLamp, [-8, -36, 2, -58, 16, -60, 20, -44]);
	drawGlow(lamplight, -2, 4, 95, lampStrength + 0.14);
	pop();
}
