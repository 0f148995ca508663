/** Draws hair in five styles: the part behind the head, and the part over it. */
import { arc, circle, fill, noStroke, PI } from 'braise/draw';
import { drawPaperPiece } from '../paper.ts';
import type { Look } from './looks.ts';

/** Draws the part of the hair behind the head, or the part over it. */
export function drawHair(look: Look, isBehindHead: boolean): void {
	noStroke();
	fill(look.hair);
	if (isBehindHead) {
		if (look.style === 'bun') circle(-19, -201, 22);
		if (look.style === 'scarf') drawPaperPiece(look.hair, [-26, -190, -30, -150, 6, -144, 24, -152, 22, -190]);
		if (look.style === 'bob') drawPaperPiece(look.hair, [-27, -196, -30, -162, -12, -160, 12, -166, 16, -198]);
		return;
	}
	if (look.style === 'cap') {
		arc(-2, -196, 52, 44, PI * 0.98, PI * 2.02);
		fill(look.fold);
		arc(0, -198, 54, 36, PI, PI * 2);
		drawPaperPiece(look.fold, [-4, -200, 38, -198, 40, -193, 2, -193]);
		return;
	}
	if (look.style === 'curls') {
		for (let index = 0; index < 9; index++) {
			const angle = PI * (0.82 + index * 0.125);
			circle(-2 + Math.cos(angle) * 22, -186 + Math.sin(angle) * 22, 19);
		}
		return;
	}
	if (look.style === 'scarf') {
		arc(-1, -186, 56, 58, PI * 0.75, PI * 1.86);
		drawPaperPiece(look.hair, [-25, -182, -12, -204, -6, -190, -10, -160, -22, -160]);
		return;
	}
	arc(-2, -187, 55, 54, PI * 0.78, PI * 1.9);
	drawPaperPiece(look.hair, [-6, -212, 20, -204, 24, -190, 6, -200]);
}
