import {
	ellipse,
	fill,
	lerpColor,
	line,
	noFill,
	noStroke,
	stroke,
	strokeWeight,
	beginShape,
	circle,
	endShape,
	text,
	textAlign,
	textSize,
	textStyle,
	vertex,
	pop,
	push,
	scale,
	translate
} from 'braise/draw';
import { drawRoundedBox, drawGlow } from '../paper.ts';
import { drawHeadOnPillow } from '../people/pillow-head.ts';
import { currentPalette, currentMoment, type Place } from '../stage.ts';
import { wardColoursAt, type WardColours, type BedLamp } from '../ward-colours.ts';
import {
	CALM_PULSE_PER_MINUTE,
	type BedPlan,
	drawBedChart,
	drawBedNote,
	drawBedNumber,
	drawPatientTrend,
	drawBedHeatOrCold,
	drawSleepLetters
} from './bed-plan.ts';

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

function drawBedWithPatient(plan: BedPlan): void {
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

function drawBreath(plan: BedPlan, seconds: number): void {
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

/** Signs on the lamp, so that the level is not told by colour alone. */
const BED_LAMP_SIGNS: Partial<Record<BedLamp, string>> = { alarm: '!!', call: '!', measure: '?', odd: '×' };

const isUrgentLamp = (lamp: BedLamp): boolean => lamp === 'alarm' || lamp === 'call';

function drawBedLamp(lamp: BedLamp, isAnswered: boolean): void {
	const { bedframeDark, shade, screen, lamps } = wardColoursAt(currentPalette().hour);
	if (isUrgentLamp(lamp) && !isAnswered) drawGlow(lamp === 'alarm' ? '255, 70, 50' : '255, 140, 40', 70, -7, 100, 0.6);
	drawRoundedBox(bedframeDark, 66, 10, 7, 92, 3);
	drawRoundedBox(shade, 52, 19, 44, 36, 5);
	drawRoundedBox(screen, 49, 16, 44, 36, 5);
	noStroke();
	fill(shade);
	circle(72, -5, 34);
	fill(lamps[lamp]);
	circle(70, -7, isUrgentLamp(lamp) ? 36 : lamp === 'calm' ? 24 : 32);
	fill('#ffffff');
	if (lamp === 'watch') circle(70, -7, 11);
	textAlign('center', 'alphabetic');
	textStyle('bold');
	textSize(26);
	text(BED_LAMP_SIGNS[lamp] ?? '', 70, 2);
}

function drawPulseAndCallLight(lamp: BedLamp, isAnswered: boolean, pulse: number | null, seconds: number): void {
	const { lamps } = wardColoursAt(currentPalette().hour);
	drawHeartbeat(pulse, seconds, pulse === null ? lamps.odd : '#7de8a8');
	if (!isUrgentLamp(lamp) || isAnswered) return;
	const beat = 0.5 + 0.5 * Math.sin(seconds * (lamp === 'alarm' ? 9 : 5));
	noFill();
	stroke(lamps[lamp]);
	strokeWeight(4);
	circle(70, -7, 42 + beat * 22);
}

const SHOWN_HEARTBEAT_SECONDS = 1.8;
const HEARTBEAT_POINT_COUNT = 22;

function heartbeatHeightAt(part: number): number {
	if (part < 0.1) return 0;
	if (part < 0.16) return (part - 0.1) * -4;
	if (part < 0.24) return -0.24 + (part - 0.16) * 15;
	if (part < 0.34) return 0.96 - (part - 0.24) * 13;
	if (part < 0.42) return -0.34 + (part - 0.34) * 4.25;
	return 0;
}

/** Draws one spike per heartbeat. A flat line means that the pulse was not measured, not that the heart stands still. */
function drawHeartbeat(pulse: number | null, seconds: number, colour: string): void {
	noFill();
	stroke(colour);
	strokeWeight(2.6);
	beginShape();
	for (let index = 0; index <= HEARTBEAT_POINT_COUNT; index++) {
		const passedBeats = ((seconds + (index / HEARTBEAT_POINT_COUNT) * SHOWN_HEARTBEAT_SECONDS) * (pulse ?? 0)) / 60;
		const up = pulse === null ? (index % 4 < 2 ? 0.04 : -0.04) : heartbeatHeightAt((passedBeats % 1) * 0.8);
		vertex(52 + (index / HEARTBEAT_POINT_COUNT) * 38, 34 - up * 13.2);
	}
	endShape();
}

function paintAtPlace(place: Place, paint: () => void): void {
	push();
	translate(place.x, place.y);
	scale(place.size);
	paint();
	pop();
}

/** Draws a bed with its head end at `place`. It is 100 wide and 200 long, times the place's size. */
export function bed(place: Place, plan: BedPlan = {}): void {
	drawStillBed(place, plan);
	drawMovingBed(place, plan);
}

export function bedAreaAt({ x, y, size }: Place): { x: number; y: number; width: number; height: number } {
	return { x: x - 190 * size, y: y - 115 * size, width: 380 * size, height: 410 * size };
}

export function drawStillBed(place: Place, plan: BedPlan): void {
	const { lamp, isAnswered, isLit, number, chart } = plan;
	paintAtPlace(place, () => {
		const { lamplight } = wardColoursAt(currentPalette().hour);
		if (isLit) drawGlow(lamplight, 0, 96, 190, 0.62);
		if (lamp) drawBedLamp(lamp, isAnswered === true);
		drawBedWithPatient(plan);
		if (number !== undefined) drawBedNumber(number);
		if (chart) drawBedChart(chart);
	});
}

export function drawMovingBed(place: Place, plan: BedPlan): void {
	const { time, still } = currentMoment();
	const seconds = still ? 1.1 : time;
	const { pulse = CALM_PULSE_PER_MINUTE, lamp, isAnswered, trend, hasNote, weather, who = 0 } = plan;
	paintAtPlace(place, () => {
		drawBreath(plan, seconds);
		if (lamp) drawPulseAndCallLight(lamp, isAnswered === true, pulse, seconds);
		if (trend) drawPatientTrend(trend);
		if (hasNote) drawBedNote();
		if (plan.dreams) drawSleepLetters(seconds, who);
		if (weather) drawBedHeatOrCold(weather, still ? 0 : time);
	});
}
