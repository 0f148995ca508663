/** Awa's face: her mood is in brows, eyes and mouth. */
import { arc, ellipse, fill, line, noFill, noStroke, PI, stroke, strokeWeight } from 'braise/draw';
import { box } from './paper';

export type Mood = 'watching' | 'content' | 'indignant' | 'puzzled';

export const SKIN = '#7d4e34';
export const SHADE = '#6a402a';

export function face(mood: Mood, blink: boolean): void {
	const ink = '#2a1710';
	stroke(ink);
	strokeWeight(3);
	noFill();
	if (mood === 'indignant') {
		line(-24, -140, -14, -135);
		line(-2, -135, 8, -140);
	} else if (mood === 'puzzled') {
		arc(-19, -137, 12, 7, PI, 0);
		arc(3, -141, 12, 8, PI, 0);
	} else {
		arc(-19, -137, 12, 6, PI, 0);
		arc(3, -137, 12, 6, PI, 0);
	}
	noStroke();
	fill(ink);
	if (blink) {
		box(ink, -23, -128, 8, 2.5);
		box(ink, -1, -128, 8, 2.5);
	} else {
		ellipse(-19, -127, 6, 8);
		ellipse(3, -127, 6, 8);
	}
	fill(SHADE);
	ellipse(-10, -118, 9, 6);
	if (mood === 'indignant') {
		fill('#5d1f1a');
		arc(-8, -101, 22, 19, PI, PI * 2);
		box('#fffaf0', -15, -109, 14, 3.5);
		return;
	}
	stroke('#5d1f1a');
	strokeWeight(3);
	noFill();
	if (mood === 'content') arc(-8, -110, 24, 16, 0.12, PI - 0.12);
	else if (mood === 'puzzled') line(-15, -103, 0, -106);
	else line(-14, -105, 0, -105);
	noStroke();
}
