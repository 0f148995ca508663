import type { BoardMember } from '#lib/domain/progress.ts';
import { m } from '#lib/paraglide/messages.js';

export interface AuthorNames {
	name: string;
	pseudonym: string | undefined;
	/** Returns the name of the author with this membership id. */
	nameOf: (memberId: string) => string;
}

export function authorNamesOf(
	members: readonly BoardMember[],
	realNameOf: (key: string) => string | undefined
): AuthorNames {
	const realNameOrPseudonym = ({ key, pseudonym }: BoardMember) => realNameOf(key) ?? pseudonym;
	const joinMemberTexts = (one: (member: BoardMember) => string) => {
		const [first, other] = members;
		if (!first) return m.review_nobody();
		return other ? m.board_and({ one: one(first), other: one(other) }) : one(first);
	};
	const name = joinMemberTexts(realNameOrPseudonym);
	const pseudonym = joinMemberTexts((member) => member.pseudonym);
	return {
		name,
		pseudonym: name === pseudonym ? undefined : pseudonym,
		nameOf: (member) => {
			const author = members.find(({ id }) => id === member);
			return author ? realNameOrPseudonym(author) : m.review_nobody();
		}
	};
}
