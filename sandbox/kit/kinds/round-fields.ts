/** The fields of a round's scene, as their author wrote them in challenge.yaml. */
import type { SceneDecision, SceneDial } from './fields.ts';

/** A stop of a round. Its position is in kilometres: x to the east, y to the north. */
export interface RoundStop {
	name: string;
	x: number;
	y: number;
	/** Minutes that the visit takes. */
	minutes: number;
	/** Minute of the day until which somebody waits at the stop. */
	until?: number;
}

export interface RoundFields {
	/** Id of the label for the person who drives. */
	title: string;
	/** All stops. The round begins and ends at the first one. */
	stops: readonly RoundStop[];
	/** Minute of the day at which the round begins. */
	starts: number;
	/** Minutes for a kilometre. */
	pace: number;
	/** The function of the program. It takes the present position and the stops that are left. */
	function: string;
	/** Whether the function returns all stops in order, or only the next stop. */
	gives: 'order' | 'next';
	/** Kilometres that a round through all stops may have at most. */
	most?: number;
	/** A dial on the stage that sets how many stops there are. */
	hand?: SceneDial;
	decision: SceneDecision;
}
