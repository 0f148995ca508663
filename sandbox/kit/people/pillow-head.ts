import { arc, circle, ellipse, fill, lerpColor, line, noFill, noStroke, PI, stroke, strokeWeight } from 'braise/draw';
import { drawPaperPiece } from '../paper.ts';
import { currentPalette } from '../stage.ts';
import { wardColoursAt } from '../ward-colours.ts';

export type PatientState = 'asleep' | 'woken' | 'ill' | 'faint';

interface PatientLook {
	skin: string;
	hair: string;
	style: 'long' | 'short' | 'bald' | 'curls' | 'bob';
}

const PATIENT_LOOKS: [PatientLook, ...PatientLook[]] = [
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

function drawHairBehindHead(hairColour: string, style: PatientLook['style']): void {
	noStroke();
	fill(hairColour);
	if (style === 'curls') {
		for (let index = 0; index < 9; index++) {
			const angle = PI * (0.95 + index * 0.138);
			circle(Math.cos(angle) * 21, 34 + Math.sin(angle) * 21, 17);
		}
	} else if (style === 'long') {
		drawPaperPiece(hairColour, [-24, 34, -29, 64, -14, 62, 14, 62, 30, 66, 24, 30]);
		circle(0, 29, 49);
	} else if (style === 'bob') {
		drawPaperPiece(hairColour, [-25, 32, -26, 56, -12, 54, 12, 54, 26, 56, 25, 32]);
		circle(0, 29, 48);
	} else if (style === 'short') circle(0, 28, 45);
	else {
		ellipse(-18, 36, 12, 22);
		ellipse(18, 36, 12, 22);
	}
}

/** Draws one of ten heads. `greyness` is how grey the skin is, from 0 to 1. */
export function drawHeadOnPillow(
	lookNumber: number,
	patientState: PatientState,
	isFeverish: boolean,
	greyness: number
): void {
	const { ash, ashSkin } = wardColoursAt(currentPalette().hour);
	const { style, ...look } = PATIENT_LOOKS[lookNumber % PATIENT_LOOKS.length] ?? PATIENT_LOOKS[0];
	const hairColour = lerpColor(look.hair, ash, greyness * 0.6);
	drawHairBehindHead(hairColour, style);
	const paleness = patientState === 'ill' ? 0.22 : patientState === 'faint' ? 0.3 : 0;
	fill(lerpColor(lerpColor(look.skin, '#dfe0d2', paleness), ashSkin, greyness));
	circle(-20, 37, 9);
	circle(20, 37, 9);
	ellipse(0, 36, 39, 41);
	if (style !== 'bald' && style !== 'curls') {
		fill(hairColour);
		arc(0, 28, 42, 32, PI * 1.04, PI * 1.96);
	}
	if (isFeverish && greyness < 0.6) {
		fill(`rgba(222, 70, 50, ${0.3 * (1 - greyness)})`);
		ellipse(-11, 43, 11, 8);
		ellipse(11, 43, 11, 8);
	}
	drawFaceFeatures(patientState);
}

function drawFaceFeatures(patientState: PatientState): void {
	const ink = '#3a2620';
	const isWoken = patientState === 'woken';
	stroke(ink);
	strokeWeight(2.6);
	noFill();
	if (patientState === 'asleep' || patientState === 'faint') {
		for (const x of [-8, 8]) arc(x, 36, 9, 6, 0.2, PI - 0.2);
		if (patientState === 'asleep') arc(0, 46, 10, 6, 0.3, PI - 0.3);
		else line(-4, 48, 4, 48);
		return;
	}
	// The brows of a woken patient frown at the person who put the light on; the brows of an ill patient look worried.
	const [outer, inner] = isWoken ? [28, 31] : [31, 28];
	line(-14, outer, -4, inner);
	line(14, outer, 4, inner);
	if (isWoken) arc(0, 52, 13, 9, PI + 0.2, -0.2);
	noStroke();
	fill(ink);
	for (const x of [-8, 8]) ellipse(x, 37, 5, isWoken ? 7 : 4.5);
	if (isWoken) return;
	fill('#7a2f26');
	ellipse(0, 49, 9, 7);
}
