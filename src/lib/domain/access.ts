export const ROLES = ['student', 'applicant', 'teacher', 'partner', 'curator'] as const;
/** `applicant`: an adult whom no curator has admitted yet. */
export type Role = (typeof ROLES)[number];
export type RoleOrVisitor = Role | 'visitor';

/**
 * Relations between a person and a thing; callers find them before they ask for permission. To anything: `self`: it is about this
 * person alone. `author`: the person made it. `member`: the person is a student of its class. `teaches`: the person teaches its
 * class. To a problem: `listed`: it stands on the board. `free`: nobody has claimed it. `curated`: it is not a student's card
 * that stays in its class. `claims`: the person claimed it. `offers`: the person offered their student's card to the board. To a
 * version: `reviews`: the person did not make it and may review it for the catalogue.
 */
export const ACCESS_RELATIONS = [
	'self',
	'author',
	'member',
	'teaches',
	'listed',
	'free',
	'curated',
	'claims',
	'offers',
	'reviews'
] as const;
export type AccessRelation = (typeof ACCESS_RELATIONS)[number];

type PermissionRule = 'always' | readonly AccessRelation[];
type PermissionRulesByActor = Partial<Record<RoleOrVisitor, PermissionRule>>;

const EVERYONE_GRANT = {
	visitor: 'always',
	student: 'always',
	applicant: 'always',
	teacher: 'always',
	partner: 'always',
	curator: 'always'
} as const;
const SIGNED_IN_GRANT = {
	student: ['self'],
	applicant: ['self'],
	teacher: ['self'],
	partner: ['self'],
	curator: ['self']
} as const;
const ADMITTED_ADULTS_GRANT = { teacher: ['self'], partner: ['self'], curator: ['self'] } as const;
const ADULTS_GRANT = { applicant: ['self'], ...ADMITTED_ADULTS_GRANT } as const;
const AUTHORS_GRANT = {
	student: ['author'],
	applicant: ['author'],
	teacher: ['author'],
	partner: ['author'],
	curator: ['author']
} as const;
const TEACHERS_GRANT = { teacher: ['teaches'], curator: ['teaches'] } as const;

