/** What a bed shows: whoever lies in it, its lamp and its papers. */
import type { Rest } from '../people/pillow-head.ts';
import type { BedLamp } from '../ward-colours.ts';
import type { BedChart, BedTrend } from './bed-papers.ts';
import type { BedWeather } from './bed-weather.ts';

export interface BedPlan {
	/** One of ten heads, by number. */
	who?: number;
	rest?: Rest;
	/** Breaths and heartbeats a minute; null while the clip is off the finger. */
	breaths?: number;
	pulse?: number | null;
	hasFever?: boolean;
	hasOxygen?: boolean;
	/** From 0 to 1: for how long nobody has come. The bed grows grey. */
	waits?: number;
	/** Written on its head end. */
	number?: number;
	lamp?: BedLamp;
	/** Somebody is there, and the lamp no longer flashes. */
	isAnswered?: boolean;
	/** A warm light shines on somebody who is cared for. */
	isLit?: boolean;
	dreams?: boolean;
	chart?: BedChart;
	trend?: BedTrend | undefined;
	/** A slip of paper is stuck to it. */
	hasNote?: boolean;
	weather?: BedWeather | undefined;
}

export const CALM_PULSE = 70;
