/** Makes the functions of a scene, whose story begins again when the situation, the option or a value changes. */
import { background } from 'braise/draw';
import type { Hour } from './palette.ts';
import { fitStage, light, currentPalette, setLanguage, setMoment } from './stage.ts';

export interface SceneInput {
	labels: Record<string, string>;
	language: string;
	theme: 'light' | 'dark';
	situation: string;
	option?: string;
	values?: Record<string, number>;
	reducedMotion: boolean;
}

interface ScenePlan<Story> {
	/** Calls the program, and makes the story from its answers: once for each situation, option and set of values. */
	prepare(input: SceneInput): Story;
	/** Draws the story. `time` is in seconds since the story began. */
	play(story: Story, moment: { time: number; still: boolean; input: SceneInput }): void;
	/**
	 * Returns one sentence about the whole situation, then sentences about what is wrong. `before` is the story before the last
	 * change.
	 */
	describe(story: Story, context: { input: SceneInput; before: Story | undefined }): string[];
	/** Returns the light of the scene. By default, the light is day in a light theme and dusk in a dark theme. */
	hour?(story: Story, input: SceneInput): Hour;
}

interface SceneState<Story> {
	/** The situation, option and values that the story was made for, as JSON. */
	about: string;
	/** Number of steps since the story began, sixty a second. */
	steps: number;
	story: Story;
	before?: Story;
}

const storyKeyOf = ({ situation, option, values }: SceneInput): string => JSON.stringify([situation, option, values]);

/** Returns the functions that a scene's file exports. */
export function scene<Story>(plan: ScenePlan<Story>) {
	const beginStory = (input: SceneInput): SceneState<Story> => {
		setLanguage(input.language);
		return { about: storyKeyOf(input), steps: 0, story: plan.prepare(input) };
	};
	return {
		init(_seed: number, input: SceneInput): SceneState<Story> {
			return beginStory(input);
		},
		step(state: SceneState<Story>, input: SceneInput): SceneState<Story> {
			if (state.about === storyKeyOf(input)) return { ...state, steps: state.steps + 1 };
			return { ...beginStory(input), before: state.story };
		},
		draw({ story, steps }: SceneState<Story>, input: SceneInput): void {
			const moment = { time: steps / 60, still: input.reducedMotion };
			setLanguage(input.language);
			fitStage();
			setMoment(moment);
			light(plan.hour?.(story, input) ?? (input.theme === 'dark' ? 'dusk' : 'day'));
			background(currentPalette().near);
			plan.play(story, { ...moment, input });
		},
		describe({ story, before }: SceneState<Story>, input: SceneInput): string[] {
			setLanguage(input.language);
			return plan.describe(story, { input, before });
		}
	};
}
