/** Groups the ideas by what a student wants to do, and searches them. */
import type { Language } from '#lib/domain/language.ts';
import { m } from '#lib/paraglide/messages.js';
import { COLOURS, PICTURES, SHAPES, WORDS } from './drawn-ideas.ts';
import { ideaIn, type Idea, type WrittenIdea } from './idea.ts';
import { CHANCE, LISTS, REPEATS, WORLDS } from './many-ideas.ts';
import { MOVEMENT, REACTIONS, TIMES } from './moving-ideas.ts';

export interface IdeaGroup {
	name: string;
	ideas: Idea[];
}

const GROUPS: [name: typeof m.ideas_shapes, ideas: WrittenIdea[]][] = [
	[m.ideas_shapes, SHAPES],
	[m.ideas_colours, COLOURS],
	[m.ideas_movement, MOVEMENT],
	[m.ideas_reactions, REACTIONS],
	[m.ideas_words, WORDS],
	[m.ideas_pictures, PICTURES],
	[m.ideas_chance, CHANCE],
	[m.ideas_times, TIMES],
	[m.ideas_repeats, REPEATS],
	[m.ideas_lists, LISTS],
	[m.ideas_worlds, WORLDS]
];

export function ideaGroups(language: Language): IdeaGroup[] {
	return GROUPS.map(([name, ideas]) => ({
		name: name({}, { locale: language }),
		ideas: ideas.map((idea) => ideaIn(idea, language))
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
