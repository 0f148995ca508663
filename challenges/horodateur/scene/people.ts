/** The people at the meter. Feet on y = 0, looking right. */
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
import { face, hair, looks, type Look, type Mood } from './faces';
import type { Palette } from './palette';
import { box, piece } from './paper';

function arm(look: Look, from: [number, number], elbow: [number, number], hand: [number, number]): void {
	stroke(look.fold);
	strokeWeight(17);
	line(...from, ...elbow);
	line(...elbow, ...hand);
	noStroke();
	fill(look.skin);
	circle(hand[0] + (hand[0] - elbow[0]) * 0.18, hand[1] + (hand[1] - elbow[1]) * 0.18, 17);
}

const poses: Record<Mood, { near: [[number, number], [number, number]]; far: [[number, number], [number, number]] }> = {
	waiting: {
		near: [
			[-22, -108],
			[-16, -78]
		],
		far: [
			[20, -108],
			[22, -80]
		]
	},
	paying: {
		near: [
			[-4, -112],
			[44, -118]
		],
		far: [
			[24, -108],
			[22, -80]
		]
	},
	content: {
		near: [
			[-24, -110],
			[-18, -78]
		],
		far: [
			[28, -116],
			[44, -140]
		]
	},
	indignant: {
		near: [
			[-44, -124],
			[-52, -164]
		],
		far: [
			[44, -128],
			[58, -168]
		]
	},
	amazed: {
		near: [
			[-40, -120],
			[-40, -152]
		],
		far: [
			[40, -118],
			[54, -146]
		]
	},
	puzzled: {
		near: [
			[-10, -104],
			[8, -140]
		],
		far: [
			[22, -108],
			[20, -80]
		]
	}
};

/** `stride` from -1 to 1 while walking, 0 standing; `sway` is a breath. */
export function person(
	palette: Palette,
	index: number,
	mood: Mood,
	stride: number,
	sway: number,
	blink: boolean
): void {
	const look = looks[index % looks.length] ?? looks[0];
	const pose = poses[mood];
	noStroke();
	fill(palette.shade);
	ellipse(0, 0, 92, 15);
	for (const [side, colour] of [
		[-1, look.legs],
		[1, look.legs]
	] as const) {
		const foot = side * 12 + stride * side * 20;
		piece(colour, [side * 12 - 9, -74, side * 12 + 9, -74, foot + 8, -6, foot - 7, -6]);
		box('#2a211c', foot - 9, -9, 24, 9, 6, 6, 2, 2);
	}
	push();
	translate(0, sway);
	hair(look, true);
	arm(look, [18, -142], ...pose.far);
	piece(look.coat, [-24, -152, 20, -152, 30, -132, 35, -58, -39, -58, -33, -132]);
	piece(look.fold, [2, -148, 10, -148, 14, -58, 6, -58]);
	noStroke();
	fill(look.fold);
	for (let button = 0; button < 3; button++) circle(18, -126 + button * 22, 4.5);
	box(look.fold, -28, -92, 17, 4, 2);
	arm(look, [-22, -140], ...pose.near);
	push();
	translate(2, -152);
	rotate(mood === 'indignant' ? 0.06 : mood === 'amazed' ? -0.08 : 0);
	translate(-2, 152);
	box(look.skin, -7, -166, 18, 20, 6);
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
	hair(look, false);
	face(mood, blink, '#2a1f1a');
	if (look.glasses) {
		noFill();
		stroke('#5b2d4a');
		strokeWeight(2);
		circle(5.5, -186, 14);
		circle(20, -186, 14);
		line(-4, -188, -18, -190);
	}
	pop();
	piece(look.scarf, [-24, -158, 22, -158, 26, -146, 4, -138, -27, -146]);
	piece(look.scarf, [-18, -148, -4, -146, -8, -112, -22, -114]);
	if (mood === 'indignant') {
		stroke(palette.hour === 'day' ? '#b02a1f' : '#ff9c8f');
		strokeWeight(3.5);
		line(-30, -216, -38, -230);
		line(3, -222, 3, -238);
		line(34, -216, 42, -229);
	}
	pop();
}
