/** Draws a bed and the person in it: the parts that stand still, and those that move with the breath. */
import { ellipse, fill, lerpColor, line, noFill, noStroke, stroke, strokeWeight } from 'braise/draw';
import { drawRoundedBox } from '../paper.ts';
import { drawHeadOnPillow } from '../people/pillow-head.ts';
import { currentPalette } from '../stage.ts';
import { wardColoursAt, type WardColours } from '../ward-colours.ts';
import { CALM_PULSE_PER_MINUTE, type BedPlan } from './bed-plan.ts';

const CALM_BREATHS_PER_MINUTE = 15;

interface BedColours {
	colours: WardColours;
	grey: number;
	blanket: string;
	tone(colour: string): string;
}

function bedColoursOf({ waits: grey = 0, who = 0 }: BedPlan): BedColours {
	const colours = wardColoursAt(currentPalette().hour);
	const tone = (colour: string) => lerpColor(colour, colours.ash, grey * 0.82);
	return { colours, grey, tone, blanket: tone(colours.blankets[who % colours.blankets.length] ?? colours.ash) };
}

/** Draws the frame, the sheets and the person between them. */
export function drawBedWithPatient(plan: BedPlan): void {
	const { who = 0, rest = 'asleep', hasFever = false, hasOxygen = false } = plan;
	const { colours, grey, tone, blanket } = bedColoursOf(plan);
	const { bedframe, bedframeDark, sheet, pillow, shade } = colours;
	drawRoundedBox(shade, -46, 2, 104, 206, 10);
	drawRoundedBox(tone(bedframeDark), -52, -16, 104, 24, 7);
	drawRoundedBox(tone(bedframe), -52, -20, 104, 22, 7);
	drawRoundedBox(tone(bedframeDark), -48, 188, 96, 16, 5);
	drawRoundedBox(tone(sheet), -48, 0, 96, 194, 9);
	drawRoundedBox(tone(bedframeDark), -37, 11, 74, 52, 15);
	drawRoundedBox(tone(pillow), -38, 8, 76, 52, 15);
	drawHeadOnPillow(who, rest, hasFever, grey);
	drawRoundedBox(blanket, -49, 70, 98, 122, 9);
	noStroke();
	fill(lerpColor(blanket, '#ffffff', 0.08));
	for (const x of [-12, 12]) ellipse(x, 164, 24, 50);
	for (const y of [176, 184]) drawRoundedBox(lerpColor(blanket, '#10182c', 0.16), -49, y, 98, 4);
	if (!hasOxygen) return;
	stroke(tone('#7fd0d8'));
	strokeWeight(4);
	noFill();
	line(-4, 44, -30, 60);
	line(-30, 60, -52, 30);
	noStroke();
	fill(tone('#a6e2e6'));
	ellipse(0, 44, 16, 11);
}

/** Draws the breathing, which gets a little slower the longer nobody comes. */
export function drawBreath(plan: BedPlan, seconds: number): void {
	const { breaths = CALM_BREATHS_PER_MINUTE, pulse = CALM_PULSE_PER_MINUTE, rest } = plan;
	const { colours, grey, blanket, tone } = bedColoursOf(plan);
	const measureColour = colours.lamps.measure;
	const chestHeight = Math.sin((seconds * Math.PI * 2 * breaths * (1 - grey * 0.5)) / 60) * 0.5 + 0.5;
	noStroke();
	fill(lerpColor(blanket, '#ffffff', 0.07 + chestHeight * 0.07));
	ellipse(0, 102 - chestHeight * 3, 76 + chestHeight * 12, 50 + chestHeight * 14);
	drawRoundedBox(tone(colours.sheet), -50, 63 - chestHeight * 3, 100, 18, 7);
	if (pulse === null) {
		// The clip hangs from its wire and is not on a finger.
		stroke(currentPalette().ink);
		strokeWeight(2.4);
		line(46, 96, 62, 128 + chestHeight * 2);
		drawRoundedBox(measureColour, 56, 126 + chestHeight * 2, 13, 18, 4);
	} else {
		fill(lerpColor('#efc19d', colours.ashSkin, grey));
		ellipse(36, 96, 19, 13);
		drawRoundedBox(tone(measureColour), 40, 90, 13, 10, 4);
	}
	if (rest !== 'ill') return;
	// Drops of sweat.
	noStroke();
	fill('rgba(120, 185, 225, 0.95)');
	const stripeOffset = (seconds * 6) % 9;
	ellipse(17, 22 + stripeOffset, 4.5, 7);
	ellipse(-16, 26 + ((stripeOffset + 5) % 9), 4, 6);
}
