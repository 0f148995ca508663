/** Draws faces, one for each mood. */
import { arc, ellipse, fill, line, noFill, noStroke, PI, stroke, strokeWeight } from 'braise/draw';
import { drawRoundedBox } from '../paper.ts';

export type Mood = 'waiting' | 'paying' | 'content' | 'indignant' | 'amazed' | 'puzzled';

export function drawFace(mood: Mood, isBlinking: boolean, ink: string): void {
	stroke(ink);
	strokeWeight(2.6);
	noFill();
	const isAngry = mood === 'indignant';
	if (isAngry) {
		line(1, -197, 8, -193);
		line(22, -198, 15, -193);
	} else if (mood === 'amazed' || mood === 'puzzled') {
		arc(5, -196, 9, 6, PI, 0);
		arc(19, -198, 9, 6, PI, 0);
	} else {
		line(1, -195, 8, -196);
		line(15, -196, 22, -195);
	}
	noStroke();
	fill(ink);
	if (isBlinking) {
		drawRoundedBox(ink, 2, -187, 6, 2);
		drawRoundedBox(ink, 15, -187, 6, 2);
	} else {
		const eyeSize = mood === 'amazed' ? 6.5 : 4.6;
		ellipse(5.5, -186, eyeSize * 0.9, eyeSize * 1.15);
		ellipse(18.5, -186, eyeSize * 0.9, eyeSize * 1.15);
	}
	if (mood === 'amazed') {
		fill('#7a2f26');
		ellipse(13, -167, 9, 11);
	} else if (isAngry) {
		fill('#7a2f26');
		arc(12, -163, 19, 17, PI, PI * 2);
		drawRoundedBox('#fffaf0', 6, -170, 12, 3);
	} else {
		stroke(ink);
		strokeWeight(2.4);
		noFill();
		if (mood === 'content') arc(12, -171, 18, 13, 0.15, PI - 0.15);
		else if (mood === 'puzzled') line(6, -165, 18, -168);
		else line(7, -167, 18, -167);
	}
}
