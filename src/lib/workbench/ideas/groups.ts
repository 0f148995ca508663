import type { Language } from '#lib/domain/language.ts';
import { m } from '#lib/paraglide/messages.js';
import { COLOUR_IDEAS, PICTURE_IDEAS, SHAPE_IDEAS, WORD_IDEAS } from './drawn-ideas.ts';
import { GAME_IDEAS, MOVEMENT_IDEAS, REACTION_IDEAS, TIME_IDEAS } from './moving-ideas.ts';
import { translateIdea, type Idea, type BilingualIdea } from './idea.ts';
import { CHANCE_IDEAS, LIST_IDEAS, LOOP_IDEAS, KIT_IDEAS } from './many-ideas.ts';
import { PAGE_CONTROL_IDEAS, PAGE_SHOW_IDEAS, PAGE_STORE_IDEAS } from './page-ideas.ts';

export interface IdeaGroup {
	name: string;
	ideas: Idea[];
}

type BilingualIdeaGroup = [name: typeof m.ideas_shapes, ideas: BilingualIdea[]];

export type IdeaKind = 'sketch' | 'page';

const SKETCH_IDEA_GROUPS: BilingualIdeaGroup[] = [
	[m.ideas_shapes, SHAPE_IDEAS],
	[m.ideas_colours, COLOUR_IDEAS],
	[m.ideas_movement, MOVEMENT_IDEAS],
	[m.ideas_reactions, REACTION_IDEAS],
	[m.ideas_games, GAME_IDEAS],
	[m.ideas_words, WORD_IDEAS],
	[m.ideas_pictures, PICTURE_IDEAS],
	[m.ideas_chance, CHANCE_IDEAS],
	[m.ideas_times, TIME_IDEAS],
	[m.ideas_repeats, LOOP_IDEAS],
	[m.ideas_lists, LIST_IDEAS],
	[m.ideas_worlds, KIT_IDEAS]
];

const IDEA_GROUPS_BY_KIND: Record<IdeaKind, BilingualIdeaGroup[]> = {
	sketch: SKETCH_IDEA_GROUPS,
	page: [
		[m.ideas_page_controls, PAGE_CONTROL_IDEAS],
		[m.ideas_page_shows, PAGE_SHOW_IDEAS],
		[m.ideas_page_store, PAGE_STORE_IDEAS]
	]
};

export function ideaGroups(language: Language, kind: IdeaKind): IdeaGroup[] {
	return IDEA_GROUPS_BY_KIND[kind].map(([name, ideas]) => ({
		name: name({}, { locale: language }),
		ideas: ideas.map((idea) => translateIdea(idea, language))
	}));
}

const withoutAccentsAndCase = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const selectIdeas = (groups: readonly IdeaGroup[], accepts: (idea: Idea, group: string) => boolean): IdeaGroup[] =>
	groups
		.map(({ name, ideas }) => ({ name, ideas: ideas.filter((idea) => accepts(idea, name)) }))
		.filter(({ ideas }) => ideas.length > 0);

/**
 * Returns the ideas that match every word of the search, in their groups. Words that begin in a title, a group's name or the search
 * words come first; if there are none, words that begin in a sentence or in code; else any part of a word. A search for "son" (sound)
 * therefore leaves out sentences with "son coin" (its corner), and "seed" still finds randomSeed.
 */
export function filterIdeas(groups: readonly IdeaGroup[], search: string): IdeaGroup[] {
	const words = withoutAccentsAndCase(search).split(/\s+/).filter(Boolean);
	const allWordsBeginIn = (text: string) => {
		const textWords = text.split(/[^\p{L}\p{N}]+/u);
		return words.every((word) => textWords.some((each) => each.startsWith(word)));
	};
	const searchableNamesOf = ({ title, searchWords }: Idea, group: string) =>
		withoutAccentsAndCase([group, title, searchWords].join(' '));
	const searchableTextOf = (idea: Idea, group: string) =>
		withoutAccentsAndCase([searchableNamesOf(idea, group), idea.description, idea.linesAbove, idea.code].join(' '));
	const searchTests = [
		(idea: Idea, group: string) => allWordsBeginIn(searchableNamesOf(idea, group)),
		(idea: Idea, group: string) => allWordsBeginIn(searchableTextOf(idea, group)),
		(idea: Idea, group: string) => words.every((word) => searchableTextOf(idea, group).includes(word))
	];
	return searchTests.map((way) => selectIdeas(groups, way)).find((found) => found.length > 0) ?? [];
}
