/** Whoever lies in a bed: a head on a pillow. Asleep, awake, ill, or not answering. */
import { arc, circle, ellipse, fill, lerpColor, line, noFill, noStroke, PI, stroke, strokeWeight } from 'braise/draw';
import type { Measures } from '../data/bed';
import type { Palette } from './palette';
import { piece } from './paper';

interface Look {
	skin: string;
	hair: string;
	style: 'long' | 'short' | 'bald' | 'curls' | 'bob';
}

const looks: Look[] = [
	{ skin: '#d9a273', hair: '#2b1d18', style: 'long' },
	{ skin: '#f2c9a8', hair: '#b5562f', style: 'bob' },
	{ skin: '#8a5a3b', hair: '#1f1815', style: 'short' },
	{ skin: '#efc19d', hair: '#c9c4bb', style: 'bald' },
	{ skin: '#f4d2b4', hair: '#d9d3c6', style: 'curls' },
	{ skin: '#e7b58e', hair: '#8c8a8a', style: 'bob' },
	{ skin: '#c98e64', hair: '#3a2a20', style: 'short' },
	{ skin: '#b87f56', hair: '#241a20', style: 'long' },
	{ skin: '#eec3a0', hair: '#6b3f2a', style: 'curls' },
	{ skin: '#f0c9ab', hair: '#a9a49b', style: 'bald' }
];

export type Face = 'asleep' | 'woken' | 'ill' | 'faint';

function hairOf({ hair, style }: Look): void {
	noStroke();
	fill(hair);
	if (style === 'curls') {
		for (let index = 0; index < 9; index++) {
			const turn = PI * (0.95 + index * 0.138);
			circle(Math.cos(turn) * 21, 34 + Math.sin(turn) * 21, 17);
		}
	} else if (style === 'long') {
		piece(hair, [-24, 34, -29, 64, -14, 62, 14, 62, 30, 66, 24, 30]);
		circle(0, 29, 49);
	} else if (style === 'bob') {
		piece(hair, [-25, 32, -26, 56, -12, 54, 12, 54, 26, 56, 25, 32]);
		circle(0, 29, 48);
	} else if (style === 'short') circle(0, 28, 45);
	else {
		ellipse(-18, 36, 12, 22);
		ellipse(18, 36, 12, 22);
	}
}

/** `grey` from 0 to 1: how long somebody has been waiting for help that does not come. */
export function head(palette: Palette, index: number, measures: Measures, face: Face, grey: number): void {
	const look = looks[index % looks.length] as Look;
	hairOf({ ...look, hair: lerpColor(look.hair, palette.ash, grey * 0.6) });
	const pale = face === 'ill' ? 0.22 : face === 'faint' ? 0.3 : 0;
	const skin = lerpColor(lerpColor(look.skin, '#dfe0d2', pale), palette.ashSkin, grey);
	fill(skin);
	circle(-20, 37, 9);
	circle(20, 37, 9);
	ellipse(0, 36, 39, 41);
	if (look.style === 'short' || look.style === 'long' || look.style === 'bob') {
		fill(lerpColor(look.hair, palette.ash, grey * 0.6));
		arc(0, 28, 42, 32, PI * 1.04, PI * 1.96);
	}
	if (measures.temperature > 38 && grey < 0.6) {
		fill(`rgba(222, 70, 50, ${0.3 * (1 - grey)})`);
		ellipse(-11, 43, 11, 8);
		ellipse(11, 43, 11, 8);
	}
	features(face);
}

function features(face: Face): void {
	const ink = '#3a2620';
	stroke(ink);
	strokeWeight(2.6);
	noFill();
	if (face === 'asleep' || face === 'faint') {
		arc(-8, 36, 9, 6, 0.2, PI - 0.2);
		arc(8, 36, 9, 6, 0.2, PI - 0.2);
	} else {
		noStroke();
		fill(ink);
		ellipse(-8, 37, 5, face === 'woken' ? 7 : 4.5);
		ellipse(8, 37, 5, face === 'woken' ? 7 : 4.5);
		stroke(ink);
		noFill();
		// Frowning at whoever put the light on; or worried.
		if (face === 'woken') {
			line(-14, 28, -4, 31);
			line(14, 28, 4, 31);
		} else {
			line(-14, 31, -4, 28);
			line(14, 31, 4, 28);
		}
	}
	if (face === 'asleep') arc(0, 46, 10, 6, 0.3, PI - 0.3);
	else if (face === 'faint') line(-4, 48, 4, 48);
	else if (face === 'woken') arc(0, 52, 13, 9, PI + 0.2, -0.2);
	else {
		noStroke();
		fill('#7a2f26');
		ellipse(0, 49, 9, 7);
	}
}
