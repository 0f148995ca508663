/** The people at the meter. Feet on y = 0, looking right. */
import {
	arc,
	circle,
	ellipse,
	fill,
	line,
	noFill,
	noStroke,
	PI,
	pop,
	push,
	rotate,
	stroke,
	strokeWeight,
	translate
} from 'braise/draw';
import type { Palette } from './palette';
import { box, piece } from './paper';

export type Mood = 'waiting' | 'paying' | 'content' | 'indignant' | 'amazed' | 'puzzled';

interface Look {
	skin: string;
	hair: string;
	coat: string;
	fold: string;
	scarf: string;
	legs: string;
	style: 'bun' | 'cap' | 'scarf' | 'curls' | 'bob';
	glasses?: true;
}

const looks: [Look, ...Look[]] = [
	{
		skin: '#f0c19c',
		hair: '#8f4426',
		coat: '#dea12f',
		fold: '#bd8420',
		scarf: '#2f7a78',
		legs: '#34404f',
		style: 'bun'
	},
	{
		skin: '#e9b894',
		hair: '#b9b2a8',
		coat: '#49607a',
		fold: '#394d64',
		scarf: '#b2492f',
		legs: '#4b4038',
		style: 'cap'
	},
	{
		skin: '#c98e64',
		hair: '#7a3f5a',
		coat: '#2f6b5c',
		fold: '#245548',
		scarf: '#a65674',
		legs: '#2c2f3c',
		style: 'scarf'
	},
	{
		skin: '#8a5a3b',
		hair: '#231a17',
		coat: '#c9552f',
		fold: '#a74323',
		scarf: '#f0d9a6',
		legs: '#2f4256',
		style: 'curls'
	},
	{
		skin: '#f3cba9',
		hair: '#d8d2c6',
		coat: '#7d5583',
		fold: '#65436a',
		scarf: '#e5b44a',
		legs: '#3b3f38',
		style: 'bob',
		glasses: true
	}
];

function hair(look: Look, behind: boolean): void {
	noStroke();
	fill(look.hair);
	if (behind) {
		if (look.style === 'bun') circle(-19, -201, 22);
		if (look.style === 'scarf') piece(look.hair, [-26, -190, -30, -150, 6, -144, 24, -152, 22, -190]);
		if (look.style === 'bob') piece(look.hair, [-27, -196, -30, -162, -12, -160, 12, -166, 16, -198]);
		return;
	}
	if (look.style === 'cap') {
		arc(-2, -196, 52, 44, PI * 0.98, PI * 2.02);
		fill(look.fold);
		arc(0, -198, 54, 36, PI, PI * 2);
		piece(look.fold, [-4, -200, 38, -198, 40, -193, 2, -193]);
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
		piece(look.hair, [-25, -182, -12, -204, -6, -190, -10, -160, -22, -160]);
		return;
	}
	arc(-2, -187, 55, 54, PI * 0.78, PI * 1.9);
	piece(look.hair, [-6, -212, 20, -204, 24, -190, 6, -200]);
}

function face(mood: Mood, blink: boolean, ink: string): void {
	stroke(ink);
	strokeWeight(2.6);
	noFill();
	const angry = mood === 'indignant';
	if (angry) {
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
	if (blink) {
		box(ink, 2, -187, 6, 2);
		box(ink, 15, -187, 6, 2);
	} else {
		const wide = mood === 'amazed' ? 6.5 : 4.6;
		ellipse(5.5, -186, wide * 0.9, wide * 1.15);
		ellipse(18.5, -186, wide * 0.9, wide * 1.15);
	}
	if (mood === 'amazed') {
		fill('#7a2f26');
		ellipse(13, -167, 9, 11);
	} else if (angry) {
		fill('#7a2f26');
		arc(12, -163, 19, 17, PI, PI * 2);
		box('#fffaf0', 6, -170, 12, 3);
	} else {
		stroke(ink);
		strokeWeight(2.4);
		noFill();
		if (mood === 'content') arc(12, -171, 18, 13, 0.15, PI - 0.15);
		else if (mood === 'puzzled') line(6, -165, 18, -168);
		else line(7, -167, 18, -167);
	}
}

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
