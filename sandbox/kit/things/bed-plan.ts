/** What a bed shows: the patient in it, its lamp and its papers. */
import type { PatientState } from '../people/pillow-head.ts';
import type { BedLamp } from '../ward-colours.ts';
import type { BedChart, PatientTrend } from './bed-papers.ts';
import type { BedHeatOrCold } from './bed-weather.ts';

export interface BedPlan {
	/** Number of one of ten heads. */
	who?: number;
	rest?: PatientState;
	/** Breaths and heartbeats per minute; null while the clip is not on the finger. */
	breaths?: number;
	pulse?: number | null;
	hasFever?: boolean;
	hasOxygen?: boolean;
	/** How long the patient has been left alone, from 0 to 1. The bed turns grey accordingly. */
	waits?: number;
	/** Number on the bed's head end. */
	number?: number;
	lamp?: BedLamp;
	/** True when somebody has come, so that the lamp no longer flashes. */
	isAnswered?: boolean;
	/** True when somebody cares for the patient, which lights the bed with a warm light. */
	isLit?: boolean;
	dreams?: boolean;
	chart?: BedChart;
	trend?: PatientTrend | undefined;
	/** True when a slip of paper lies on the bed. */
	hasNote?: boolean;
	weather?: BedHeatOrCold | undefined;
}

export const CALM_PULSE_PER_MINUTE = 70;
