import type { AccessAction } from '#lib/domain/access.ts';

/** `open`: everybody may use the handler, and it answers at most with the person's own data, such as their classes. */
type RequiredAccess = AccessAction | 'open';

export interface RouteAccess {
	load?: RequiredAccess;
	actions?: Record<string, RequiredAccess>;
	methods?: Record<string, RequiredAccess>;
}

/** routes.test.ts fails when a route is missing here, and guard.ts withholds answers whose action was not demanded. */
export const ACCESS_BY_ROUTE: Record<string, RouteAccess> = {
	'/': { load: 'open' },
	'/account': {
		load: 'account.change',
		actions: {
			name: 'account.rename',
			email: 'account.readdress',
			password: 'account.change',
			everywhere: 'account.change'
		}
	},
	'/api/assignments/[assignment]/teller-answer': { methods: { GET: 'debate.take-part' } },
	'/api/assignments/[assignment]/choice': { methods: { GET: 'debate.take-part', PUT: 'debate.take-part' } },
	'/api/assignments/[assignment]/comments/[comment]': { methods: { PUT: 'review.answer' } },
	'/api/assignments/[assignment]/events': { methods: { GET: 'board.report' } },
	'/api/assignments/[assignment]/help': { methods: { PUT: 'board.report' } },
	'/api/assignments/[assignment]/progress': { methods: { PUT: 'board.report' } },
	'/api/assignments/[assignment]': { methods: { GET: 'assignment.see' } },
	'/api/assignments/[assignment]/submissions': { methods: { GET: 'submission.read', POST: 'submission.hand-in' } },
	'/api/assignments/[assignment]/submissions/[submission]': {
		methods: { GET: 'submission.read', DELETE: 'submission.hand-in' }
	},
	'/api/assignments/[assignment]/trials': { methods: { POST: 'submission.try' } },
	'/api/assignments/[assignment]/work': { methods: { PUT: 'board.report' } },
	'/api/pair': { methods: { GET: 'pair.leave', POST: 'pair.join', DELETE: 'pair.leave' } },
	'/api/problems': { methods: { POST: 'problem.tell' } },
	'/api/problems/[link]': { methods: { PUT: 'problem.follow' } },
	'/api/problems/[link]/photo': { methods: { GET: 'problem.follow', PUT: 'problem.follow' } },
	'/api/problems/[link]/program': { methods: { GET: 'problem.follow' } },
	'/api/shown/[link]/cover': { methods: { GET: 'link.see' } },
	'/api/shown/[link]/files/[file]': { methods: { GET: 'link.see' } },
	'/api/studio/beginnings': { methods: { POST: 'studio.use' } },
	'/api/studio/checks': { methods: { POST: 'studio.use' } },
	'/api/studio/links/[work]': { methods: { POST: 'studio.use', DELETE: 'studio.use' } },
	'/api/studio/problems/[problem]': { methods: { POST: 'problem.show' } },
	'/api/studio/publications': { methods: { POST: 'studio.use' } },
	'/api/studio/showings/[work]': { methods: { POST: 'problem.show', DELETE: 'problem.show' } },
	'/api/walls': { methods: { GET: 'wall.put-up' } },
	'/api/walls/[class]/exhibits/[exhibit]/cover': { methods: { GET: 'wall.see' } },
	'/api/walls/[class]/exhibits/[exhibit]/files/[file]': { methods: { GET: 'wall.see' } },
	'/api/walls/[class]/portfolio': { methods: { PUT: 'wall.put-up', DELETE: 'wall.put-up' } },
	'/api/walls/[class]/portfolios/[portfolio]/covers/[work]': { methods: { GET: 'wall.see' } },
	'/api/walls/[class]/works/[work]': { methods: { PUT: 'wall.put-up', DELETE: 'wall.put-up' } },
	'/api/works': { methods: { GET: 'work.read' } },
	'/api/works/[work]': { methods: { GET: 'work.read', PUT: 'work.store', DELETE: 'work.delete' } },
	'/api/works/[work]/files/[file]': { methods: { GET: 'work.read', PUT: 'work.store' } },
	'/api/works/[work]/separation': { methods: { PUT: 'pair.leave' } },
	// The page holds no personal data, so that browsers may cache it; /api/assignments/[assignment] supplies the personal data.
	'/assignments/[assignment]': { load: 'open' },
	'/challenges': { load: 'open' },
	'/challenges/[id]': { load: 'open' },
	'/challenges/[id]/[digest]/[part]': { methods: { GET: 'open' } },
	'/challenges/[id]/teacher': { load: 'challenge.solution' },
	'/check': { load: 'open' },
	'/classes': { load: 'class.create', actions: { read: 'class.create' } },
	'/classes/[class]': {
		load: 'class.read',
		actions: { renew: 'class.change', open: 'class.change', close: 'class.change', lift: 'class.change' }
	},
	'/classes/[class]/assignments': { load: 'class.read' },
	'/classes/[class]/assignments/[assignment]': { load: 'board.watch', actions: { seen: 'board.watch' } },
	'/classes/[class]/assignments/[assignment]/debate': {
		load: 'debate.lead',
		actions: {
			open: 'debate.lead',
			close: 'debate.lead',
			reopen: 'debate.lead',
			end: 'debate.lead',
			show: 'debate.lead',
			send: 'debate.send-summary',
			takeBack: 'debate.send-summary',
			pass: 'debate.send-summary'
		}
	},
	'/classes/[class]/assignments/[assignment]/events': { methods: { GET: 'board.watch' } },
	'/classes/[class]/assignments/[assignment]/projector': { load: 'board.watch' },
	'/classes/[class]/assignments/[assignment]/rejudge': {
		load: 'review.write',
		actions: { judge: 'review.write', count: 'review.write', assign: 'assignment.change' }
	},
	'/classes/[class]/assignments/[assignment]/review': { load: 'review.write' },
	'/classes/[class]/assignments/[assignment]/review/[submission]': { load: 'review.write' },
	'/classes/[class]/assignments/[assignment]/review/[submission]/files/[file]': { methods: { GET: 'review.write' } },
	'/classes/[class]/assignments/[assignment]/review/[submission]/text': {
		methods: { GET: 'review.write', PUT: 'review.write' }
	},
	'/classes/[class]/assignments/[assignment]/review/comments': { methods: { POST: 'review.write' } },
	'/classes/[class]/assignments/[assignment]/settings': {
		load: 'assignment.change',
		actions: {
			change: 'assignment.change',
			close: 'assignment.change',
			reopen: 'assignment.change',
			remove: 'assignment.change'
		}
	},
	'/classes/[class]/assignments/new': { load: 'assignment.create', actions: { default: 'assignment.create' } },
	'/classes/[class]/cards': { load: 'class.read', actions: { renew: 'membership.change' } },
	'/classes/[class]/code': { load: 'class.read' },
	'/classes/[class]/export': { load: 'class.export' },
	'/classes/[class]/export/print': { load: 'class.export' },
	'/classes/[class]/export/works/[assignment]': { methods: { GET: 'class.export' } },
	'/classes/[class]/settings': {
		load: 'class.read',
		actions: {
			rename: 'class.change',
			keep: 'class.change',
			teacher: 'class.change',
			link: 'class.change',
			removeTeacher: 'class.change',
			archive: 'class.change',
			unarchive: 'class.change',
			delete: 'class.delete'
		}
	},
	'/classes/[class]/students': { load: 'class.read', actions: { add: 'membership.change' } },
	'/classes/[class]/students/[member]': {
		load: 'class.read',
		actions: {
			validate: 'level.validate',
			withdraw: 'level.validate',
			rename: 'membership.change',
			lift: 'membership.change',
			remove: 'membership.change'
		}
	},
	'/classes/[class]/students/[member]/print': { load: 'class.export' },
	'/classes/[class]/wall': {
		load: 'wall.lead',
		actions: { open: 'wall.lead', close: 'wall.lead', openLinks: 'wall.lead', endLinks: 'wall.lead' }
	},
	'/classes/[class]/wall/[exhibit]': {
		load: 'wall.lead',
		actions: {
			write: 'wall.answer',
			remove: 'wall.answer',
			hide: 'wall.lead',
			show: 'wall.lead',
			endLink: 'wall.lead'
		}
	},
	'/classes/[class]/wall/portfolios/[portfolio]': {
		load: 'wall.lead',
		actions: { hide: 'wall.lead', show: 'wall.lead' }
	},
	'/classes/new': { load: 'class.create', actions: { default: 'class.create' } },
	'/follow/[link]': {
		load: 'problem.follow',
		actions: {
			reply: 'problem.follow',
			answer: 'problem.follow',
			erase: 'problem.follow',
			eraseAll: 'problem.follow',
			propose: 'problem.follow',
			facts: 'problem.follow',
			approve: 'problem.follow',
			withdraw: 'problem.follow',
			keep: 'problem.keep',
			takeOff: 'problem.follow'
		}
	},
	'/forgot': { load: 'open', actions: { default: 'open' } },
	'/healthz': { methods: { GET: 'open' } },
	'/invitation/[token]': { load: 'open', actions: { new: 'open', again: 'open' } },
	'/join': { load: 'open', actions: { enter: 'class.join', first: 'class.join' } },
	'/kit': { load: 'open' },
	'/leave': { actions: { default: 'open' } },
	'/libraries/[file]': { methods: { GET: 'open' } },
	'/maps/[file]': { methods: { GET: 'open' } },
	'/machine/events': { methods: { GET: 'open' } },
	'/machine/speed': { methods: { GET: 'open' } },
	'/me': { load: 'account.read', actions: { apart: 'pair.leave', keep: 'problem.keep' } },
	'/me/data': { load: 'account.read', actions: { delete: 'account.delete', stay: 'account.delete' } },
	'/me/data/file': { methods: { GET: 'account.export' } },
	'/me/portfolio': { load: 'open' },
	'/me/tell': { load: 'problem.tell-in-class' },
	'/openid/callback/[provider]': { methods: { GET: 'open' } },
	'/people': {
		load: 'account.list',
		actions: {
			admit: 'account.admit',
			refuse: 'account.admit',
			dismiss: 'account.admit',
			invite: 'account.invite',
			revoke: 'account.invite',
			reset: 'account.invite',
			handOver: 'class.hand-over'
		}
	},
	'/privacy': { load: 'open' },
	'/privacy/register': { load: 'open' },
	'/privacy/tellers': { load: 'open' },
	'/problems': { load: 'problem.list' },
	'/problems/[problem]': {
		load: 'problem.read',
		actions: {
			letIn: 'problem.let-in',
			ask: 'problem.ask',
			reply: 'problem.reply',
			claim: 'problem.claim',
			release: 'problem.release',
			decline: 'problem.decline'
		}
	},
	'/problems/[problem]/photo': { methods: { GET: 'problem.read' } },
	'/problems/[problem]/sheet': { load: 'problem.read' },
	'/problems/invite': { load: 'problem.invite', actions: { make: 'problem.invite', end: 'problem.invite' } },
	'/projects/[work]': { load: 'open' },
	'/projects/from/[challenge]': { load: 'open' },
	'/projects/new': { load: 'open' },
	'/reset/[token]': { load: 'open', actions: { default: 'open' } },
	'/shown/[link]': { load: 'link.see' },
	'/sign-in': { load: 'open', actions: { password: 'open', openid: 'open' } },
	'/sign-up': { actions: { default: 'open' } },
	'/studio': { load: 'studio.use' },
	'/studio/[work]': {
		load: 'studio.use',
		actions: {
			answer: 'problem.show',
			propose: 'publication.propose',
			withdraw: 'publication.propose',
			retire: 'publication.propose',
			comment: 'publication.propose'
		}
	},
	'/studio/from/[challenge]': { load: 'studio.use' },
	'/studio/problem/[problem]': { load: 'problem.show' },
	'/studio/reviews': { load: 'publication.list' },
	'/studio/reviews/[hash]': {
		load: 'publication.review',
		actions: {
			check: 'publication.review',
			agree: 'publication.review',
			work: 'publication.review',
			comment: 'publication.review',
			hold: 'publication.hold-back',
			release: 'publication.hold-back',
			retire: 'publication.hold-back'
		}
	},
	'/studio/shared/[token]': { load: 'studio.use' },
	'/teach/[token]': { load: 'class.create', actions: { default: 'class.create' } },
	'/tell': { load: 'problem.tell' },
	'/tell/[link]': { load: 'problem.tell' },
	'/wall/[class]': { load: 'wall.see' },
	'/wall/[class]/[exhibit]': {
		load: 'wall.see',
		actions: {
			write: 'wall.answer',
			remove: 'wall.answer',
			report: 'wall.report',
			takeOff: 'wall.put-up',
			makeLink: 'wall.link',
			setLicence: 'wall.link',
			endLink: 'wall.link'
		}
	},
	'/wall/[class]/portfolios/[portfolio]': { load: 'wall.see', actions: { report: 'wall.report' } },
	'/welcome/[token]': { load: 'open', actions: { new: 'open', again: 'open' } }
};
