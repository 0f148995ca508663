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

export interface Look {
	skin: string;
	hair: string;
	coat: string;
	fold: string;
	scarf: string;
	legs: string;
	style: 'bun' | 'cap' | 'scarf' | 'curls' | 'bob';
	glasses?: true;
	/** Colour of the apron. A person with an apron also wears a white cap. */
	apron?: string;
}

export const personLooks: [Look, ...Look[]] = [
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
