/** The country of Valcendre on a map of paper. The van drives as the student's own functions say. */
import { country, dashboardHeight, scene } from 'braise/scene';
import { land } from './scene/country';
import { describeStory } from './scene/describe';
import { playNone, playOrders, playTrips } from './scene/play-trips';
import { playRound } from './scene/play-round';
import { storyOf, type Story } from './scene/story';

export { measure } from './scene/measure';

export const { init, step, draw, describe } = scene<Story>({
	prepare: storyOf,
	play(story, { time, still }) {
		const map = country(land, dashboardHeight());
		if (story.kind === 'round') playRound(story, map, time, still);
		else if (story.kind === 'trips') playTrips(story.trips, map, time, still);
		else if (story.kind === 'orders') playOrders(story.rounds, map, time, still);
		else playNone(story.order, map);
	},
	describe: (story, { input: { situation, values } }) =>
		describeStory(story, situation === 'discover' && values !== undefined)
});