export const PERMISSIONS = {
	'challenge.open': EVERYONE_GRANT,
	/** Reads the solution, the held-back checks and the teacher's page. */
	'challenge.solution': { teacher: 'always', curator: 'always' },
	/** Makes, checks and publishes challenges for one's own classes, and reads a colleague's by link. */
	'studio.use': { teacher: 'always', curator: 'always' },
	/** Proposes one's own version to the catalogue, takes it back, retires it, and answers its reviewers. */
	'publication.propose': { teacher: ['author'], curator: ['author'] },
	'publication.list': { teacher: 'always', curator: 'always' },
	/** Reads a proposed version with its solution, agrees to it, or asks for work. */
	'publication.review': { teacher: ['reviews'], curator: ['reviews'] },
	/** Keeps a version out of the catalogue, or removes a published version from it. */
	'publication.hold-back': { curator: ['reviews'] },

	'account.read': SIGNED_IN_GRANT,
	'account.change': SIGNED_IN_GRANT,
	/** Corrects the name that others see. A student's pseudonym is changed by a teacher. */
	'account.rename': ADULTS_GRANT,
	/** Changes the address of one's own account. An applicant may not, because the answer reveals whether an address has an account. */
	'account.readdress': ADMITTED_ADULTS_GRANT,
	'account.export': SIGNED_IN_GRANT,
	'account.delete': SIGNED_IN_GRANT,
	/** Makes one-time links to join or to choose a new password. */
	'account.invite': { curator: 'always' },
	'account.admit': { curator: 'always' },
	'account.list': { curator: 'always' },

	'class.create': { teacher: 'always', curator: 'always' },
	'class.read': TEACHERS_GRANT,
	'class.change': TEACHERS_GRANT,
	/** Deletes a class. With several teachers, only its maker may: `mayDeleteClass` decides that. */
	'class.delete': TEACHERS_GRANT,
	/** Lists classes and their teachers, to hand a class over to another teacher. The list shows no student. */
	'class.hand-over': { curator: 'always' },
	'class.join': { student: 'always', visitor: 'always' },
	/** Reads the class's name and teachers, and one's own pseudonym. */
	'class.see': { student: ['member'], ...TEACHERS_GRANT },
	'membership.change': TEACHERS_GRANT,
	'level.validate': TEACHERS_GRANT,

	'work.store': AUTHORS_GRANT,
	'work.read': AUTHORS_GRANT,
	'work.delete': AUTHORS_GRANT,
	'pair.join': { student: ['member'] },
	'pair.leave': { student: ['self'] },

	'assignment.create': TEACHERS_GRANT,
	'assignment.change': TEACHERS_GRANT,
	'assignment.see': { student: ['member'], ...TEACHERS_GRANT },
	'board.watch': TEACHERS_GRANT,
	'board.report': { student: ['member'] },
	'submission.hand-in': { student: ['author'] },
	/** Has one's own examples of a step "catch" tried by the judge before the hand-in. */
	'submission.try': { student: ['member'] },
	'submission.read': { student: ['author'], ...TEACHERS_GRANT },
	'review.write': TEACHERS_GRANT,
	'review.answer': { student: ['author'] },
	'debate.lead': TEACHERS_GRANT,
	'debate.take-part': { student: ['member'] },
	/** Sends the debate's summary to the contributor of the problem, takes it back, and lets their answer pass to the class. */
	'debate.send-summary': TEACHERS_GRANT,
	'class.export': TEACHERS_GRANT,

	'wall.see': { student: ['member'], ...TEACHERS_GRANT },
	'wall.put-up': { student: ['member'] },
	/** Writes, changes and removes one's own sentence about a project on the wall. */
	'wall.answer': { student: ['member'], ...TEACHERS_GRANT },
	'wall.report': { student: ['member'] },
	/** Makes and ends a link by which people outside the class see one's own project on the wall. */
	'wall.link': { student: ['member'] },
	/** Opens and closes the wall, hides and shows what students put on it, turns links on and off, and ends single links. */
	'wall.lead': TEACHERS_GRANT,
	/** Sees a project on a wall by its link, without an account. */
	'link.see': EVERYONE_GRANT,

	/** Tells a problem, without an account. A student tells a problem within a class. */
	'problem.tell': EVERYONE_GRANT,
	'problem.tell-in-class': { student: ['member'] },
	/** Follows a problem by its private link: whoever has the link counts as the contributor. */
	'problem.follow': EVERYONE_GRANT,
	'problem.keep': { applicant: 'always', teacher: 'always', partner: 'always', curator: 'always' },
	'problem.list': { teacher: 'always', curator: 'always' },
	'problem.read': {
		teacher: ['listed', 'claims', 'teaches', 'offers'],
		curator: ['curated', 'claims', 'teaches', 'offers']
	},
	'problem.ask': { teacher: ['free', 'claims'], curator: ['curated', 'claims'] },
	'problem.decline': { teacher: ['free', 'claims', 'teaches'], curator: ['curated', 'claims', 'teaches'] },
	'problem.claim': { teacher: ['free'], curator: ['free'] },
	'problem.release': { teacher: ['claims'], curator: ['claims'] },
	/** Puts a told problem on the board of problems. For a student's problem, a teacher of the class decides that. */
	'problem.let-in': { teacher: ['teaches'], curator: ['curated', 'teaches'] },
	/** Answers messages in place of the problem's contributor, when the contributor is a student. */
	'problem.reply': { teacher: ['offers'], curator: ['offers'] },
	'problem.contact': { teacher: ['claims'], curator: ['curated', 'claims'] },
	/** Makes a challenge of a problem in the studio, shows a version to the contributor, and reads the contributor's answers. */
	'problem.show': { teacher: ['claims'], curator: ['claims'] },
	'problem.invite': { teacher: 'always', curator: 'always' }
} as const satisfies Record<string, PermissionRulesByActor>;

export type AccessAction = keyof typeof PERMISSIONS;

export function isActionAllowed(
	actor: RoleOrVisitor,
	action: AccessAction,
	relations: readonly AccessRelation[] = []
): boolean {
	const grant = (PERMISSIONS[action] as PermissionRulesByActor)[actor];
	if (grant === undefined) return false;
	return grant === 'always' || grant.some((relation) => relations.includes(relation));
}

/** Name of the cookie that tells pages shown without network who is signed in. The cookie proves nothing. */
export const PERSON_COOKIE = 'at-work';

export interface Person {
	id: string;
	role: Role;
	/** Name of the person: an adult's display name, or a student's pseudonym in the class joined last, empty without a class. */
	name: string;
	/** When the account will be deleted, in milliseconds since 1970; absent when no deletion was requested. */
	deletionAt?: number;
	/** The pair at this machine; absent for a student alone. */
	pair?: Pair;
}

/** A pair, as seen by the student who signed in first. */
export interface Pair {
	id: string;
	other: { id: string; name: string };
}
