/** Groups the ideas by what a student wants to do, and searches them. */
import type { Language } from '#lib/domain/language.ts';
import { m } from '#lib/paraglide/messages.js';
import { COLOUR_IDEAS, PICTURE_IDEAS, SHAPE_IDEAS, WORD_IDEAS } from './drawn-ideas.ts';
import { translateIdea, type Idea, type WrittenIdea } from './idea.ts';
import { CHANCE_IDEAS, LIST_IDEAS, LOOP_IDEAS, KIT_IDEAS } from './many-ideas.ts';
import { MOVEMENT_IDEAS, REACTION_IDEAS, TIME_IDEAS } from './moving-ideas.ts';

export interface IdeaGroup {
	name: string;
	ideas: Idea[];
}

const GROUPS: [name: typeof m.ideas_shapes, ideas: WrittenIdea[]][] = [
	[m.ideas_shapes, SHAPE_IDEAS],
	[m.ideas_colours, COLOUR_IDEAS],
	[m.ideas_movement, MOVEMENT_IDEAS],
	[m.ideas_reactions, REACTION_IDEAS],
	[m.ideas_words, WORD_IDEAS],
	[m.ideas_pictures, PICTURE_IDEAS],
	[m.ideas_chance, CHANCE_IDEAS],
	[m.ideas_times, TIME_IDEAS],
	[m.ideas_repeats, LOOP_IDEAS],
	[m.ideas_lists, LIST_IDEAS],
	[m.ideas_worlds, KIT_IDEAS]
];

export function ideaGroups(language: Language): IdeaGroup[] {
	return GROUPS.map(([name, ideas]) => ({
		name: name({}, { locale: language }),
		ideas: ideas.map((idea) => translateIdea(idea, language))
	}));
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Returns the groups with those ideas whose title, sentence, code or group has every word of the search. */
export function filterIdeas(groups: readonly IdeaGroup[], search: string): IdeaGroup[] {
	const words = folded(search).split(/\s+/).filter(Boolean);
	return groups
		.map(({ name, ideas }) => ({
			name,
			ideas: ideas.filter(({ title, text, before, code }) => {
				const all = folded([name, title, text, before, code].join(' '));
				return words.every((word) => all.includes(word));
			})
		}))
		.filter(({ ideas }) => ideas.length > 0);
}
