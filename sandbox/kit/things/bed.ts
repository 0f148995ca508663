/** Draws a hospital bed from above, with a patient, a lamp, a monitor and a chart at its foot. */
import { pop, push, scale, translate } from 'braise/draw';
import { drawGlow } from '../glow.ts';
import { currentMoment, currentPalette, type Place } from '../stage.ts';
import { wardColoursAt } from '../ward-colours.ts';
import { drawBedWithPatient, drawBreath } from './bed-body.ts';
import { drawBedLamp, drawPulseAndCallLight } from './bed-lamp.ts';
import { drawBedChart, drawBedNote, drawBedNumber, drawPatientTrend } from './bed-papers.ts';
import { CALM_PULSE_PER_MINUTE, type BedPlan } from './bed-plan.ts';
import { drawBedHeatOrCold, drawSleepLetters } from './bed-weather.ts';

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

/** Returns the area in which `drawStillBed` may paint, including its lamplight. */
export function bedAreaAt({ x, y, size }: Place): { x: number; y: number; width: number; height: number } {
	return { x: x - 190 * size, y: y - 115 * size, width: 380 * size, height: 410 * size };
}

/** Draws the parts of a bed that stand still. */
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

/** Draws the parts of a bed that move: breath, heartbeat and flashing lamp. */
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
