/** Defines all permissions in one table and checks them; actions missing from it are refused. */
export const ROLES = ['student', 'applicant', 'teacher', 'partner', 'curator'] as const;
/** `applicant`: an adult whom no curator has admitted yet. */
export type Role = (typeof ROLES)[number];
export type Actor = Role | 'visitor';

/**
 * How a person relates to a thing; callers find the relations before they ask for permission. To anything: `self`: the thing is about them
 * alone. `author`: they made it. `member`: they are a student of its class. `teaches`: they teach its class. To a problem: `listed`: it
 * stands on the board. `free`: nobody has claimed it. `curated`: it is not a student's card that stays in its class. `claims`: they claimed
 * it. `offers`: they offered their student's card to the board. To a version: `reviews`: they may review it for the catalogue, because they
 * did not make it.
 */
export const RELATIONS = [
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
export type Relation = (typeof RELATIONS)[number];

type PermissionRule = 'always' | readonly Relation[];
type GrantRow = Partial<Record<Actor, PermissionRule>>;

const everyoneMay = {
	visitor: 'always',
	student: 'always',
	applicant: 'always',
	teacher: 'always',
	partner: 'always',
	curator: 'always'
} as const;
const signedInMay = {
	student: ['self'],
	applicant: ['self'],
	teacher: ['self'],
	partner: ['self'],
	curator: ['self']
} as const;
const authorsMay = {
	student: ['author'],
	applicant: ['author'],
	teacher: ['author'],
	partner: ['author'],
	curator: ['author']
} as const;
const teachersMay = { teacher: ['teaches'], curator: ['teaches'] } as const;

export const PERMISSIONS = {
	'challenge.open': everyoneMay,
	/** Reads the solution, the held-back checks and the teacher's page. */
	'challenge.solution': { teacher: 'always', curator: 'always' },
	/** Makes, checks and publishes challenges for one's own classes, and reads a colleague's by link. */
	'studio.use': { teacher: 'always', curator: 'always' },
	/** Proposes one's own version to the catalogue, takes it back, retires it, and answers its reviewers. */
	'publication.propose': { teacher: ['author'], curator: ['author'] },
	'publication.list': { teacher: 'always', curator: 'always' },
	/** Reads a proposed version with its solution, agrees to it, or asks for work. */
	'publication.review': { teacher: ['reviews'], curator: ['reviews'] },
	/** Keeps a version out of the catalogue, and takes one out of it. */
	'publication.hold-back': { curator: ['reviews'] },

	'account.read': signedInMay,
	/** Changes one's own password and sign-ins. */
	'account.change': signedInMay,
	'account.export': signedInMay,
	'account.delete': signedInMay,
	/** Makes one-time links to join or to choose a new password. */
	'account.invite': { curator: 'always' },
	'account.admit': { curator: 'always' },
	'account.list': { curator: 'always' },

	'class.create': { teacher: 'always', curator: 'always' },
	'class.read': teachersMay,
	'class.change': teachersMay,
	/** Deletes a class. Among several teachers only who made it: `mayDeleteClass` decides that. */
	'class.delete': teachersMay,
	/** Lists classes and their teachers, to hand a class over to another teacher. The list shows no student. */
	'class.hand-over': { curator: 'always' },
	'class.join': { student: 'always', visitor: 'always' },
	/** Reads the class's name and teachers, and one's own pseudonym. */
	'class.see': { student: ['member'], ...teachersMay },
	'membership.change': teachersMay,
	'level.validate': teachersMay,

	'work.store': authorsMay,
	'work.read': authorsMay,
	'work.delete': authorsMay,
	'pair.join': { student: ['member'] },
	/** Ends one's own pair, and separates the works made in it. */
	'pair.leave': { student: ['self'] },

	'assignment.create': teachersMay,
	'assignment.change': teachersMay,
	'assignment.see': { student: ['member'], ...teachersMay },
	'board.watch': teachersMay,
	'board.report': { student: ['member'] },
	'submission.hand-in': { student: ['author'] },
	/** Tries one's own examples of a step "catch" before the hand-in. */
	'submission.try': { student: ['member'] },
	'submission.read': { student: ['author'], ...teachersMay },
	'review.write': teachersMay,
	'review.answer': { student: ['author'] },
	'debate.lead': teachersMay,
	'debate.take-part': { student: ['member'] },
	/** Sends the debate's summary to the teller of the problem, takes it back, and lets their answer pass to the class. */
	'debate.send-summary': teachersMay,
	'class.export': teachersMay,

	/** Sees the class's wall, and opens and runs what hangs there. */
	'wall.see': { student: ['member'], ...teachersMay },
	/** Puts an own project up, and takes it off again. */
	'wall.put-up': { student: ['member'] },
	/** Writes one sentence about a project on the wall, changes it and removes it. */
	'wall.answer': { student: ['member'], ...teachersMay },
	'wall.report': { student: ['member'] },
	/** Makes a link by which people outside the class see an own project on the wall, and ends it. */
	'wall.link': { student: ['member'] },
	/** Opens and closes the wall, hides what hangs there and shows it again, turns links on and off, and ends them. */
	'wall.lead': teachersMay,
	/** Sees a project on a wall by its link, which needs no account. */
	'link.see': everyoneMay,

	/** Tells a problem, which needs no account. A student tells a problem within a class. */
	'problem.tell': everyoneMay,
	'problem.tell-in-class': { student: ['member'] },
	/** Follows a problem by its private link: whoever has the link counts as the teller. */
	'problem.follow': everyoneMay,
	/** Puts a problem, whose private link one has, on one's own page. */
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
	/** Puts a card on the board. For a student's card, a teacher of the class decides that. */
	'problem.let-in': { teacher: ['teaches'], curator: ['curated', 'teaches'] },
	/** Writes in the teller's place, when the teller is a student. */
	'problem.reply': { teacher: ['offers'], curator: ['offers'] },
	'problem.contact': { teacher: ['claims'], curator: ['curated', 'claims'] },
	/** Makes a challenge of a problem in the studio, shows a version to the teller, and reads the teller's answers. */
	'problem.show': { teacher: ['claims'], curator: ['claims'] },
	'problem.invite': { teacher: 'always', curator: 'always' }
} as const satisfies Record<string, GrantRow>;

export type AccessAction = keyof typeof PERMISSIONS;

export function isActionAllowed(actor: Actor, action: AccessAction, relations: readonly Relation[] = []): boolean {
	const grant = (PERMISSIONS[action] as GrantRow)[actor];
	if (grant === undefined) return false;
	return grant === 'always' || grant.some((relation) => relations.includes(relation));
}
