/** What a scene of a round is made of, as its author wrote it in challenge.yaml. */
import type { SceneDecision, SceneHand } from './fields.ts';

/** A stop of a round, in kilometres: x eastwards, y northwards. */
export interface RoundStop {
	name: string;
	x: number;
	y: number;
	/** How long the visit takes. */
	minutes: number;
	/** The minute of the day until which somebody waits there. */
	until?: number;
}

export interface RoundFields {
	/** Id of the label of whoever drives. */
	title: string;
	/** The first one is where the round begins and ends. */
	stops: readonly RoundStop[];
	/** The minute of the day when the round begins. */
	starts: number;
	/** Minutes for a kilometre. */
	pace: number;
	/** It takes where the round is and the stops that are left. */
	function: string;
	/** Whether it returns all of them in their order, or the next one. */
	gives: 'order' | 'next';
	/** Kilometres, of which a round through all stops takes no more. */
	most?: number;
	/** Sets how many stops there are. */
	hand?: SceneHand;
	decision: SceneDecision;
}
