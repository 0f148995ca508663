/** Salomé, on her feet. Feet at y = 0, about 118 high, she looks to the right unless turned. */
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
	scale,
	stroke,
	strokeWeight
} from 'braise/draw';
import type { Palette } from './palette';
import { box, glow, piece } from './paper';

export interface Gait {
	/** −1: she looks to the left. */
	facing: 1 | -1;
	/** 0: she stands. */
	pace: number;
	running: boolean;
	/** With somebody: she bends to them. */
	caring: boolean;
	time: number;
}

export function nurse(palette: Palette, { facing, pace, running, caring, time }: Gait): void {
	const swing = Math.sin(time * (running ? 15 : 10)) * Math.min(1, pace);
	const bounce = Math.abs(swing) * -3;
	glow(palette.lamplight, 14 * facing, -30, 120, palette.name === 'lamps' ? 0.34 : 0.42);
	noStroke();
	fill(palette.shade);
	ellipse(0, 0, 56, 13);
	push();
	scale(facing, 1);
	if (running || caring) rotate(0.13);
	// Legs, then the tunic over them.
	for (const [side, colour] of [
		[-1, '#26364d'],
		[1, '#314663']
	] as const) {
		push();
		rotate(side * swing * 0.42);
		box(colour, -8, -40, 15, 38, 5);
		box('#f5f1e8', -8, -6, 21, 8, 4);
		pop();
	}
	push();
	rotate(0);
	const y = bounce;
	piece('#2f8f8a', [-17, -82 + y, 17, -82 + y, 22, -32 + y, -21, -32 + y]);
	piece('#3ba59f', [-15, -82 + y, 17, -82 + y, 21, -34 + y, -6, -34 + y]);
	box('#fffaf0', -13, -70 + y, 13, 9, 2);
	box('#c8452f', -10, -66.8 + y, 7, 2.5);
	box('#c8452f', -7.8, -69 + y, 2.5, 7);
	// The arm, with a torch that she holds low.
	stroke('#3ba59f');
	strokeWeight(11);
	const hand = caring ? 32 : 21 + swing * 7;
	line(3, -74 + y, caring ? 20 : 9 + swing * 4, -56 + y);
	stroke('#c98e64');
	strokeWeight(9);
	line(caring ? 20 : 9 + swing * 4, -56 + y, hand, -45 + y);
	noStroke();
	box('#23262e', hand - 2, -49 + y, 15, 8, 3);
	fill('rgba(255, 240, 190, 0.95)');
	ellipse(hand + 14, -45 + y, 6, 10);
	head(y, running);
	pop();
	pop();
}

function head(y: number, running: boolean): void {
	noStroke();
	fill('#2a1a18');
	circle(-17, -108 + y, 19);
	circle(-1, -101 + y, 41);
	fill('#c98e64');
	ellipse(4, -97 + y, 32, 35);
	fill('#2a1a18');
	arc(2, -104 + y, 36, 25, PI * 0.96, PI * 1.98);
	fill('#2f1e1a');
	ellipse(7, -96 + y, 4, 5.5);
	ellipse(16, -96 + y, 3.6, 5.5);
	stroke('#6d3a30');
	strokeWeight(2.2);
	noFill();
	if (running) arc(11, -87 + y, 6, 6, 0, PI * 2);
	else arc(11, -90 + y, 11, 7, 0.3, PI - 0.4);
}
