/** Draws a person made of cut paper, who looks to the right. The feet are on y = 0. */
import {
	circle,
	ellipse,
	fill,
	line,
	noFill,
	noStroke,
	pop,
	push,
	rotate,
	stroke,
	strokeWeight,
	translate
} from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { drawApron, drawCap } from './apron.ts';
import { drawFace, type Mood } from './face.ts';
import { drawHair } from './hair.ts';
import type { Look } from './looks.ts';
import { armPoses } from './poses.ts';

function drawPersonArm(
	look: Look,
	from: [number, number],
	[x1, y1, x2, y2]: readonly [number, number, number, number]
): void {
	stroke(look.fold);
	strokeWeight(17);
	line(...from, x1, y1);
	line(x1, y1, x2, y2);
	noStroke();
	fill(look.skin);
	circle(x2 + (x2 - x1) * 0.18, y2 + (y2 - y1) * 0.18, 17);
}

export interface Posture {
	mood: Mood;
	/** Position of the legs, from -1 to 1 while the person walks, 0 while the person stands. */
	stride: number;
	/** How far the breath moves the body up or down, in the figure's units. */
	sway: number;
	blinks: boolean;
}

export function drawStandingPerson(palette: Palette, look: Look, { mood, stride, sway, blinks }: Posture): void {
	const pose = armPoses[mood];
	noStroke();
	fill(palette.shade);
	ellipse(0, 0, 92, 15);
	for (const [side, colour] of [
		[-1, look.legs],
		[1, look.legs]
	] as const) {
		const footX = side * 12 + stride * side * 20;
		drawPaperPiece(colour, [side * 12 - 9, -74, side * 12 + 9, -74, footX + 8, -6, footX - 7, -6]);
		drawRoundedBox('#2a211c', footX - 9, -9, 24, 9, 6, 6, 2, 2);
	}
	push();
	translate(0, sway);
	drawHair(look, true);
	drawPersonArm(look, [18, -142], pose.far);
	drawPaperPiece(look.coat, [-24, -152, 20, -152, 30, -132, 35, -58, -39, -58, -33, -132]);
	drawPaperPiece(look.fold, [2, -148, 10, -148, 14, -58, 6, -58]);
	noStroke();
	fill(look.fold);
	for (let button = 0; button < 3; button++) circle(18, -126 + button * 22, 4.5);
	drawRoundedBox(look.fold, -28, -92, 17, 4, 2);
	if (look.apron !== undefined) drawApron(look.apron);
	drawPersonArm(look, [-22, -140], pose.near);
	push();
	translate(2, -152);
	rotate(mood === 'indignant' ? 0.06 : mood === 'amazed' ? -0.08 : 0);
	translate(-2, 152);
	drawRoundedBox(look.skin, -7, -166, 18, 20, 6);
	noStroke();
	fill(look.skin);
	ellipse(3, -183, 50, 54);
	ellipse(-20, -182, 10, 14);
	if (mood === 'indignant') {
		fill('rgba(214, 48, 30, 0.30)');
		ellipse(3, -183, 50, 54);
	}
	fill(mood === 'indignant' ? 'rgba(205, 40, 30, 0.45)' : 'rgba(220, 90, 60, 0.26)');
	ellipse(-3, -175, 11, 8);
	ellipse(23, -175, 8, 8);
	drawHair(look, false);
	if (look.apron !== undefined) drawCap();
	drawFace(mood, blinks, '#2a1f1a');
	if (look.glasses) {
		noFill();
		stroke('#5b2d4a');
		strokeWeight(2);
		circle(5.5, -186, 14);
		circle(20, -186, 14);
		line(-4, -188, -18, -190);
	}
	pop();
	drawPaperPiece(look.scarf, [-24, -158, 22, -158, 26, -146, 4, -138, -27, -146]);
	drawPaperPiece(look.scarf, [-18, -148, -4, -146, -8, -112, -22, -114]);
	if (mood === 'indignant') {
		stroke(palette.hour === 'day' ? '#b02a1f' : '#ff9c8f');
		strokeWeight(3.5);
		line(-30, -216, -38, -230);
		line(3, -222, 3, -238);
		line(34, -216, 42, -229);
	}
	pop();
}
