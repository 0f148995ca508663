/** Awa Lormeau behind the belt, looking left at the box. Her apron's lower edge is on y = 0. */
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
import { face, SHADE, SKIN, type Mood } from './face';
import type { Palette } from './palette';
import { box, piece } from './paper';

const COAT = '#f4efe4';
const FOLD = '#d9d0bf';
const APRON = '#a8472f';

function limb(from: [number, number], elbow: [number, number], hand: [number, number]): void {
	stroke(FOLD);
	strokeWeight(22);
	line(...from, ...elbow);
	line(...elbow, ...hand);
	noStroke();
	fill(SKIN);
	circle(hand[0] + (hand[0] - elbow[0]) * 0.16, hand[1] + (hand[1] - elbow[1]) * 0.16, 21);
}

const arms: Record<Mood, { left: [[number, number], [number, number]]; right: [[number, number], [number, number]] }> =
	{
		watching: {
			left: [
				[-44, -26],
				[-34, 2]
			],
			right: [
				[46, -26],
				[36, 4]
			]
		},
		content: {
			left: [
				[-48, -40],
				[-62, -78]
			],
			right: [
				[46, -26],
				[36, 4]
			]
		},
		indignant: {
			left: [
				[-58, -60],
				[-60, -108]
			],
			right: [
				[58, -58],
				[64, -106]
			]
		},
		puzzled: {
			left: [
				[-46, -30],
				[-18, -62]
			],
			right: [
				[46, -26],
				[36, 4]
			]
		}
	};

export function awa(palette: Palette, mood: Mood, sway: number, blink: boolean): void {
	const pose = arms[mood];
	push();
	translate(0, sway);
	if (mood !== 'indignant') limb([38, -72], ...pose.right);
	piece(COAT, [-36, -88, 36, -88, 50, -68, 54, 6, -54, 6, -50, -68]);
	piece(APRON, [-24, -62, 24, -62, 34, -30, 36, 6, -36, 6, -34, -30]);
	stroke(APRON);
	strokeWeight(5);
	line(-22, -62, -18, -90);
	line(22, -62, 18, -90);
	noStroke();
	box('rgba(255, 255, 255, 0.22)', -16, -34, 32, 24, 3);
	if (mood === 'indignant') limb([38, -72], ...pose.right);
	limb([-38, -72], ...pose.left);
	push();
	translate(0, -88);
	rotate(mood === 'indignant' ? 0.05 : mood === 'puzzled' ? -0.1 : -0.02);
	translate(0, 88);
	box(SHADE, -10, -98, 20, 22, 8);
	// Hair in a knot, under the white cap.
	fill('#1f1613');
	circle(22, -146, 30);
	ellipse(0, -132, 70, 66);
	fill(SKIN);
	ellipse(-4, -122, 58, 62);
	ellipse(27, -120, 11, 15);
	fill('#e0a63a');
	circle(28, -110, 6);
	if (mood === 'indignant') {
		fill('rgba(200, 50, 30, 0.22)');
		ellipse(-4, -122, 58, 62);
	}
	fill('rgba(200, 80, 50, 0.25)');
	ellipse(-26, -114, 12, 9);
	ellipse(12, -114, 13, 9);
	face(mood, blink);
	piece('#fffaf0', [-36, -142, -38, -158, -22, -176, 4, -180, 28, -172, 36, -152, 33, -138, 0, -148]);
	piece('#e3dccb', [-36, -142, -37, -148, 0, -155, 34, -145, 33, -138, 0, -148]);
	pop();
	if (mood === 'indignant') {
		stroke(palette.hour === 'day' ? palette.red : '#ff9c8f');
		strokeWeight(4);
		line(-46, -166, -56, -180);
		line(44, -168, 54, -182);
		line(-2, -190, -2, -206);
		noStroke();
	}
	pop();
}
