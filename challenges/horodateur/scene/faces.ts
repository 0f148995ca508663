/** Heads: hair in five styles, and a face for each mood. */
import { arc, circle, ellipse, fill, line, noFill, noStroke, PI, stroke, strokeWeight } from 'braise/draw';
import { box, piece } from './paper';

export type Mood = 'waiting' | 'paying' | 'content' | 'indignant' | 'amazed' | 'puzzled';

export interface Look {
	skin: string;
	hair: string;
	coat: string;
	fold: string;
	scarf: string;
	legs: string;
	style: 'bun' | 'cap' | 'scarf' | 'curls' | 'bob';
	glasses?: true;
}

export const looks: [Look, ...Look[]] = [
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

export function hair(look: Look, behind: boolean): void {
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

export function face(mood: Mood, blink: boolean, ink: string): void {
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
