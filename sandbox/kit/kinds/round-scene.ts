/** The scene of a round: stops on a map, and the order in which the program visits them. */
import { look, person } from '../people/person.ts';
import { room } from '../places/room.ts';
import type { RoundFields } from './round-fields.ts';
import { readDialValue, createCodelessScene } from './kind-scene.ts';
import { drawRoundStory } from './round-play.ts';
import { createRoundStory } from './round-story.ts';
import { describeRound } from './round-words.ts';

/** Makes the scene of a round: stops on a map, in the order that a function of the program decides. */
export function roundScene(program: object, fields: RoundFields) {
	return createCodelessScene({
		decision: fields.decision,
		backdrop: () => room('office'),
		prepare: (input) => createRoundStory(program, fields, readDialValue(fields.hand, input)),
		play: (story, moment) => drawRoundStory(story, fields, moment),
		describe: (story, language) => describeRound(story, fields, language),
		wait: (layout) => person(layout.person, { look: look(fields.title) })
	});
}
