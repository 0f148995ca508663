/** Draws a hospital bed from above, with a patient, a lamp, a monitor and a chart at its foot. */
import { pop, push, scale, translate } from 'braise/draw';
import { glow } from '../glow.ts';
import { now, palette, type Place } from '../stage.ts';
import { wardColoursFor } from '../ward-colours.ts';
import { bedBody, breath } from './bed-body.ts';
import { bedLamp, bedSignal } from './bed-lamp.ts';
import { bedChart, bedNote, bedNumber, bedTrend } from './bed-papers.ts';
import { CALM_PULSE, type BedPlan } from './bed-plan.ts';
import { bedWeather, dreams } from './bed-weather.ts';

function at(place: Place, paint: () => void): void {
	push();
	translate(place.x, place.y);
	scale(place.size);
	paint();
	pop();
}

/** Draws a bed with its head end at `place`. It is 100 wide and 200 long, times the place's size. */
export function bed(place: Place, plan: BedPlan = {}): void {
	stillBed(place, plan);
	movingBed(place, plan);
}

/** Returns the area in which `stillBed` may paint, including its lamplight. */
export function bedArea({ x, y, size }: Place): { x: number; y: number; width: number; height: number } {
	return { x: x - 190 * size, y: y - 115 * size, width: 380 * size, height: 410 * size };
}

/** Draws the parts of a bed that stand still. */
export function stillBed(place: Place, plan: BedPlan): void {
	const { lamp, isAnswered, isLit, number, chart } = plan;
	at(place, () => {
		const { lamplight } = wardColoursFor(palette().hour);
		if (isLit) glow(lamplight, 0, 96, 190, 0.62);
		if (lamp) bedLamp(lamp, isAnswered === true);
		bedBody(plan);
		if (number !== undefined) bedNumber(number);
		if (chart) bedChart(chart);
	});
}

/** Draws the parts of a bed that move: breath, heartbeat and flashing lamp. */
export function movingBed(place: Place, plan: BedPlan): void {
	const { time, still } = now();
	const seconds = still ? 1.1 : time;
	const { pulse = CALM_PULSE, lamp, isAnswered, trend, hasNote, weather, who = 0 } = plan;
	at(place, () => {
		breath(plan, seconds);
		if (lamp) bedSignal(lamp, isAnswered === true, pulse, seconds);
		if (trend) bedTrend(trend);
		if (hasNote) bedNote();
		if (plan.dreams) dreams(seconds, who);
		if (weather) bedWeather(weather, still ? 0 : time);
	});
}
