import {
	line,
	noStroke,
	stroke,
	strokeWeight,
	arc,
	circle,
	fill,
	PI,
	ellipse,
	noFill,
	pop,
	push,
	rotate,
	translate
} from 'braise/draw';
import { type Mood, type Look, drawFace } from './looks.ts';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import type { Palette } from '../palette.ts';

/** An arm: x and y of the elbow, then x and y of the hand. */
type ArmPose = readonly [number, number, number, number];

const armPoses: Record<Mood, { near: ArmPose; far: ArmPose }> = {
	waiting: { near: [-22, -108, -16, -78], far: [20, -108, 22, -80] },
	paying: { near: [-4, -112, 44, -118], far: [24, -108, 22, -80] },
	content: { near: [-24, -110, -18, -78], far: [28, -116, 44, -140] },
	indignant: { near: [-44, -124, -52, -164], far: [44, -128, 58, -168] },
	amazed: { near: [-40, -120, -40, -152], far: [40, -118, 54, -146] },
	puzzled: { near: [-10, -104, 8, -140], far: [22, -108, 20, -80] }
};

function drawApron(colour: string): void {
	drawPaperPiece(colour, [-15, -126, 20, -126, 27, -98, 31, -57, -30, -57, -24, -98]);
	stroke(colour);
	strokeWeight(4);
	line(-13, -126, -10, -150);
	line(18, -126, 14, -150);
	noStroke();
	drawRoundedBox('rgba(255, 255, 255, 0.22)', -11, -102, 28, 21, 3);
}

function drawCap(): void {
	drawPaperPiece('#fffaf0', [31, -199, 32, -209, 20, -219, -4, -223, -24, -219, -32, -207, -30, -196, 0, -204]);
	drawPaperPiece('#e3dccb', [31, -199, 32, -204, 0, -210, -31, -202, -30, -196, 0, -204]);
}

function drawHair(look: Look, isBehindHead: boolean): void {
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

interface Posture {
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
